package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the law as it was known on a day")
final class AsKnownTest {
    private final Law law = Law.load();
    private final LawData data = law.data();

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Flow flow(String from, String to, String regime) {
        return Flow.transfer(
                Party.of(from, "controller", "business"),
                Party.of(to, "controller", "business"),
                FlowData.ofPersonal(regime).build());
    }

    private Ruling then(Flow flow, String on, String knownOn) {
        return law.asKnownOn(day(knownOn)).rule(flow, day(on));
    }

    private Ruling now(Flow flow, String on) {
        return law.rule(flow, day(on));
    }

    @Test
    @DisplayName("lets data go under the Privacy Shield two weeks after its end, the day before the judgment")
    void privacyShield() {
        Flow shielded = Flow.transfer(
                Party.of("IE", "controller", "business"),
                Party.of("US", "controller", "business").certifiedUnder("PRIVACY-SHIELD"),
                FlowData.ofPersonal("EU").build());
        assertThat(then(shielded, "2020-08-01", "2020-07-15")).isInstanceOf(Ruling.Permitted.class);
        assertThat(then(shielded, "2020-08-01", "2020-07-16")).isInstanceOf(Ruling.Forbidden.class);
        assertThat(now(shielded, "2020-08-01")).isInstanceOf(Ruling.Forbidden.class);
        assertThat(then(shielded, "2020-08-01", "2020-07-15").lawData())
                .isEqualTo(law.lawDataVersion() + " as known on 2020-07-15");
    }

    @Test
    @DisplayName("asks for no assessment of clauses before the judgment that asks for it")
    void schrems() {
        Flow clauses = flow("DE", "IN", "EU")
                .and(Safeguard.of("SCC")
                        .set("2004/915/EC")
                        .signed(day("2018-01-01"))
                        .build());
        assertThat(then(clauses, "2020-09-01", "2020-07-01")).isInstanceOf(Ruling.PermittedIf.class);
        assertThat(now(clauses, "2020-09-01")).isInstanceOf(Ruling.Undecided.class);
    }

    @Test
    @DisplayName("sees the sunset for the United Kingdom come, then the extension, then the renewal")
    void unitedKingdom() {
        Flow flow = flow("DE", "GB", "EU");
        assertThat(then(flow, "2025-06-27", "2025-01-01")).isInstanceOf(Ruling.Permitted.class);
        assertThat(then(flow, "2025-07-15", "2025-01-01"))
                .isInstanceOfSatisfying(
                        Ruling.Undecided.class,
                        open -> assertThat(open.missingFacts())
                                .extracting(Question::id)
                                .containsExactly("ground-ends:EU-GB-2021:2025-06-27"));
        assertThat(then(flow, "2025-07-15", "2025-06-24")).isInstanceOf(Ruling.Permitted.class);
        assertThat(then(flow, "2026-01-15", "2025-12-18")).isInstanceOf(Ruling.Undecided.class);
        assertThat(then(flow, "2026-01-15", "2025-12-19")).isInstanceOf(Ruling.Permitted.class);
        assertThat(now(flow, "2025-07-15")).isInstanceOf(Ruling.Permitted.class);
    }

    @Test
    @DisplayName("knows the Japanese designation of Europe between its notice and its first day")
    void japanDesignates() {
        Flow entrusted = flow("JP", "DE", "JP").and(Safeguard.just("entrustment"));
        assertThat(then(entrusted, "2019-02-01", "2019-01-18")).isInstanceOf(Ruling.Permitted.class);
        assertThat(then(entrusted, "2019-02-01", "2019-01-17").allows()).isFalse();
        assertThat(then(entrusted, "2019-01-22", "2019-01-18").allows()).isFalse();
    }

    @Test
    @DisplayName("knows the GDPR from its adoption and Croatia as a member from its treaty")
    void adoption() {
        assertThat(then(flow("DE", "KE", "EU"), "2018-05-25", "2017-01-01").basis())
                .contains("GDPR:44");
        assertThat(then(flow("DE", "KE", "EU"), "2018-05-25", "2016-01-01").basis())
                .contains("DIR9546:25(1)");
        assertThat(then(flow("DE", "HR", "EU"), "2013-07-01", "2012-01-01").basis())
                .contains("no-transfer");
    }

    @Test
    @DisplayName("on the last day of the data is the law of the data")
    void asOf() throws Exception {
        assertThat(law.asKnownOn(data.asOf()).data()).isSameAs(data);
        assertThat(law.asKnownOn(data.asOf().plusYears(1)).data()).isSameAs(data);
        LawData dayBefore = law.asKnownOn(data.asOf().minusDays(1)).data();
        Law before = Law.of(dayBefore);
        GeneratedFlows flows = new GeneratedFlows(23, data);
        for (int i = 0; i < 5_000; i++) {
            Flow flow = flows.flow();
            LocalDate on = flows.day();
            if (!on.isAfter(dayBefore.asOf())) {
                assertThat(before.rule(flow, on).basis())
                        .isEqualTo(law.rule(flow, on).basis());
            }
        }
    }

    @Test
    @DisplayName(
            "judges a day from the knowledge of that day as the law of today does, but for what came into force or ended unseen")
    void sameDay() {
        GeneratedFlows flows = new GeneratedFlows(29, data);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Flow flow = flows.flow();
            LocalDate on = flows.day();
            if (!law.asKnownOn(on)
                    .rule(flow, on)
                    .outcome()
                    .equals(law.rule(flow, on).outcome())) {
                different.add(on + " " + flow);
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    @DisplayName("has a day from which each row was known: not after it is in force, and an end not after it came")
    void everyRow() throws Exception {
        Knowledge knowledge = KnowledgeJson.packaged(data.asOf());
        assertThat(data.provisions().values()).allSatisfy(row -> {
            row.inForceFrom()
                    .ifPresent(from -> assertThat(knowledge.knownFrom(row, from))
                            .as(row.token())
                            .isBeforeOrEqualTo(from));
            row.inForceTo()
                    .ifPresent(last -> assertThat(knowledge.endKnownFrom(row.token(), last))
                            .as(row.token())
                            .isBeforeOrEqualTo(last.plusDays(1)));
        });
        assertThat(data.decisionIds()).allSatisfy(id -> {
            Decision decision = data.decision(id).orElseThrow();
            assertThat(decision.knownFrom())
                    .as(id)
                    .isBeforeOrEqualTo(decision.act().inForceFrom().orElseThrow());
            decision.act()
                    .inForceTo()
                    .ifPresent(last -> assertThat(knowledge.endKnownFrom(id, last))
                            .as(id)
                            .isBetween(decision.knownFrom(), last.plusDays(1)));
        });
        assertThat(knowledge.ends().keySet())
                .allMatch(id ->
                        data.provisions().containsKey(id) || data.decision(id).isPresent());
        assertThat(knowledge.acts())
                .allMatch(act -> data.provisions().values().stream().anyMatch(provision -> act.covers(provision) > 0));
    }
}
