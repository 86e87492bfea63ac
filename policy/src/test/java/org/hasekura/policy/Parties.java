package org.hasekura.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.identity.Safeguard;

/** Entries of a participant register for tests. */
final class Parties {

    static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SOURCE = "contract on file";

    private Parties() {}

    static Participant controller(String host, String country, String... laws) {
        List<Fact> facts = new ArrayList<>(List.of(
                fact(Fact.Name.COUNTRY, country),
                fact(Fact.Name.ROLE, "controller"),
                fact(Fact.Name.KIND, "business")));
        for (String law : laws) {
            facts.add(fact(Fact.Name.SUBJECT_TO, law));
        }
        return new Participant(new Did("did:web:" + host), facts, List.of());
    }

    static Participant with(Participant participant, Safeguard safeguard) {
        List<Safeguard> all = new ArrayList<>(participant.safeguards());
        all.add(safeguard);
        return new Participant(participant.did(), participant.facts(), all);
    }

    static Participant without(Participant participant, Fact.Name name) {
        return new Participant(
                participant.did(),
                participant.facts().stream().filter(fact -> fact.name() != name).toList(),
                participant.safeguards());
    }

    static Safeguard safeguard(String type, LocalDate from, Map<String, String> attributes) {
        return new Safeguard(type, attributes, SOURCE, from, Optional.empty(), RECORDED);
    }

    static Fact fact(Fact.Name name, String value) {
        return new Fact(name, value, SOURCE, FROM, Optional.empty(), RECORDED);
    }
}
