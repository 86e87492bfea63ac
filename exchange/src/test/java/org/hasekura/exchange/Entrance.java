package org.hasekura.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hasekura.policy.Reading;

/** What the door and the routes of a node do with a message: who may say what, then the exchange, then the answer. */
record Entrance(Exchange exchange, ExchangeStore store, Instant now) {

    private static final int BODY_BYTES_MAX = 1 << 20;
    private static final Peers.Reply NOT_FOUND = new Peers.Reply(404, "");
    private static final Peers.Reply NOT_BELIEVED = new Peers.Reply(401, "");

    /** As `identity.TokenRules` has it. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final Duration AGE_MAX = Duration.ofMinutes(10);

    /** A token as far as a simulation needs it: its name says who made it, and when. */
    static String token(String did, int number, Instant issued) {
        return did + "#" + number + "@" + issued.toEpochMilli();
    }

    /** @param body what has arrived of the message's body */
    Peers.Reply take(String peer, String token, Outgoing message, String body) throws StoreFailed {
        if (!isTimely(token)) {
            return NOT_BELIEVED;
        }
        if (!store.isParticipant(peer)) {
            return NOT_FOUND;
        }
        List<String> path =
                List.of(message.target().getPath().substring("/dsp/".length()).split("/"));
        Optional<String> pid = path.size() > 2 ? Optional.of(path.get(1)) : Optional.empty();
        Inbound in = inbound(peer, token, body, now);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return switch (message.process()) {
            case NEGOTIATION ->
                switch (NegotiationJson.read(bytes, BODY_BYTES_MAX)) {
                    case Reading.Read<NegotiationMessage>(NegotiationMessage read) ->
                        reply(receive(in, pid, read), each -> NegotiationJson.writeView(each.pids(), each.state()));
                    case Reading.Refused<NegotiationMessage> invalid -> new Peers.Reply(400, invalid.sentence());
                };
            case TRANSFER ->
                switch (TransferJson.read(bytes, BODY_BYTES_MAX)) {
                    case Reading.Read<TransferMessage>(TransferMessage read) ->
                        reply(receive(in, pid, read), each -> TransferJson.writeView(each.pids(), each.state()));
                    case Reading.Refused<TransferMessage> invalid -> new Peers.Reply(400, invalid.sentence());
                };
        };
    }

    static Inbound inbound(String peer, String token, String body, Instant now) {
        var use = new Commit.TokenUse(peer, token, now.plusSeconds(60));
        return new Inbound(peer, use, body, Proofs.sha256(body));
    }

    private boolean isTimely(String token) {
        int at = token.lastIndexOf('@');
        if (at < 0) {
            return true;
        }
        Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(token.substring(at + 1))), now);
        return age.compareTo(SKEW.negated()) >= 0 && age.compareTo(AGE_MAX.plus(SKEW)) < 0;
    }

    private Answer<Negotiation> receive(Inbound in, Optional<String> pid, NegotiationMessage message)
            throws StoreFailed {
        return switch (message) {
            case NegotiationMessage.Request opening
            when isOf(in.peer(), opening.callback()) -> exchange.negotiations().open(in, opening);
            case NegotiationMessage.InitialOffer opening
            when isOf(in.peer(), opening.callback()) -> exchange.negotiations().open(in, opening);
            case NegotiationMessage.Request _, NegotiationMessage.InitialOffer _ -> callbackOfAnother();
            default -> exchange.negotiations().receive(in, pid.orElseThrow(), message);
        };
    }

    private Answer<Transfer> receive(Inbound in, Optional<String> pid, TransferMessage message) throws StoreFailed {
        return switch (message) {
            case TransferMessage.Request opening
            when isOf(in.peer(), opening.callback()) -> exchange.transfers().open(in, opening);
            case TransferMessage.Request _ -> callbackOfAnother();
            default -> exchange.transfers().receive(in, pid.orElseThrow(), message);
        };
    }

    /** A callback's origin is that of its sender's DID. */
    private static boolean isOf(String peer, URI callback) {
        return callback.getHost().equals(peer.substring("did:web:".length()));
    }

    private static <P> Answer<P> callbackOfAnother() {
        return new Answer.Refused<>(new Pids("", ""), Reason.of("callback-of-another", "not your address"));
    }

    private static <P> Peers.Reply reply(Answer<P> answer, Function<P, byte[]> view) {
        return switch (answer) {
            case Answer.Taken<P>(P process, boolean opened) ->
                new Peers.Reply(opened ? 201 : 200, Samples.text(view.apply(process)));
            case Answer.Refused<P>(Pids _, Reason reason) -> new Peers.Reply(400, reason.toString());
            case Answer.NotFound<P> _ -> NOT_FOUND;
            case Answer.TokenReused<P> _ -> NOT_BELIEVED;
            case Answer.Busy<P> _ -> new Peers.Reply(503, "");
        };
    }
}
