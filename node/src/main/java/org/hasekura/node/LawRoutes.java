package org.hasekura.node;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.law.Law;
import org.hasekura.policy.Assessment;

/** By which law this node judges, and what it says today to every agreement under which data may leave: for its own people alone. */
final class LawRoutes {

    private final Exchange exchange;
    private final ExchangeStore store;
    private final LawInUse law;
    private final String did;
    private final Clock clock;

    LawRoutes(Exchange exchange, ExchangeStore store, LawInUse law, String did, Clock clock) {
        this.exchange = exchange;
        this.store = store;
        this.law = law;
        this.did = did;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/law", _ -> shown(law.now()))
                        .described(Operation.of("law", "readLaw", "By which law data this node judges")
                                .answering(200, "LawData", "their version")),
                Route.post("/api/law/load", 0, _ -> load())
                        .described(Operation.of(
                                        "law",
                                        "loadLaw",
                                        "Reads the law data again; what runs and is no longer lawful stops")
                                .answering(200, "LawData", "the version in use from now on")),
                Route.get("/api/rulings", this::rulings)
                        .described(Operation.of(
                                        "law",
                                        "listRulings",
                                        "What the law says today to every agreement under which data may leave")
                                .query("lang", Operation.Kind.TEXT, "of the texts; `en` if left out", "en", "ja")
                                .paged()
                                .answering(200, "RulingPage", "a page of them, newest agreements first")));
    }

    /** Reads the law data again; what runs is judged by them before this is answered. */
    private Response load() throws StoreFailed {
        String before = law.now().lawDataVersion();
        Law loaded;
        try {
            loaded = law.readAgain();
        } catch (IOException wrong) {
            return Response.refused(409, String.valueOf(wrong.getMessage()));
        }
        // Before the first ruling that rests on them.
        Entry entry = new Entry.LawDataLoaded(
                did,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                loaded.lawDataVersion(),
                before,
                Node.softwareVersion());
        store.commit(new Commit(List.of(), Optional.empty(), List.of(entry)));
        exchange.judgeBy(loaded);
        return shown(loaded);
    }

    private Response shown(Law now) {
        return Response.json(
                200, RulingsJson.law(now.lawDataVersion(), law.folder().map(Object::toString)));
    }

    /** Newest agreements first, by pages: those under which this node provides and that stand. */
    private Response rulings(Request request) throws StoreFailed {
        Page asked;
        Locale language;
        try {
            asked = Page.asked(request);
            language = language(request.query("lang").orElse("en"))
                    .orElseThrow(() -> new ManagementJson.BadInput("?lang", "`lang` takes `en` or `ja`"));
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
        List<Concluded> found = store.agreements(asked.after().orElse(""), asked.sought());
        List<Concluded> page = found.size() > asked.limit() ? found.subList(0, asked.limit()) : found;
        Map<String, List<Transfer>> running = running();
        var items = new ArrayList<RulingsJson.Item>();
        for (Concluded agreement : page) {
            if (agreement.role() == Role.PROVIDER && agreement.stands()) {
                Optional<Assessment> today = exchange.judgedToday(agreement);
                List<Transfer> under =
                        running.getOrDefault(agreement.agreement().id(), List.of());
                items.add(new RulingsJson.Item(agreement, today, under));
            }
        }
        Optional<String> next = page.size() < found.size()
                ? Optional.of(Page.cursor(page.getLast().agreement().id()))
                : Optional.empty();
        return PageJson.linked(request, RulingsJson.page(items, next, language), next);
    }

    private Map<String, List<Transfer>> running() throws StoreFailed {
        Map<String, List<Transfer>> running = new HashMap<>();
        for (Transfer transfer : store.openTransfers()) {
            if (transfer.role() == Role.PROVIDER) {
                running.computeIfAbsent(transfer.agreementId(), _ -> new ArrayList<>())
                        .add(transfer);
            }
        }
        return running;
    }

    private static Optional<Locale> language(String text) {
        return switch (text) {
            case "en" -> Optional.of(Locale.ENGLISH);
            case "ja" -> Optional.of(Locale.JAPANESE);
            default -> Optional.empty();
        };
    }
}
