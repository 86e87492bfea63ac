package org.hasekura.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hasekura.policy.Reading;

/** What a peer's acknowledgement tells: for an opening request, the peer's own name for the process. */
final class Acknowledgement {

    private static final int BODY_BYTES_MAX = 64 * 1024;

    private Acknowledgement() {}

    /** The peer's pid, where the body names it. Many acknowledgements have no body; they still acknowledge. */
    static Optional<String> peerPid(Outgoing outgoing, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Optional<Pids> pids = switch (outgoing.process()) {
            case NEGOTIATION -> pids(NegotiationJson.readView(bytes, BODY_BYTES_MAX));
            case TRANSFER -> pids(TransferJson.readView(bytes, BODY_BYTES_MAX));
        };
        return pids.filter(each -> each.consumerPid().equals(outgoing.pid())
                        || each.providerPid().equals(outgoing.pid()))
                .map(each -> each.consumerPid().equals(outgoing.pid()) ? each.providerPid() : each.consumerPid())
                .filter(pid -> !pid.isBlank());
    }

    private static <S> Optional<Pids> pids(Reading<Reported<S>> read) {
        return switch (read) {
            case Reading.Read<Reported<S>>(Reported<S> reported) -> Optional.of(reported.pids());
            case Reading.Refused<Reported<S>> _ -> Optional.empty();
        };
    }
}
