package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("between a German, a Japanese and a Kenyan company")
final class DemoFlowsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Party GERMANY = Party.of("DE", "controller", "business");
    private static final Party JAPAN = Party.of("JP", "controller", "business").subjectTo("APPI");
    private static final Party KENYA = Party.of("KE", "controller", "business");
    private static final FlowData CONTACTS = FlowData.ofPersonal("EU").build();

    private final Law law = Law.load();

    @Test
    @DisplayName(
            "customer contacts go to Japan on the adequacy decision, and each Supplementary Rule is a duty of the importer")
    void toJapan() {
        Ruling ruling = law.rule(Flow.transfer(GERMANY, JAPAN, CONTACTS), DAY);
        assertThat(ruling).isInstanceOf(Ruling.Permitted.class);
        assertThat(ruling.grounds()).extracting(Provision::token).containsExactly("GDPR:45(3)", "EU-JP-2019");
        assertThat(ruling.grounds().get(1).citation()).contains("(EU) 2019/419");
        assertThat(ruling.duties())
                .filteredOn(duty -> duty.who().equals("importer"))
                .extracting(Duty::id)
                .containsExactly("SR:1", "SR:2", "SR:3", "SR:4", "SR:5", "SR:pseudonymous");
        assertThat(ruling.lawData()).isEqualTo(law.lawDataVersion());
        assertThat(ruling.judgedFor()).isEqualTo(DAY);
    }

    @Test
    @DisplayName("the rule on pseudonymously processed information is no duty before its revision of 2023")
    void beforeTheRevision() {
        Ruling before = law.rule(Flow.transfer(GERMANY, JAPAN, CONTACTS), LocalDate.of(2023, 3, 31));
        assertThat(before.duties()).extracting(Duty::id).doesNotContain("SR:pseudonymous");
        Ruling after = law.rule(Flow.transfer(GERMANY, JAPAN, CONTACTS), LocalDate.of(2023, 4, 1));
        assertThat(after.duties()).extracting(Duty::id).contains("SR:pseudonymous");
    }

    @Test
    @DisplayName(
            "the same contacts are refused to Kenya, with the clauses of module 1, an assessment and narrow derogations as cures")
    void toKenya() {
        Ruling ruling = law.rule(Flow.transfer(GERMANY, KENYA, CONTACTS), DAY);
        assertThat(ruling).isInstanceOfSatisfying(Ruling.Forbidden.class, forbidden -> {
            assertThat(forbidden.basis()).containsExactly("GDPR:44");
            assertThat(forbidden.cures())
                    .extracting(Condition::id)
                    .containsExactly("SCC:module", "TIA", "BCR", "46:other", "49:narrow");
            assertThat(forbidden.cures().get(0).textEn()).contains("module 1");
            assertThat(forbidden.cures().get(1).textEn()).contains("importer's country");
        });
    }

    @Test
    @DisplayName(
            "with clauses and a dated assessment Kenya is permitted under conditions, with the duties of the clauses")
    void cured() {
        Safeguard clauses = Safeguard.of("SCC")
                .set("2021/914")
                .module(1)
                .tia("positive")
                .tiaDate(LocalDate.of(2026, 8, 1))
                .build();
        Ruling ruling = law.rule(Flow.transfer(GERMANY, KENYA, CONTACTS).and(clauses), DAY);
        assertThat(ruling).isInstanceOfSatisfying(Ruling.PermittedIf.class, permitted -> {
            assertThat(permitted.basis()).containsExactly("GDPR:46(2)(c)");
            assertThat(permitted.conditions()).extracting(Condition::id).containsExactly("TIA", "SCC:unmodified");
            assertThat(permitted.duties())
                    .extracting(Duty::id)
                    .containsExactly("SCC:8", "SCC:onward", "SCC:15", "TIA:update", "GDPR:inform", "SCC:8.2");
        });
    }

    @Test
    @DisplayName("registers and battery footprints move freely in every direction")
    void nonPersonal() {
        FlowData footprint = FlowData.ofNonPersonal().industrial(true).build();
        for (Flow flow : List.of(
                Flow.transfer(GERMANY, JAPAN, footprint),
                Flow.transfer(JAPAN, GERMANY, footprint),
                Flow.transfer(GERMANY, KENYA, footprint))) {
            Ruling ruling = law.rule(flow, DAY);
            assertThat(ruling).isInstanceOf(Ruling.Permitted.class);
            assertThat(ruling.basis()).containsExactly("not-personal");
        }
    }

    @Test
    @DisplayName("nothing moves while nobody says what the data are")
    void silent() {
        Ruling ruling =
                law.rule(Flow.transfer(GERMANY, JAPAN, FlowData.builder().build()), DAY);
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Undecided.class,
                        undecided -> assertThat(undecided.missingFacts())
                                .extracting(Question::id)
                                .containsExactly("is-it-personal"));
    }

    @Test
    @DisplayName("a Japanese company may send personal data to Germany only with a ground for the provision itself")
    void fromJapan() {
        FlowData staff = FlowData.ofPersonal("JP").build();
        Flow bare = Flow.transfer(JAPAN, GERMANY, staff);
        assertThat(law.rule(bare, DAY)).isInstanceOf(Ruling.Forbidden.class);
        Ruling entrusted = law.rule(bare.and(Safeguard.just("entrustment")), DAY);
        assertThat(entrusted).isInstanceOf(Ruling.Permitted.class);
        assertThat(entrusted.basis()).containsExactly("APPI:28(1)-designated", "APPI:27(5)(i)");
        assertThat(entrusted.duties()).extracting(Duty::id).containsExactly("APPI:25");
    }

    @Test
    @DisplayName("the trace names the questions of the legal order with their answers")
    void trace() {
        Trace trace = Trace.on();
        law.rule(Flow.transfer(GERMANY, KENYA, CONTACTS), DAY, trace);
        assertThat(trace.steps())
                .extracting(step -> step.order() + " " + step.question() + ": " + step.answer())
                .containsExactly(
                        "EU transfer: yes",
                        "EU adequacy: none",
                        "EU safeguard: none",
                        "EU derogation: none",
                        "EU ground: none",
                        "EU answer: forbidden");
    }
}
