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

    private static final int LIMIT_BY_DEFAULT = 100;
    private static final int LIMIT_MAX = 500;

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
                Route.get("/api/law", _ -> shown(law.now())),
                Route.post("/api/law/load", 0, _ -> load()),
                Route.get("/api/rulings", this::rulings));
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
        Optional<Integer> limit = limit(request.query("limit"));
        Optional<Locale> language = language(request.query("lang").orElse("en"));
        if (limit.isEmpty() || language.isEmpty()) {
            return Response.refused(400, "`limit` takes 1 to " + LIMIT_MAX + ", `lang` takes `en` or `ja`");
        }
        List<Concluded> page = store.agreements(request.query("before").orElse(""), limit.get());
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
        Optional<String> next = page.size() < limit.get()
                ? Optional.empty()
                : Optional.of(page.getLast().agreement().id());
        return Response.json(200, RulingsJson.page(items, next, language.get()));
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

    private static Optional<Integer> limit(Optional<String> text) {
        return ValueKind.whole(1, LIMIT_MAX).reader().apply(text.orElse(String.valueOf(LIMIT_BY_DEFAULT)));
    }

    private static Optional<Locale> language(String text) {
        return switch (text) {
            case "en" -> Optional.of(Locale.ENGLISH);
            case "ja" -> Optional.of(Locale.JAPANESE);
            default -> Optional.empty();
        };
    }
}
