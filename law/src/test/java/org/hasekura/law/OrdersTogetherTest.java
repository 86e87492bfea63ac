package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("where several legal orders speak, or one speaks of its own inside")
final class OrdersTogetherTest {
    private static final int FLOWS = 20_000;
    private static final List<String> STRICTER_AND_STRICTER =
            List.of("permitted", "permitted-if", "undecided", "forbidden");

    private final Law law = Law.load();

    private static GeneratedFlows flows(long seed) throws LawDataException {
        return new GeneratedFlows(seed, LawDataJson.packaged());
    }

    private static String wordInTraces(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Permitted _ -> "permitted";
            case Ruling.PermittedIf _ -> "permitted-if";
            case Ruling.Undecided _ -> "undecided";
            case Ruling.Forbidden _ -> "forbidden";
        };
    }

    @Test
    @DisplayName("the strictest answer is the ruling")
    void strictest() throws Exception {
        GeneratedFlows flows = flows(23);
        int differed = 0;
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = flows.flow();
            LocalDate day = flows.day();
            Trace trace = Trace.on();
            Ruling ruling = law.rule(flow, day, trace);
            Set<Integer> answers = trace.steps().stream()
                    .filter(step -> step.question().equals("answer"))
                    .map(step -> STRICTER_AND_STRICTER.indexOf(step.answer()))
                    .collect(Collectors.toSet());
            if (answers.isEmpty()) {
                continue;
            }
            differed += answers.size() > 1 ? 1 : 0;
            assertThat(STRICTER_AND_STRICTER.indexOf(wordInTraces(ruling)))
                    .as(() -> day + " " + flow + " " + trace.steps())
                    .isGreaterThanOrEqualTo(Collections.max(answers));
        }
        assertThat(differed).as("flows on which orders differ").isGreaterThan(500);
    }

    @Test
    @DisplayName("the order in which facts, lists and safeguards are stated is without meaning")
    void order() throws Exception {
        GeneratedFlows flows = flows(24);
        Random random = new Random(24);
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = flows.flow();
            LocalDate day = flows.day();
            Flow other = new Flow(
                    flow.operation(),
                    mixed(flow.exporter(), random),
                    mixed(flow.importer(), random),
                    flow.data(),
                    flow.purposeCode(),
                    mixed(flow.factCodes(), random),
                    mixed(flow.safeguards(), random),
                    flow.onward());
            assertThat(other).isEqualTo(flow);
            assertThat(law.rule(other, day)).isEqualTo(law.rule(flow, day));
        }
    }

    private static Party mixed(Party party, Random random) {
        return new Party(
                party.country(),
                party.role(),
                party.kind(),
                party.sector(),
                mixed(party.certifiedUnder(), random),
                mixed(party.subjectTo(), random),
                party.relation());
    }

    private static Set<String> mixed(Set<String> codes, Random random) {
        return new LinkedHashSet<>(mixed(List.copyOf(codes), random));
    }

    private static <T> List<T> mixed(List<T> list, Random random) {
        List<T> mixed = new ArrayList<>(list);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    @Test
    @DisplayName("a flow inside the EEA is no transfer: no ground or bar of Chapter V stands in the ruling")
    void insideTheEea() throws Exception {
        LawData data = LawDataJson.packaged();
        GeneratedFlows flows = flows(25);
        List<String> states = List.copyOf(data.memberships().keySet());
        Random random = new Random(25);
        int seen = 0;
        for (int i = 0; i < FLOWS; i++) {
            String from = states.get(random.nextInt(states.size()));
            String to = states.get(random.nextInt(states.size()));
            Flow flow = flows.flow(from, to);
            LocalDate day = flows.day();
            boolean unlawfulAnyway = flow.has("no-art6-basis");
            if (!data.inEea(from, day) || !data.inEea(to, day) || unlawfulAnyway) {
                continue;
            }
            seen++;
            assertThat(law.rule(flow, day).grounds())
                    .as(() -> day + " " + flow)
                    .extracting(Provision::token)
                    .noneMatch(token -> token.matches("GDPR:4[4-9].*|DIR9546:2[56].*|SCC:.*|EU-[A-Z]{2}-\\d{4}"));
        }
        assertThat(seen).isGreaterThan(5_000);
    }
}
