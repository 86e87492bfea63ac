package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a fact that an undecided ruling misses")
final class MissingFactsTest {
    private static final int FLOWS = 60_000;
    private final Law law = Law.load();

    @Test
    @DisplayName("is missed no more once it is given")
    void given() throws Exception {
        GeneratedFlows flows = new GeneratedFlows(21, LawDataJson.packaged());
        Set<String> asked = new TreeSet<>();
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = flows.flow();
            LocalDate day = flows.day();
            for (String question : questions(flow, day)) {
                Optional<Flow> answered = answered(flow, day, question);
                if (answered.isPresent()) {
                    asked.add(question.split(":", -1)[0]);
                    assertThat(questions(answered.get(), day))
                            .as(() -> day + " " + flow + " with " + answered.get())
                            .doesNotContain(question);
                }
            }
        }
        assertThat(asked)
                .contains("is-it-personal", "roles", "tia", "tia-stale", "9-ref", "10-ref", "49-fact", "27-fact")
                .contains("44-published", "dga", "28(3)", "tia-measures");
    }

    private List<String> questions(Flow flow, LocalDate day) {
        return law.rule(flow, day) instanceof Ruling.Undecided undecided
                ? undecided.missingFacts().stream().map(Question::id).toList()
                : List.of();
    }

    /** The flow with the answer; empty where the question asks for a judgement, or for law that the data do not hold. */
    private static Optional<Flow> answered(Flow flow, LocalDate day, String question) {
        String subject = question.substring(question.indexOf(':') + 1);
        return switch (question.split(":", -1)[0]) {
            case "is-it-personal" ->
                Optional.of(with(flow, FlowData.ofPersonal("none").build()));
            case "roles" -> Optional.of(roles(flow));
            case "tia", "tia-stale" ->
                Optional.of(flow.safeguards(
                        flow.safeguards().stream().map(s -> s.assessed(day)).toList()));
            case "tia-measures" ->
                Optional.of(flow.safeguards(flow.safeguards().stream()
                        .filter(s -> s.supplementaryMeasures().isEmpty())
                        .toList()));
            case "9-ref" -> Optional.of(instead(flow, Safeguard.of("art9-basis").ref("9(2)(a)")));
            case "10-ref" ->
                Optional.of(instead(flow, Safeguard.of("art10-authorisation").ref("union-law")));
            case "49-fact" -> Optional.of(fact(withoutDenial(flow, subject), subject));
            case "27-fact" -> Optional.of(fact(flow, subject));
            case "44-published" -> Optional.of(instead(flow, Safeguard.of("public-disclosure-of-items")));
            case "28(3)" ->
                Optional.of(instead(
                        instead(flow, Safeguard.of("equivalent-measures").periodicCheck("annual-ok")),
                        Safeguard.of("cbpr").periodicCheck("annual-ok")));
            case "dga" -> Optional.of(instead(flow, Safeguard.of(subject)));
            default -> Optional.empty();
        };
    }

    private static Flow with(Flow flow, FlowData data) {
        return new Flow(
                flow.operation(),
                flow.exporter(),
                flow.importer(),
                data,
                flow.purposeCode(),
                flow.factCodes(),
                flow.safeguards(),
                flow.onward());
    }

    private static Flow roles(Flow flow) {
        return new Flow(
                flow.operation(),
                controller(flow.exporter()),
                controller(flow.importer()),
                flow.data(),
                flow.purposeCode(),
                flow.factCodes(),
                flow.safeguards(),
                flow.onward());
    }

    private static Party controller(Party party) {
        return new Party(
                party.country(),
                "controller",
                party.kind(),
                party.sector(),
                party.certifiedUnder(),
                party.subjectTo(),
                party.relation());
    }

    private static Flow fact(Flow flow, String code) {
        return flow.moreFacts(Set.of(code));
    }

    /** Without a documented test that says the contrary of the fact. */
    private static Flow withoutDenial(Flow flow, String code) {
        return flow.safeguards(
                flow.safeguards().stream().filter(s -> !s.denies(code)).toList());
    }

    /** With that safeguard, in force, instead of others of its type. */
    private static Flow instead(Flow flow, Safeguard.Builder safeguard) {
        Safeguard one = safeguard.build();
        List<Safeguard> rest = new ArrayList<>(flow.safeguards());
        rest.removeIf(other -> other.type().equals(one.type()));
        rest.add(one);
        Set<String> facts = new HashSet<>(flow.factCodes());
        facts.remove("safeguard-not-in-force");
        return flow.safeguards(rest).facts(facts.toArray(String[]::new));
    }
}
