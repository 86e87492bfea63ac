package org.hasekura.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.exchange.DataAddress;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Transfer;

/**
 * One try to fetch the bytes of a transfer: asks for what is missing of the part that is here, appends what comes, and
 * compares the digest of the whole. The tag that came with the first bytes guards the rest: bytes of another version
 * are never joined to them (RFC 9110 §13.1.5).
 */
final class Try {
    private final Transfer transfer;
    private final Download download;
    private final Sink sink;
    private final long bytesMax;
    private final Stop stop;
    private long kept;

    Try(Transfer transfer, Download download, Sink sink, long bytesMax, Stop stop) {
        this.transfer = transfer;
        this.download = download;
        this.sink = sink;
        this.bytesMax = bytesMax;
        this.stop = stop;
    }

    /** Takes as long as the bytes take. */
    Fetched run() {
        Optional<URI> address = transfer.dataAddress().flatMap(Try::address);
        if (address.isEmpty()) {
            return new Fetched.Impossible(Reason.of(
                    "data-address-unusable", "the start message has no data address with an `endpoint` that is a URL"));
        }
        try (Sink.Part part = sink.part(transfer.pid())) {
            return fetch(address.get(), part);
        } catch (Download.AddressNotAllowed refused) {
            return new Fetched.Impossible(Reason.of("data-address-unusable", said(refused)));
        } catch (IOException failed) {
            return stop.isMade() ? new Fetched.Stopped() : new Fetched.Broken(said(failed), kept);
        } finally {
            stop.over();
        }
    }

    private static String said(IOException failed) {
        return Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName());
    }

    private Fetched fetch(URI address, Sink.Part part) throws IOException {
        if (part.size() > 0 && part.tag().isEmpty()) {
            part.begin(Optional.empty()); // nothing tells which bytes these are the beginning of
        }
        long have = part.size();
        kept = have;
        try (Download.Reply reply = ask(address, have, part.tag())) {
            stop.closes(reply::close);
            return switch (reply.status()) {
                case 200 -> fromStart(part, reply);
                case 206 -> goOn(part, have, reply);
                case 416 -> behindEnd(part, have, reply);
                case 408, 425, 429 -> new Fetched.Broken("the provider answered " + reply.status(), kept);
                default ->
                    reply.status() >= 500
                            ? new Fetched.Broken("the provider answered " + reply.status(), kept)
                            : refused(reply.status());
            };
        }
    }

    /**
     * Asks with the token as its kind wants it. The data plane of Eclipse Dataspace Components calls its token a bearer's
     * and yet takes it bare alone: who forbids the one form is asked once more in the other.
     */
    private Download.Reply ask(URI address, long have, Optional<String> tag) throws IOException {
        Optional<String> token = transfer.dataAddress().flatMap(Try::token);
        Optional<String> asBearer = token.filter(_ -> isBearer()).map(Try::asBearer);
        Download.Reply reply = download.get(address, headers(have, tag, asBearer.or(() -> token)));
        boolean isOtherForm = asBearer.isPresent() && !asBearer.equals(token);
        if (!isOtherForm || reply.status() != 403) {
            return reply;
        }
        reply.close();
        return download.get(address, headers(have, tag, token));
    }

    private static Map<String, String> headers(long have, Optional<String> tag, Optional<String> authorization) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept-Encoding", "identity");
        authorization.ifPresent(value -> headers.put("Authorization", value));
        if (have > 0) {
            headers.put("Range", "bytes=" + have + "-");
            tag.ifPresent(value -> headers.put("If-Range", value));
        }
        return headers;
    }

    private Fetched fromStart(Sink.Part part, Download.Reply reply) throws IOException {
        part.begin(ReplyHeaders.strongTag(reply));
        return receive(part, 0, ReplyHeaders.length(reply), reply);
    }

    private Fetched goOn(Sink.Part part, long have, Download.Reply reply) throws IOException {
        Optional<String> tag = ReplyHeaders.strongTag(reply);
        boolean isOther = tag.isPresent() && !tag.equals(part.tag());
        if (have == 0 || isOther || !ReplyHeaders.beginsAt(reply, have)) {
            part.discard();
            return new Fetched.Broken("the provider answered with another part than was asked for", 0);
        }
        return receive(part, have, ReplyHeaders.total(reply), reply);
    }

    /** Everything may be here already, when a stop came between the last byte and the end. */
    private Fetched behindEnd(Sink.Part part, long have, Download.Reply reply) throws IOException {
        if (have == 0) {
            return refused(416);
        }
        OptionalLong total = ReplyHeaders.total(reply);
        boolean isSame = ReplyHeaders.strongTag(reply).equals(part.tag());
        if (!isSame
                || total.isEmpty()
                || total.getAsLong() != have
                || ReplyHeaders.sha256(reply).isEmpty()) {
            part.discard();
            return new Fetched.Broken("the provider has fewer bytes than are here; beginning anew", 0);
        }
        return finish(part, have, digestOf(part, have), reply);
    }

    private Fetched receive(Sink.Part part, long have, OptionalLong total, Download.Reply reply) throws IOException {
        if (total.orElse(have) > bytesMax) {
            return tooLarge(part);
        }
        if (total.isPresent()) {
            part.expect(total.getAsLong());
        }
        MessageDigest digest = digestOf(part, have);
        long size = have;
        byte[] chunk = new byte[Pump.CHUNK_BYTES];
        InputStream body = reply.body();
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            if (stop.isMade()) {
                return new Fetched.Stopped();
            }
            if (size + read > bytesMax) {
                return tooLarge(part);
            }
            part.append(chunk, 0, read);
            digest.update(chunk, 0, read);
            size += read;
            kept = part.tag().isPresent() ? size : 0;
        }
        if (total.isPresent() && size < total.getAsLong()) {
            return new Fetched.Broken("ended after " + size + " of " + total.getAsLong() + " bytes", kept);
        }
        if (total.isPresent() && size > total.getAsLong()) {
            part.discard();
            return new Fetched.Wrong(size + " bytes came where " + total.getAsLong() + " were announced");
        }
        return finish(part, size, digest, reply);
    }

    private Fetched finish(Sink.Part part, long size, MessageDigest digest, Download.Reply reply) throws IOException {
        if (stop.isMade()) {
            return new Fetched.Stopped(); // before the digest, which may have been left half-way
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Optional<String> promised = ReplyHeaders.sha256(reply);
        if (promised.isPresent() && !promised.get().equals(sha256)) {
            part.discard();
            return new Fetched.Wrong("the bytes have SHA-256 " + sha256 + ", announced was " + promised.get());
        }
        String location = part.finish(FileName.of(reply.header("Content-Disposition")));
        return new Fetched.Whole(new Transfer.Delivered(size, sha256, Optional.of(location)));
    }

    /** The digest so far: what is here is read once more, since its state is not kept across tries. */
    private MessageDigest digestOf(Sink.Part part, long have) throws IOException {
        MessageDigest digest = Sha256.begin();
        if (have == 0) {
            return digest;
        }
        byte[] chunk = new byte[Pump.CHUNK_BYTES];
        try (InputStream in = part.read()) {
            for (int read = in.read(chunk); read >= 0 && !stop.isMade(); read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return digest;
    }

    private Fetched tooLarge(Sink.Part part) throws IOException {
        part.discard();
        return new Fetched.Impossible(
                Reason.of("too-large", "there are more than the " + bytesMax + " bytes that this node accepts"));
    }

    private static Fetched refused(int status) {
        return new Fetched.Refused(
                Reason.of("delivery-refused", "the provider refuses to serve the bytes: it answered " + status));
    }

    private static Optional<URI> address(DataAddress address) {
        return address.endpoint().filter(each -> each.length() <= 2048).flatMap(each -> {
            try {
                URI uri = new URI(each);
                return uri.isAbsolute() && !uri.isOpaque() ? Optional.of(uri) : Optional.empty();
            } catch (URISyntaxException notOne) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> token(DataAddress address) {
        return Optional.ofNullable(address.properties().get("authorization"))
                .filter(each -> each.chars().allMatch(c -> c >= ' ' && c < 127));
    }

    private boolean isBearer() {
        return transfer.dataAddress()
                .filter(each -> "bearer".equalsIgnoreCase(each.properties().get("authType")))
                .isPresent();
    }

    private static String asBearer(String token) {
        return token.regionMatches(true, 0, "Bearer ", 0, 7) ? token : "Bearer " + token;
    }
}
