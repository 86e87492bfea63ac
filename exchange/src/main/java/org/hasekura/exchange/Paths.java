package org.hasekura.exchange;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where each message goes, below the address of the other side. DSP 2025-1 #negotiation-http, #transfer-http. */
final class Paths {
    private Paths() {}

    static URI of(URI base, Message<?> message, Role sender) {
        return switch (message) {
            case NegotiationMessage negotiation -> of(base, negotiation, sender);
            case TransferMessage transfer -> of(base, transfer, sender);
        };
    }

    private static URI of(URI base, NegotiationMessage message, Role sender) {
        return switch (message) {
            case NegotiationMessage.Request _ -> at(base, "negotiations/request");
            case NegotiationMessage.InitialOffer _ -> at(base, "negotiations/offers");
            case NegotiationMessage.CounterRequest(Pids pids, var _, var _) -> process(base, pids, sender, "request");
            case NegotiationMessage.Offered(Pids pids, var _, var _) -> process(base, pids, sender, "offers");
            case NegotiationMessage.Accepted(Pids pids) -> process(base, pids, sender, "events");
            case NegotiationMessage.Agreed(Pids pids, var _) -> process(base, pids, sender, "agreement");
            case NegotiationMessage.Verified(Pids pids) -> process(base, pids, sender, "agreement/verification");
            case NegotiationMessage.Finalized(Pids pids) -> process(base, pids, sender, "events");
            case NegotiationMessage.Terminated(Pids pids, var _, var _) -> process(base, pids, sender, "termination");
        };
    }

    private static URI of(URI base, TransferMessage message, Role sender) {
        return switch (message) {
            case TransferMessage.Request _ -> at(base, "transfers/request");
            case TransferMessage.Start(Pids pids, var _, var _) -> transfer(base, pids, sender, "start");
            case TransferMessage.Suspension(Pids pids, var _, var _) -> transfer(base, pids, sender, "suspension");
            case TransferMessage.Completion(Pids pids) -> transfer(base, pids, sender, "completion");
            case TransferMessage.Termination(Pids pids, var _, var _) -> transfer(base, pids, sender, "termination");
        };
    }

    private static URI process(URI base, Pids pids, Role sender, String act) {
        return at(base, "negotiations/" + segment(pids.of(sender.other())) + "/" + act);
    }

    private static URI transfer(URI base, Pids pids, Role sender, String act) {
        return at(base, "transfers/" + segment(pids.of(sender.other())) + "/" + act);
    }

    /** Joins with or without a slash at the end of the base: peers write their callbacks both ways. */
    static URI at(URI base, String path) {
        String text = base.toString();
        return URI.create(text.endsWith("/") ? text + path : text + "/" + path);
    }

    private static String segment(String pid) {
        return URLEncoder.encode(pid, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
