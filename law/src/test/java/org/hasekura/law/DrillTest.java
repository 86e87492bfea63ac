package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a legal fire drill")
final class DrillTest {
    private static final Party GERMANY = Party.of("DE", "controller", "business");
    private static final Party JAPAN = Party.of("JP", "controller", "business").subjectTo("APPI");
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    private final Law law = Law.load();

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "EU-US-SH-2000, 2015-10-06, SAFE-HARBOUR",
        "EU-US-PS-2016, 2020-07-16, PRIVACY-SHIELD",
        "EU-US-PNR-2004, 2006-10-01, ''",
        "EU-GB-TCA, 2021-06-29, ''"
    })
    @DisplayName("supposing an end that came is ruled as the law was ruled when it had come")
    void history(String decision, LocalDate day, String certificate) throws Exception {
        Law unaware = Law.of(law.data().withEnd(decision, Optional.empty()));
        Drill drill = new Drill(unaware, List.of(DecisionEnd.parse(decision + "@" + day, unaware)));
        List<DrillFlow> flows = past(certificate);
        DrillReport report = drill.on(flows);
        assertThat(report.results()).hasSameSizeAs(flows);
        for (DrillResult result : report.results()) {
            Ruling before = law.rule(result.flow().flow(), day.minusDays(1));
            assertThat(result.before().outcome()).as(result.flow().id()).isEqualTo(before.outcome());
            assertThat(result.before().basis()).as(result.flow().id()).isEqualTo(before.basis());
            assertThat(result.after())
                    .as(result.flow().id())
                    .isEqualTo(law.rule(result.flow().flow(), day));
        }
    }

    /** Flows of every kind that cross the Atlantic and the Channel. */
    private static List<DrillFlow> past(String certificate) {
        List<DrillFlow> flows = new ArrayList<>();
        for (String country : List.of("US", "GB", "CH", "JP")) {
            for (String kind : List.of("business", "public-authority")) {
                Party importer = Party.of(country, "processor", kind).certifiedUnder(certificates(certificate));
                FlowData data =
                        FlowData.ofPersonal("EU").passengerNameRecord(true).build();
                Flow bare = Flow.transfer(GERMANY, importer, data);
                flows.add(new DrillFlow(country + kind, Optional.empty(), country, bare));
                Safeguard clauses = Safeguard.of("SCC").set("2010/87/EU").build();
                flows.add(new DrillFlow(country + kind + "+SCC", Optional.empty(), country, bare.and(clauses)));
            }
        }
        return flows;
    }

    private static String[] certificates(String certificate) {
        return certificate.isEmpty() ? new String[0] : new String[] {certificate};
    }

    @Test
    @DisplayName(
            "of 2020 shows that Privacy Shield falls, clauses hold, and clauses without an assessment become undecided")
    void schremsTwo() throws Exception {
        Party importer = Party.of("US", "processor", "business").certifiedUnder("PRIVACY-SHIELD");
        Flow bare = Flow.transfer(GERMANY, importer, FlowData.ofPersonal("EU").build());
        Safeguard clauses = Safeguard.of("SCC").set("2010/87/EU").build();
        LocalDate day = LocalDate.of(2020, 7, 16);
        DrillReport report = drill("EU-US-2016@2020-07-16")
                .on(List.of(
                        flow("shield", bare),
                        flow("assessed", bare.and(clauses.assessed(day))),
                        flow("clauses", bare.and(clauses)),
                        flow(
                                "clauses alone",
                                bare.importer(Party.of("US", "processor", "business"))
                                        .and(clauses))));
        assertThat(report.results())
                .extracting(DrillResult::fate)
                .containsExactly(Fate.FALLS, Fate.HOLDS_OTHERWISE, Fate.UNDECIDED, Fate.UNDECIDED);
        assertThat(report.results().getFirst().causes())
                .extracting(Provision::token)
                .containsExactly("EU-US-PS-2016");
        assertThat(report.results().getFirst().cures())
                .extracting(Cure::id)
                .as("the clauses of 2021 did not exist yet")
                .containsExactly("scc-2010", "certification", "explicit-consent", "ad-hoc-clauses");
        assertThat(report.results().getLast().causes())
                .as("what changes for clauses is the judgment, not the end of a decision they never rested on")
                .extracting(Provision::token)
                .containsExactly("C-311/18");
        assertThat(report.results().getLast().cures())
                .first()
                .extracting(Cure::id)
                .isEqualTo("assess-again");
    }

    @Test
    @DisplayName(
            "of 2015 names no cure, since these data hold none of Article 26 of Directive 95/46, and says what the ruling names")
    void schremsOne() throws Exception {
        Party importer = Party.of("US", "controller", "business").certifiedUnder("SAFE-HARBOUR");
        DrillResult result = drill("EU-US-SH-2000@2015-10-06")
                .on(List.of(flow(
                        "harbour",
                        Flow.transfer(
                                GERMANY, importer, FlowData.ofPersonal("EU").build()))))
                .results()
                .getFirst();
        assertThat(result.fate()).isEqualTo(Fate.FALLS);
        assertThat(result.cures()).isEmpty();
        assertThat(result.advice()).extracting(Condition::id).containsExactly("26:ground");
    }

    @Test
    @DisplayName("supposes an end of today's decision, and does not call it open what would follow")
    void hypothetical() throws Exception {
        Flow flow = Flow.transfer(GERMANY, JAPAN, FlowData.ofPersonal("EU").build());
        DrillResult result = drill("EU-JP-2019@2026-11-01")
                .on(List.of(flow("contacts", flow)))
                .results()
                .getFirst();
        assertThat(result.fate()).isEqualTo(Fate.FALLS);
        assertThat(result.before().judgedFor()).isEqualTo(NOVEMBER.minusDays(1));
        assertThat(result.after().basis()).containsExactly("GDPR:44");
        assertThat(result.cures())
                .extracting(Cure::id)
                .containsExactly("scc-module-1", "certification", "explicit-consent", "ad-hoc-clauses");
        assertThat(result.cures())
                .allSatisfy(cure -> assertThat(cure.ruling().allows()).isTrue());
    }

    @Test
    @DisplayName("offers group rules inside a group only, and consent never for systematic transfers")
    void offers() throws Exception {
        Flow flow = Flow.transfer(
                        GERMANY,
                        JAPAN.relation("subsidiary"),
                        FlowData.ofPersonal("EU").build())
                .facts("systematic");
        DrillResult result = drill("EU-JP-2019@2026-11-01")
                .on(List.of(flow("group", flow)))
                .results()
                .getFirst();
        assertThat(result.cures())
                .extracting(Cure::id)
                .containsExactly("scc-module-1", "certification", "ad-hoc-clauses", "bcr");
    }

    @Test
    @DisplayName("never wishes a negative assessment away")
    void negative() throws Exception {
        Safeguard clauses =
                Safeguard.of("SCC").set("2021/914").module(1).tia("negative").build();
        Flow flow =
                Flow.transfer(GERMANY, JAPAN, FlowData.ofPersonal("EU").build()).and(clauses);
        DrillResult result = drill("EU-JP-2019@2026-11-01")
                .on(List.of(flow("negative", flow)))
                .results()
                .getFirst();
        assertThat(result.fate()).isEqualTo(Fate.FALLS);
        assertThat(result.cures()).extracting(Cure::id).doesNotContain("assess-again");
    }

    @Test
    @DisplayName("of the Japanese designation offers the routes of Article 28")
    void fromJapan() throws Exception {
        Flow flow =
                Flow.transfer(JAPAN, GERMANY, FlowData.ofPersonal("JP").build()).and(Safeguard.just("entrustment"));
        DrillResult result = drill("JP-EEA-2019@2026-11-01")
                .on(List.of(flow("staff", flow)))
                .results()
                .getFirst();
        assertThat(result.fate()).isEqualTo(Fate.FALLS);
        assertThat(result.cures()).extracting(Cure::id).containsExactly("equivalent-measures", "cbpr", "appi-consent");
    }

    @Test
    @DisplayName("of the British decision offers the British agreement before the rest")
    void fromBritain() throws Exception {
        Party britain = Party.of("GB", "controller", "business");
        Flow flow = Flow.transfer(britain, JAPAN, FlowData.ofPersonal("UK").build());
        DrillResult result = drill("GB-JP-2021@2026-11-01")
                .on(List.of(flow("uk", flow)))
                .results()
                .getFirst();
        assertThat(result.fate()).isEqualTo(Fate.FALLS);
        assertThat(result.cures()).first().extracting(Cure::id).isEqualTo("uk-idta");
    }

    @Test
    @DisplayName("leaves alone what rests on nothing that ends, and counts what was never allowed apart")
    void others() throws Exception {
        Flow kenya = Flow.transfer(
                GERMANY,
                Party.of("KE", "controller", "business"),
                FlowData.ofPersonal("EU").build());
        Flow industrial = Flow.transfer(GERMANY, JAPAN, FlowData.ofNonPersonal().build());
        DrillReport report =
                drill("EU-JP-2019@2026-11-01").on(List.of(flow("kenya", kenya), flow("industrial", industrial)));
        assertThat(report.results())
                .extracting(DrillResult::fate)
                .containsExactly(Fate.NOT_ALLOWED_BEFORE, Fate.UNTOUCHED);
        assertThat(report.work()).isEmpty();
    }

    @Test
    @DisplayName("with several ends tells the first day on which each flow may not go on")
    void several() throws Exception {
        Party korea = Party.of("KR", "controller", "business").subjectTo("PIPA");
        Flow toJapan = Flow.transfer(GERMANY, JAPAN, FlowData.ofPersonal("EU").build());
        Flow toKorea = Flow.transfer(GERMANY, korea, FlowData.ofPersonal("EU").build());
        DrillReport report = drill("EU-KR-2021@2026-12-01", "EU-JP-2019@2026-11-01")
                .on(List.of(flow("korea", toKorea), flow("japan", toJapan)));
        assertThat(report.results()).extracting(DrillResult::day).containsExactly(LocalDate.of(2026, 12, 1), NOVEMBER);
        assertThat(report.work()).extracting(DrillWork::flows).containsExactly(List.of("japan"), List.of("korea"));
    }

    @Test
    @DisplayName(
            "puts special data first, then the counterparty with the most flows, one piece of work for the same cure")
    void order() throws Exception {
        Flow ordinary = Flow.transfer(GERMANY, JAPAN, FlowData.ofPersonal("EU").build());
        Flow health = Flow.transfer(
                        GERMANY,
                        JAPAN,
                        FlowData.ofPersonal("EU").special("health").build())
                .and(Safeguard.of("art9-basis").ref("9(2)(a)").build());
        Flow staff =
                Flow.transfer(GERMANY, JAPAN, FlowData.ofPersonal("EU").hr(true).build());
        List<DrillWork> work = drill("EU-JP-2019@2026-11-01")
                .on(List.of(
                        new DrillFlow("1", Optional.empty(), "A", ordinary),
                        new DrillFlow("2", Optional.empty(), "B", ordinary),
                        new DrillFlow("3", Optional.empty(), "B", ordinary),
                        new DrillFlow("4", Optional.empty(), "C", staff),
                        new DrillFlow("5", Optional.empty(), "D", health),
                        new DrillFlow("6", Optional.empty(), "D", ordinary)))
                .work();
        assertThat(work)
                .extracting(each -> each.harm().code() + " " + each.counterparty() + " " + each.flows())
                .containsExactly("special D [5, 6]", "protected C [4]", "ordinary B [2, 3]", "ordinary A [1]");
        assertThat(work).allSatisfy(each -> assertThat(each.by()).isEqualTo(NOVEMBER));
    }

    @Test
    @DisplayName(
            "finds a cure only by asking: every cure of every demonstration flow is allowed when it is put in place")
    void verified() throws Exception {
        Drill drill = drill("EU-JP-2019@2026-11-01", "JP-EEA-2019@2026-11-01", "EU-US-DPF-2023@2026-11-01");
        List<DrillFlow> flows = new ArrayList<>();
        for (long seed = 0; seed < 500; seed++) {
            flows.add(flow("seed " + seed, new GeneratedFlows(seed, law.data()).flow()));
        }
        Law ended = law.withEnd("EU-JP-2019", NOVEMBER.minusDays(1))
                .withEnd("JP-EEA-2019", NOVEMBER.minusDays(1))
                .withEnd("EU-US-DPF-2023", NOVEMBER.minusDays(1));
        for (DrillResult result : drill.on(flows).results()) {
            assertThat(result.after()).isEqualTo(ended.rule(result.flow().flow(), NOVEMBER));
            assertThat(result.cures()).allMatch(cure -> cure.ruling().allows());
            assertThat(result.fate().asksForWork())
                    .isEqualTo(result.before().allows() && !result.after().allows());
        }
    }

    @Test
    @DisplayName("speaks of the ends, the counts and the work in English and Japanese")
    void texts() throws Exception {
        Flow flow = Flow.transfer(GERMANY, JAPAN, FlowData.ofPersonal("EU").build());
        DrillReport report = drill("EU-JP-2019@2026-11-01").on(List.of(flow("contacts", flow)));
        DrillText english = new DrillText(report, java.util.Locale.ENGLISH);
        assertThat(english.summary(law)).first().asString().contains("(EU) 2019/419", "2026-11-01");
        assertThat(english.summary(law)).contains("1 fall: allowed before, forbidden after.");
        assertThat(english.work()).hasSize(2);
        assertThat(english.changes().getLast())
                .containsExactly(
                        "contacts",
                        "falls",
                        "permitted GDPR:45(3)",
                        "prohibited GDPR:44",
                        "EU-JP-2019",
                        "scc-module-1, certification, explicit-consent, ad-hoc-clauses");
        DrillText japanese = new DrillText(report, java.util.Locale.JAPANESE);
        assertThat(japanese.summary(law)).anySatisfy(line -> assertThat(line).contains("1件が根拠を失う"));
        assertThat(japanese.work().getLast().getLast()).contains("標準契約条項モジュール1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "EU-JP-2019, an end is written",
        "EU-JP-2019@soon, must name a day",
        "EU-XX-2019@2026-11-01, there is no decision `EU-XX-2019`",
        "EU-US@2020-07-16, 'can mean EU-US-DPF-2023, EU-US-PNR-2004, EU-US-PS-2016, EU-US-SH-2000'",
        "EU-US-2016@2021-01-01, was last in force on 2020-07-15",
        "EU-JP-2019@2019-01-23, begins on 2019-01-23",
        "@2019-01-23, an end is written"
    })
    @DisplayName("refuses an end that means nothing, saying why")
    void refused(String text, String words) {
        assertThatThrownBy(() -> DecisionEnd.parse(text, law))
                .isInstanceOf(LawDataException.class)
                .hasMessageContaining(words);
    }

    private Drill drill(String... ends) throws LawDataException {
        List<DecisionEnd> read = new ArrayList<>();
        for (String end : ends) {
            read.add(DecisionEnd.parse(end, law));
        }
        return new Drill(law, read);
    }

    private static DrillFlow flow(String id, Flow flow) {
        return new DrillFlow(id, Optional.empty(), flow.importer().country(), flow);
    }
}
