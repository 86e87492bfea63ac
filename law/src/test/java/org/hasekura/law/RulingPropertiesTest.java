package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hasekura.law.Provision.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("for every flow drawn from the vocabulary, a ruling")
final class RulingPropertiesTest {
    private static final int FLOWS = 8_000;
    private static final Set<Kind> FREE = EnumSet.of(Kind.GROUND, Kind.BOTH, Kind.SCOPE, Kind.ACT);
    private final Law law = Law.load();
    private final LawData data = packaged();

    private static LawData packaged() {
        try {
            return LawDataJson.packaged();
        } catch (LawDataException e) {
            throw new IllegalStateException(e);
        }
    }

    private GeneratedFlows flows(long seed) {
        return new GeneratedFlows(seed, data);
    }

    @Test
    @DisplayName("prints at most five tokens, all of its outcome's kind and all in force on the day")
    void tokens() {
        GeneratedFlows flows = flows(1);
        Set<String> outcomes = new HashSet<>();
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = flows.flow();
            LocalDate day = flows.day();
            Ruling ruling = law.rule(flow, day);
            outcomes.add(ruling.outcome());
            Supplier<String> about = () -> day + " " + flow + " -> " + ruling;
            assertThat(ruling.basis()).as(about).hasSizeLessThanOrEqualTo(Ruling.BASIS_TOKENS_MAX);
            assertThat(ruling.grounds()).as(about).allMatch(ground -> ground.inForceOn(day));
            assertThat(ruling.duties())
                    .as(about)
                    .allMatch(duty -> duty.provision().inForceOn(day));
            switch (ruling) {
                case Ruling.Permitted p -> {
                    assertThat(p.basis()).as(about).isNotEmpty();
                    assertThat(p.grounds()).as(about).allMatch(ground -> FREE.contains(ground.kind()));
                }
                case Ruling.PermittedIf p -> {
                    assertThat(p.conditions()).as(about).isNotEmpty();
                    assertThat(p.grounds())
                            .as(about)
                            .anyMatch(ground -> ground.kind() == Kind.GROUND || ground.kind() == Kind.BOTH);
                }
                case Ruling.Forbidden f -> {
                    assertThat(f.cures()).as(about).isNotEmpty();
                    assertThat(f.grounds())
                            .as(about)
                            .anyMatch(ground -> ground.kind() == Kind.BAR || ground.kind() == Kind.BOTH);
                }
                case Ruling.Undecided u ->
                    assertThat(u.missingFacts()).as(about).isNotEmpty();
            }
        }
        assertThat(outcomes).hasSize(4);
    }

    @Test
    @DisplayName("that forbids is never lifted by taking a safeguard away")
    void safeguards() {
        GeneratedFlows flows = flows(2);
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = flows.flow();
            LocalDate day = flows.day();
            if (flow.safeguards().isEmpty() || !(law.rule(flow, day) instanceof Ruling.Forbidden)) {
                continue;
            }
            for (Safeguard gone : flow.safeguards()) {
                List<Safeguard> rest = new ArrayList<>(flow.safeguards());
                rest.remove(gone);
                assertThat(law.rule(flow.safeguards(rest), day).allows())
                        .as(() -> day + " " + flow + " without " + gone)
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName("that does not allow is never lifted by a fact that denies something")
    void denials() {
        GeneratedFlows flows = flows(7);
        List<String> denials = List.of(
                "no-art6-basis",
                "no-art28-contract",
                "purpose-change",
                "no-consent",
                "no-opt-out",
                "no-entrustment",
                "no-art27-basis",
                "no-licence",
                "no-authorisation",
                "no-user-consent",
                "no-clearance",
                "no-international-agreement",
                "safeguard-not-in-force",
                "from-other-member-state",
                "catch-all-end-use",
                "systematic",
                "excluded-entity-purpose",
                "consent-not-confirmed",
                "communication-content",
                "foreign-government-influence");
        for (int i = 0; i < FLOWS / 2; i++) {
            Flow flow = flows.flow();
            LocalDate day = flows.day();
            // A measure is judged by what it is said to be, and a flow on the edge of a filing period by its silence.
            if (law.rule(flow, day).allows() || flow.operation() == Operation.MEASURE) {
                continue;
            }
            for (String denial : denials) {
                Set<String> codes = new HashSet<>(flow.factCodes());
                codes.add(denial);
                assertThat(law.rule(flow.facts(codes.toArray(String[]::new)), day)
                                .allows())
                        .as(() -> day + " " + flow + " with " + denial)
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName("is the same with a trace and without, and the trace says something")
    void trace() {
        GeneratedFlows flows = flows(4);
        for (int i = 0; i < 2_000; i++) {
            Flow flow = flows.flow();
            LocalDate day = flows.day();
            Trace trace = Trace.on();
            assertThat(law.rule(flow, day, trace)).isEqualTo(law.rule(flow, day));
            assertThat(trace.steps()).isNotEmpty();
        }
    }

    @Test
    @DisplayName("on personal data inside the EEA is that there is no transfer")
    void insideTheEea() {
        Party from = Party.of("DE", "controller", "business");
        for (String to : List.of("FR", "NO", "IS", "LI", "BG", "HR")) {
            Flow flow = Flow.transfer(
                    from,
                    Party.of(to, "controller", "business"),
                    FlowData.ofPersonal("EU").build());
            for (LocalDate day = LocalDate.of(2018, 7, 20); day.getYear() < 2028; day = day.plusDays(40)) {
                Ruling ruling = law.rule(flow, day);
                assertThat(ruling).isInstanceOf(Ruling.Permitted.class);
                assertThat(ruling.basis()).containsExactly("no-transfer");
            }
        }
    }

    @Test
    @DisplayName("for an exporter of one grantor never rests on the decision of another")
    void noBorrowing() {
        GeneratedFlows flows = flows(5);
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = flows.flow();
            LocalDate day = flows.day();
            for (Provision ground : law.rule(flow, day).grounds()) {
                String grantor = grantorOf(ground.token());
                if (!grantor.isEmpty()) {
                    String from = flow.exporter().country();
                    boolean ofUnion = data.inEea(from, day)
                            || from.equals("GB")
                            || flow.exporter().subjectTo().contains("GDPR-3(2)");
                    assertThat(grantor.equals("EU") ? ofUnion : grantor.equals(from))
                            .as(() -> day + " " + flow + " on " + ground.token())
                            .isTrue();
                }
            }
        }
    }

    private String grantorOf(String token) {
        for (Map<String, List<Decision>> decisions : data.decisions().values()) {
            Optional<Decision> found = decisions.values().stream()
                    .flatMap(List::stream)
                    .filter(d -> d.id().equals(token))
                    .findFirst();
            if (found.isPresent()) {
                return found.get().grantor();
            }
        }
        return "";
    }
}
