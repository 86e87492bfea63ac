package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("for every flow drawn from the vocabulary, out of Japan")
final class JapanPropertiesTest {
    private static final int FLOWS = 6_000;
    private static final LocalDate DECISION = LocalDate.of(2019, 1, 23);
    private static final LocalDate NUMBERS = LocalDate.of(2015, 10, 5);
    private static final List<String> NOT_DESIGNATED = List.of("US", "CN", "KR", "BR", "CH", "IN", "TH");
    private static final List<Safeguard> CLAIMS = List.of(
            Safeguard.just("entrustment"),
            Safeguard.just("cbpr"),
            Safeguard.just("consent"),
            equivalent(false),
            equivalent(true),
            consent("foreign-third-party", false),
            consent("foreign-third-party", true),
            consent("third-party-provision", true),
            licence("EU001"),
            licence("METI-individual"));

    private final Law law = Law.load();

    private static Safeguard equivalent(boolean covering) {
        return Safeguard.of("equivalent-measures")
                .states("coversSupplementaryRules", covering)
                .build();
    }

    private static Safeguard consent(String scope, boolean informed) {
        return Safeguard.of("appi-consent")
                .scope(scope)
                .states("informed", informed)
                .build();
    }

    private static Safeguard licence(String ref) {
        return Safeguard.of("export-authorisation").ref(ref).build();
    }

    // APPI:23 stands beside "no-transfer", which a stricter order of law beside Japan drops.

    /** A flow that was allowed on its day. */
    private record Allowed(Flow flow, LocalDate day, List<String> tokens) {}

    /** Flows to countries that are not designated, each with two safeguards that somebody claims, as far as they are allowed. */
    private List<Allowed> allowed(long seed, UnaryOperator<Flow> shape) throws LawDataException {
        GeneratedFlows flows = new GeneratedFlows(seed, LawDataJson.packaged());
        List<Allowed> allowed = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            Flow drawn = flows.flow("JP", NOT_DESIGNATED.get(i % NOT_DESIGNATED.size()))
                    .and(CLAIMS.get(i % CLAIMS.size()))
                    .and(CLAIMS.get(i / CLAIMS.size() % CLAIMS.size()));
            LocalDate day = flows.day();
            Flow flow = shape.apply(drawn);
            Ruling ruling = law.rule(flow, day);
            if (ruling.allows() && flow.operation() != Operation.MEASURE) {
                List<String> tokens =
                        ruling.grounds().stream().map(Provision::token).toList();
                allowed.add(new Allowed(flow, day, tokens));
            }
        }
        assertThat(allowed).as("allowed at all").hasSizeGreaterThan(50);
        return allowed;
    }

    /** The same flow of other data, with nothing that calls for an export licence besides them. */
    private static Flow of(FlowData data, Flow flow, Optional<Onward> onward) {
        Set<String> facts = new HashSet<>(flow.factCodes());
        facts.remove("catch-all-end-use");
        return new Flow(
                flow.operation(),
                flow.exporter(),
                flow.importer(),
                data,
                flow.purposeCode(),
                facts,
                flow.safeguards(),
                onward);
    }

    private static Flow underTheDecision(Flow flow) {
        return of(FlowData.ofPersonal("EU").build(), flow, Optional.of(new Onward("EU", "A45-3")));
    }

    @Test
    @DisplayName("European personal data go on only by a route of Supplementary Rule (4), or to nobody else")
    void ruleFour() throws Exception {
        for (Allowed one : allowed(11, JapanPropertiesTest::underTheDecision)) {
            if (!one.day().isBefore(DECISION)) {
                assertThat(one.tokens())
                        .as(one::toString)
                        .containsAnyOf(
                                "APPI:28(1)-equivalent",
                                "APPI:28(1)-consent",
                                "APPI:27(1)(ii)",
                                "APPI:27(1)(vi)",
                                "APPI:27(1)(vii)",
                                "APPI:23",
                                "no-transfer");
            }
        }
    }

    @Test
    @DisplayName("no certification, entrustment or uninformed consent alone takes European data on")
    void notEnough() throws Exception {
        for (Allowed one : allowed(12, JapanPropertiesTest::underTheDecision)) {
            boolean enough = one.flow().safeguards().stream()
                    .anyMatch(s -> s.affirms("informed") || s.affirms("coversSupplementaryRules"));
            if (!enough && !one.day().isBefore(DECISION)) {
                assertThat(one.tokens())
                        .as(one::toString)
                        .containsAnyOf("APPI:27(1)(ii)", "APPI:27(1)(vi)", "APPI:27(1)(vii)", "APPI:23", "no-transfer");
            }
        }
    }

    @Test
    @DisplayName("listed technology goes only with a licence of the ministry")
    void listedTechnology() throws Exception {
        FlowData listed = FlowData.ofNonPersonal()
                .controlledTech(new ControlledTech("JP-FEO-TABLE", Optional.of("7"), false))
                .build();
        for (Allowed one : allowed(13, flow -> of(listed, flow, Optional.empty()))) {
            assertThat(one.tokens()).as(one::toString).contains("FEFA:25(1)-licence");
        }
    }

    @Test
    @DisplayName("individual numbers go only entrusted for taxes, or to nobody else")
    void individualNumbers() throws Exception {
        FlowData numbers = FlowData.ofPersonal("JP").nationalId("JP-my-number").build();
        for (Allowed one :
                allowed(14, flow -> of(numbers, flow, Optional.empty()).purpose("statutory-tax"))) {
            if (!one.day().isBefore(NUMBERS)) {
                assertThat(one.tokens())
                        .as(one::toString)
                        .containsAnyOf("MNA:19-entrustment", "APPI:23", "no-transfer");
            }
        }
    }
}
