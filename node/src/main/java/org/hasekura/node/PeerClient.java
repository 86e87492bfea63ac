package org.hasekura.node;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientRequest;
import io.helidon.webclient.spi.DnsResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Asks other nodes. Follows no redirect, reads no more than it is told to, and contacts no machine that the check
 * refuses: the name is resolved once, and the address that was checked is the one connected to, so that a name that
 * changes its address meanwhile gains nothing.
 *
 * <p>Helidon's client, not that of the JDK, because it lets the resolved address be pinned and costs no thread of its
 * own. Connections are kept for the next request.
 */
public final class PeerClient {

    private static final int CONNECTIONS_KEPT_MAX = 256;

    private final Settings.Peers settings;
    private final AddressCheck check;
    private final boolean admitsPlainHttp;

    /** Made when the first peer is asked: with its trust store it takes a seventh of a node's start. */
    private volatile Optional<Http1Client> client = Optional.empty();

    /**
     * A client with connections of its own.
     *
     * @param admitsPlainHttp whether {@code http:} is spoken too, as in development mode
     */
    public PeerClient(Settings.Peers settings, boolean admitsPlainHttp, AddressCheck check) {
        this.settings = settings;
        this.check = check;
        this.admitsPlainHttp = admitsPlainHttp;
    }

    private Http1Client client() {
        return client.orElseGet(this::make);
    }

    private synchronized Http1Client make() {
        if (client.isEmpty()) {
            client = Optional.of(connect());
        }
        return client.get();
    }

    private Http1Client connect() {
        HelidonMappers.keep();
        return Http1Client.builder()
                .connectTimeout(settings.connectTime())
                .readTimeout(settings.answerTime())
                .followRedirects(false)
                .shareConnectionCache(false)
                .connectionCacheSize(CONNECTIONS_KEPT_MAX)
                .sendExpectContinue(false)
                .servicesDiscoverServices(false)
                .dnsResolver(new CheckedResolver(check))
                .build();
    }

    /**
     * Asks for something.
     *
     * @param answerBytesMax a longer answer is an error
     * @throws AddressRefusedException if the address may not be contacted
     * @throws IOException if no whole answer came; ask again later
     */
    public PeerAnswer get(URI address, Map<String, String> headers, int answerBytesMax) throws IOException {
        return answer(address, () -> request(client().get(), address, headers).request(), answerBytesMax);
    }

    /**
     * Sends something.
     *
     * @param headers with the media type
     * @throws IOException as {@link #get}; the other side may or may not have it
     */
    public PeerAnswer post(URI address, Map<String, String> headers, byte[] body, int answerBytesMax)
            throws IOException {
        return answer(address, () -> request(client().post(), address, headers).submit(body), answerBytesMax);
    }

    /** Puts something in its place; otherwise as {@link #post}. */
    public PeerAnswer put(URI address, Map<String, String> headers, byte[] body, int answerBytesMax)
            throws IOException {
        return answer(address, () -> request(client().put(), address, headers).submit(body), answerBytesMax);
    }

    /**
     * Asks for something long.
     *
     * @param headers for example with a Range
     * @return to be closed
     */
    public PeerStream stream(URI address, Map<String, String> headers) throws IOException {
        HttpClientResponse response = exchange(
                address, () -> request(client().get(), address, headers).request());
        return new PeerStream(
                response.status().code(),
                lookUp(response.headers()),
                response.headers().contentLength(),
                new WholeBody(response.inputStream(), response.headers().contentLength()),
                response::close);
    }

    private PeerAnswer answer(URI address, Asking asking, int answerBytesMax) throws IOException {
        try (HttpClientResponse response = exchange(address, asking)) {
            if (response.headers().contentLength().orElse(0) > answerBytesMax) {
                throw new IOException("`" + address.getHost() + "` answered more than " + answerBytesMax + " bytes");
            }
            byte[] body = response.entity().hasEntity()
                    ? new WholeBody(response.inputStream(), response.headers().contentLength())
                            .readNBytes(answerBytesMax + 1)
                    : new byte[0];
            if (body.length > answerBytesMax) {
                throw new IOException("`" + address.getHost() + "` answered more than " + answerBytesMax + " bytes");
            }
            return new PeerAnswer(response.status().code(), lookUp(response.headers()), body);
        } catch (RuntimeException e) {
            throw lost(address, e);
        }
    }

    @FunctionalInterface
    private interface Asking {
        HttpClientResponse ask();
    }

    private HttpClientResponse exchange(URI address, Asking asking) throws IOException {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        boolean isSpoken = scheme.equals("https") || (scheme.equals("http") && admitsPlainHttp);
        if (!isSpoken || Optional.ofNullable(address.getHost()).isEmpty()) {
            throw new AddressRefusedException("`" + address + "` is refused: the address must begin with https://"
                    + (admitsPlainHttp ? " or http://" : "") + " and name a host");
        }
        try {
            return asking.ask();
        } catch (RuntimeException e) {
            throw lost(address, e);
        }
    }

    /** Helidon tells all failures of the network by unchecked exceptions of several kinds; here they become one. */
    private static IOException lost(URI address, RuntimeException e) {
        for (Optional<Throwable> cause = Optional.of(e);
                cause.isPresent();
                cause = cause.flatMap(each -> Optional.ofNullable(each.getCause()))) {
            if (cause.get() instanceof AddressRefusedException refused) {
                return new AddressRefusedException(String.valueOf(refused.getMessage()));
            }
            if (cause.get() instanceof UnknownHostException) {
                return new IOException("no machine is known as `" + address.getHost() + "`", e);
            }
        }
        return new IOException("`" + address.getScheme() + "://" + address.getRawAuthority() + "` gave no answer", e);
    }

    private static Http1ClientRequest request(Http1ClientRequest request, URI address, Map<String, String> headers) {
        // As text: of a URI the client would decode the path, and send an encoded slash as a slash.
        Http1ClientRequest prepared = request.uri(address.toString()).skipUriEncoding(true);
        headers.forEach((name, value) -> prepared.header(HeaderValues.create(name, value)));
        return prepared;
    }

    private static Function<String, Optional<String>> lookUp(Headers headers) {
        return name -> headers.all(HeaderNames.create(name), List::of).stream().findFirst();
    }

    /** Resolves, checks, and hands on the address that was checked. */
    private record CheckedResolver(AddressCheck check) implements DnsResolver {

        @Override
        public InetAddress resolveAddress(String host, DnsAddressLookup lookup) {
            try {
                InetAddress[] found = InetAddress.getAllByName(host);
                // One closed address among several is reason enough: nobody mixes them by accident.
                for (InetAddress each : found) {
                    Optional<String> refusal = check.refusal(each);
                    if (refusal.isPresent()) {
                        throw new UncheckedIOException(
                                new AddressRefusedException("`" + host + "` may not be contacted: " + refusal.get()));
                    }
                }
                return found[0];
            } catch (UnknownHostException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Turns a body that ends early, or breaks off, into an {@code IOException}. */
    private static final class WholeBody extends InputStream {

        private final InputStream in;
        private final OptionalLong announced;
        private long count;

        WholeBody(InputStream in, OptionalLong announced) {
            this.in = in;
            this.announced = announced;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int read = in.read(bytes, offset, length);
                count += Math.max(read, 0);
                if (read < 0 && announced.isPresent() && announced.getAsLong() != count) {
                    throw new IOException("the answer broke off after " + count + " bytes of " + announced.getAsLong());
                }
                return read;
            } catch (RuntimeException e) {
                throw new IOException("the answer broke off after " + count + " bytes", e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
