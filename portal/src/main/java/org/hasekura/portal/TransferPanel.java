package org.hasekura.portal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Transfer;

/** The bytes of an exchange: how far they have come, or that they have. */
final class TransferPanel {

    private static final long KIB = 1024;

    private TransferPanel() {}

    static Html progress(Dossier dossier, View view) {
        Words words = view.words();
        return Html.all(
                Html.when(dossier.fetching(), fetching -> fetching(fetching, words)),
                Html.when(
                        dossier.lastTransfer().flatMap(Transfer::delivered),
                        delivered -> Html.of(
                                "<p>{}<br><span class=\"hash\">SHA-256 {}</span>{}</p>{}",
                                words.say(
                                        dossier.isProvider() ? "transfer.served" : "transfer.received",
                                        "bytes",
                                        bytes(delivered.bytes(), words)),
                                delivered.sha256().isEmpty() ? "–" : delivered.sha256(),
                                Html.when(
                                        delivered.location(),
                                        where -> Html.of(
                                                "<br>{} <code>{}</code>", words.say("transfer.lies-at"), where)),
                                Html.when(brought(dossier, view), pid -> keep(dossier, pid, view)))));
    }

    /** The transfer whose bytes lie here for whoever deals with the exchange. */
    private static Optional<String> brought(Dossier dossier, View view) {
        boolean isForThem =
                view.viewer() instanceof Viewer.Person person && person.acting().deals() && !dossier.isProvider();
        return dossier.lastTransfer()
                .filter(_ -> isForThem)
                .filter(each ->
                        each.delivered().flatMap(Transfer.Delivered::location).isPresent())
                .map(Transfer::pid);
    }

    private static Html keep(Dossier dossier, String transferPid, View view) {
        return Html.of(
                "<p><a class=\"button second\" href=\"{}\" download>{}</a></p>",
                view.href(ExchangePage.path(dossier.negotiation().pid()) + "/received/" + Links.encode(transferPid)),
                view.words().say("transfer.keep"));
    }

    private static Html fetching(Dossier.Fetching fetching, Words words) {
        Html bar = fetching.total()
                .map(total -> Html.of(
                        "<progress value=\"{}\" max=\"{}\" aria-label=\"{}\"></progress>",
                        Long.toString(fetching.bytes()),
                        Long.toString(total),
                        words.say("transfer.progress")))
                .orElse(Html.NOTHING);
        String so = fetching.total()
                .map(total ->
                        words.say("transfer.of", "bytes", bytes(fetching.bytes(), words), "total", bytes(total, words)))
                .orElseGet(() -> words.say("transfer.so-far", "bytes", bytes(fetching.bytes(), words)));
        return Html.of(
                "<div class=\"progress\">{}<p>{}{}{}</p></div>",
                bar,
                so,
                Html.when(
                        fetching.perSecond(),
                        rate -> Html.of(" · {}", words.say("transfer.rate", "bytes", bytes(rate, words)))),
                Html.when(
                        fetching.total()
                                .flatMap(total -> fetching.perSecond()
                                        .filter(rate -> rate > 0 && fetching.bytes() < total)
                                        .map(rate -> Duration.ofSeconds((total - fetching.bytes()) / rate))),
                        left -> Html.of(" · {}", words.say("transfer.left", "time", time(left, words)))));
    }

    private static String time(Duration left, Words words) {
        return left.toMinutes() < 2
                ? words.say("transfer.seconds", "n", left.toSeconds())
                : words.say("transfer.minutes", "n", left.toMinutes());
    }

    /** With a unit that keeps the number short; exact below a KiB. */
    static String bytes(long bytes, Words words) {
        if (bytes < KIB) {
            return words.count("transfer.bytes", bytes);
        }
        double value = bytes;
        String[] units = {"KiB", "MiB", "GiB", "TiB"};
        int unit = -1;
        while (value >= KIB && unit < units.length - 1) {
            value /= KIB;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }

    static Map<String, Object> data(Transfer transfer) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("transfer", transfer.pid());
        data.put("state", transfer.state());
        data.put("changed", transfer.changed());
        data.put("bytes", transfer.delivered().map(Transfer.Delivered::bytes));
        data.put("sha256", transfer.delivered().map(Transfer.Delivered::sha256));
        return data;
    }
}
