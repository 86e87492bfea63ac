package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Shape;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Visibility;
import org.hasekura.partnership.LedgerJson;
import org.hasekura.policy.Action;
import org.hasekura.policy.Duty;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;

/**
 * The register as a dataset of the node's own catalog, so that the other secretariat and whoever else subscribes get it under an
 * agreement. What is offered is a copy of the events under the hash of its bytes: nobody reads a file that is being changed.
 */
final class RegisterOffer {

    static final String DATASET = "partnership-register";

    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    /** Whoever names the source may use it. */
    private static final Offer OPEN = new Offer(
            "open-with-attribution",
            new Terms(List.of(Permission.use()), List.of(), List.of(new Duty(new Action("attribute"), List.of()))));

    private static final Map<String, String> NOBODY = Map.of("nonPersonal", "true", "originRegime", "none");

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Path published;
    private final String regime;
    private final Clock clock;

    /**
     * Of one node.
     *
     * @param published where copies lie
     * @param regime whose law attaches to names of people in the register
     */
    RegisterOffer(Exchange exchange, ExchangeStore store, Path published, String regime, Clock clock) {
        this.exchange = exchange;
        this.store = store;
        this.published = published;
        this.regime = regime;
        this.clock = clock;
    }

    boolean isOffered() throws StoreFailed {
        return store.dataset(DATASET).filter(Dataset::isOnOffer).isPresent();
    }

    /** Puts the register on offer, or in the place of what was offered. */
    void offer(RegisterFolder register, boolean namesPeople) throws CommandFailed {
        publish(register, namesPeople ? people() : NOBODY);
    }

    /** Offers the register anew, as it was described, if it is on offer. */
    void refresh(Path folder) throws CommandFailed {
        Optional<Dataset> offered = stored().filter(Dataset::isOnOffer);
        if (offered.isPresent()) {
            publish(RegisterFolder.open(folder), offered.get().facts());
        }
    }

    /** Officials who are named in what they enter. */
    private Map<String, String> people() {
        return Map.of(
                "personal", "true",
                "originRegime", regime,
                "categories", "contact",
                "special", "none",
                "criminal", "false",
                "children", "false",
                "pseudonymised", "false",
                "governmentId", "false",
                "hr", "false");
    }

    private Optional<Dataset> stored() throws CommandFailed {
        try {
            return store.dataset(DATASET);
        } catch (StoreFailed e) {
            throw new CommandFailed("the catalog cannot be read: " + e.getMessage());
        }
    }

    private void publish(RegisterFolder register, Map<String, String> facts) throws CommandFailed {
        byte[] events = LedgerJson.write(register.ledger());
        Optional<Dataset> before = stored();
        var dataset = new Dataset(
                DATASET,
                Map.of("en", "Register of what the EU and Japan promised each other", "ja", "日EUの約束の登録簿"),
                Map.of(
                        "en", "Every change as a signed event; docs/partnership.md says how to read it.",
                        "ja", "すべての変更を署名付きの記録として収録。"),
                List.of("partnership", "commitments"),
                List.of("GOVE"),
                List.of("JP"),
                Optional.of(LICENCE),
                facts,
                List.of(OPEN),
                Dataset.Answering.DIRECT,
                before.map(Dataset::visibility).orElseGet(Visibility::everyone),
                Shape.NONE,
                content(events),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                before.map(Dataset::version).orElse(0L) + 1);
        try {
            Committed committed = exchange.offerings().publish(dataset);
            if (!(committed instanceof Committed.Done)) {
                throw new CommandFailed("the register stands, but was not offered anew just now; offer it again");
            }
        } catch (StoreFailed e) {
            throw new CommandFailed("the register stands, but was not offered anew: " + e.getMessage());
        }
    }

    private Dataset.Content content(byte[] events) throws CommandFailed {
        String hash = Hash.sha256(events).hex();
        Path file = published.resolve(hash).toAbsolutePath();
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(published);
                Path part = Files.createTempFile(published, "part", "");
                Files.write(part, events, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new CommandFailed("the register cannot be copied to be offered: " + e.getMessage());
        }
        return new Dataset.Content(file.toString(), "application/x-ndjson", RegisterFolder.EVENTS, events.length, hash);
    }
}
