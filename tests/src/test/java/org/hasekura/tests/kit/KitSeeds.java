package org.hasekura.tests.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Role;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;

/** What must be there before the kit comes: itself in the register, datasets on offer, agreements from before. */
record KitSeeds(Did self, Did peer, String peerName, Instant now) {

    private static final Terms USE = Terms.permitting(Permission.use());

    private static final List<String> DATASETS =
            names("CAT0101 CAT0102 ACN0101 ACN0102 ACN0103 ACN0104 ACN0201 ACN0202 ACN0203"
                    + " ACN0204 ACN0205 ACN0206 ACN0207 ACN0301 ACN0302 ACN0303 ACN0304");

    /** The numbers of the tests; agreements of both roles have the same. */
    private static final List<String> TRANSFERS =
            names("0101 0102 0103 0104 0105 0201 0202 0203 0204 0205" + " 0301 0302 0303 0304 0305 0306");

    Commit commit() {
        var changes = new ArrayList<Change>();
        changes.add(new Change.OfParticipant(participant()));
        DATASETS.forEach(id -> changes.add(new Change.OfDataset(dataset(id))));
        TRANSFERS.forEach(number -> {
            changes.add(new Change.OfAgreement(concluded("ATP" + number, Role.PROVIDER)));
            changes.add(new Change.OfAgreement(concluded("ATPC" + number, Role.CONSUMER)));
        });
        return new Commit(changes, Optional.empty(), List.of());
    }

    private Participant participant() {
        return new Participant(
                peer,
                Stream.of(
                                fact(Fact.Name.NAME, "conformance kit"),
                                fact(Fact.Name.COUNTRY, "DE"),
                                fact(Fact.Name.ROLE, "controller"),
                                fact(Fact.Name.KIND, "business"))
                        .toList(),
                List.of());
    }

    private Fact fact(Fact.Name name, String value) {
        return new Fact(name, value, "made up for the kit", LocalDate.EPOCH, Optional.empty(), now);
    }

    private Dataset dataset(String id) {
        return new Dataset(
                id,
                Map.of("en", "Dataset of the kit"),
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of("nonPersonal", "true", "originRegime", "none"),
                List.of(new Offer("CD123:" + id + ":456", USE)),
                Dataset.Answering.DIRECT,
                new Dataset.Content("none", "text/plain", "kit.txt", 0, "0".repeat(64)),
                now,
                Optional.empty(),
                1);
    }

    private Concluded concluded(String id, Role role) {
        var agreement = role == Role.PROVIDER
                ? new Agreement(id, "CAT0101", self.text(), peerName, now, USE)
                : new Agreement(id, "CAT0101", peerName, self.text(), now, USE);
        return new Concluded(
                agreement,
                role,
                peer.text(),
                "before-" + id,
                OdrlJson.sha256(agreement),
                Optional.of(now),
                Optional.empty());
    }

    private static List<String> names(String text) {
        return List.of(text.split(" "));
    }
}
