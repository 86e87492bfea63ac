package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.identity.Safeguard;
import org.hasekura.law.Confidence;
import org.hasekura.law.Flow;
import org.hasekura.law.Law;
import org.hasekura.law.Operation;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Constraint.Atomic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("terms asked of a node are assessed")
class AssessorTest {

    private static final Law LAW = Law.load();
    private static final LocalDate DAY = LocalDate.parse("2026-08-31");
    private static final Participant GERMANY = Parties.controller("werk.example", "DE");
    private static final Participant JAPAN = Parties.controller("denchi.example", "JP", "APPI");
    private static final Participant KENYA = Parties.controller("huduma.example", "KE");

    private static final Map<String, String> CONTACTS = DataFactsTest.CONTACTS;
    private static final Map<String, String> OPEN_DATA = DataFactsTest.facts("nonPersonal=true; originRegime=none");
    private static final Map<String, String> FOOTPRINT = DataFactsTest.facts("nonPersonal=true; industrial=true");

    private static final Terms SERVICE = Terms.permitting(Permission.use(
                    Atomic.of("purpose", Operator.EQ, "urn:hasekura:purpose:general:customer-service"),
                    Atomic.of("dateTime", Operator.LTEQ, "2027-12-31")))
            .prohibiting(Prohibition.of(Action.DISTRIBUTE));
    private static final Terms USE = Terms.permitting(Permission.use());

    @Test
    @DisplayName("DE to JP, personal data: permitted by the adequacy decision, its duties in the terms")
    void adequacy() {
        Assessment assessment = assess(GERMANY, CONTACTS, JAPAN, SERVICE);
        assertThat(assessment.ruling()).isInstanceOf(Ruling.Permitted.class);
        assertThat(assessment.ruling().basis()).contains("GDPR:45(3)");
        assertThat(assessment.mayAgree()).isTrue();
        assertThat(assessment.flow().map(Flow::purposeCode)).contains("general");
        assertThat(assessment.terms().permissions()).isEqualTo(SERVICE.permissions());
        assertThat(assessment.terms().prohibitions()).isEqualTo(SERVICE.prohibitions());
        assertThat(assessment.terms().obligations())
                .filteredOn(duty -> duty.action().iri().equals(Duty.LAW + "SR:4"))
                .singleElement()
                .satisfies(duty -> assertThat(duty.until().orElseThrow().english())
                        .startsWith("as long as data that came from Europe"));
        assertThat(assessment.terms().obligations())
                .hasSameSizeAs(assessment.ruling().duties())
                .allMatch(Duty::isFromLaw);
    }

    @Test
    @DisplayName("DE to KE, personal data: forbidden, nothing added to the terms, and the cures are said")
    void refused() {
        Assessment assessment = assess(GERMANY, CONTACTS, KENYA, SERVICE);
        assertThat(assessment.ruling())
                .isInstanceOfSatisfying(
                        Ruling.Forbidden.class,
                        ruling -> assertThat(ruling.cures()).isNotEmpty());
        assertThat(assessment.ruling().basis()).contains("GDPR:44");
        assertThat(assessment.mayAgree()).isFalse();
        assertThat(assessment.terms()).isEqualTo(SERVICE);
    }

    @Test
    @DisplayName(
            "DE to KE, cured: standard clauses of module 1 and an assessment in the register permit it on conditions")
    void cured() {
        Assessment assessment = assess(GERMANY, CONTACTS, bound(), SERVICE);
        assertThat(assessment.ruling()).isInstanceOf(Ruling.PermittedIf.class);
        assertThat(assessment.ruling().basis()).contains("GDPR:46(2)(c)");
        assertThat(assessment.mayAgree()).isTrue();
        assertThat(assessment.terms().obligations())
                .anyMatch(duty -> duty.action().iri().startsWith(Duty.LAW + LawDuties.CONDITION));
        Assessment before =
                new Assessor(LAW, GERMANY).assess(CONTACTS, Optional.of(bound()), SERVICE, SERVICE, DAY.minusDays(1));
        assertThat(before.mayAgree()).isFalse();
    }

    @Test
    @DisplayName("JP to DE, battery footprint, and DE to JP, open data: permitted, without a purpose too")
    void nonPersonal() {
        for (Assessment assessment :
                List.of(assess(JAPAN, FOOTPRINT, GERMANY, USE), assess(GERMANY, OPEN_DATA, JAPAN, USE))) {
            assertThat(assessment.ruling()).isInstanceOf(Ruling.Permitted.class);
            assertThat(assessment.flow().map(Flow::operation)).contains(Operation.TRANSFER);
            assertThat(assessment.terms().permissions()).isEqualTo(USE.permissions());
        }
    }

    @Test
    @DisplayName("undecided where participant, country, kind, purpose, a data fact or the terms are not known")
    void undecided() {
        Assessor assessor = new Assessor(LAW, GERMANY);
        assertThat(missing(assessor.assess(CONTACTS, Optional.empty(), SERVICE, SERVICE, DAY)))
                .containsExactly("importer");
        assertThat(missing(assess(GERMANY, CONTACTS, Parties.without(JAPAN, Fact.Name.COUNTRY), SERVICE)))
                .containsExactly("importer:country");
        assertThat(missing(assess(Parties.without(GERMANY, Fact.Name.ROLE), CONTACTS, JAPAN, SERVICE)))
                .containsExactly("exporter:role");
        assertThat(missing(assess(GERMANY, CONTACTS, JAPAN, USE))).containsExactly("purpose");
        Terms anyBut = Terms.permitting(Permission.use(Atomic.of("purpose", Operator.NEQ, "press")));
        assertThat(missing(assess(GERMANY, CONTACTS, JAPAN, anyBut))).containsExactly("purpose");
        assertThat(missing(assess(GERMANY, Map.of(), JAPAN, SERVICE))).containsExactly("data:personal");
        assertThat(missing(assess(GERMANY, Map.of("persnal", "true"), JAPAN, SERVICE)))
                .containsExactly("data:wrong");
        Terms odd = Terms.permitting(Permission.use(Atomic.of("mood", Operator.EQ, "good")));
        assertThat(missing(assess(GERMANY, OPEN_DATA, JAPAN, odd))).containsExactly("terms");
        Map<String, String> fromEurope = CONTACTS;
        assertThat(missing(assess(JAPAN, fromEurope, KENYA, SERVICE)))
                .containsExactly("data:onward.originalExporterRegime");
    }

    @Test
    @DisplayName("undecided where the purpose is none the law knows, or a safeguard in the register cannot be read")
    void unknownCodes() {
        Terms marketing = Terms.permitting(Permission.use(Atomic.of("purpose", Operator.EQ, "dpv:Marketing")));
        Assessment assessment = assess(GERMANY, CONTACTS, JAPAN, marketing);
        assertThat(assessment.flow().map(Flow::purposeCode)).contains("https://w3id.org/dpv#Marketing");
        assertThat(assessment.ruling()).isInstanceOf(Ruling.Undecided.class);
        Safeguard odd = Parties.safeguard("SCC", Parties.FROM, Map.of("module", "one", "tiaa", "positive"));
        assertThat(missing(assess(GERMANY, CONTACTS, Parties.with(KENYA, odd), SERVICE)))
                .containsExactly("safeguard:SCC:module", "safeguard:SCC:tiaa");
    }

    @Test
    @DisplayName("for every purpose they allow, and the strictest answer holds")
    void severalPurposes() {
        Terms either = Terms.permitting(Permission.use(Atomic.of("purpose", Operator.IS_ANY_OF, "general", "dpv:Any")));
        Assessment assessment = assess(GERMANY, CONTACTS, JAPAN, either);
        assertThat(assessment.ruling()).isInstanceOf(Ruling.Undecided.class);
        assertThat(assessment.flow().map(Flow::purposeCode)).contains("https://w3id.org/dpv#Any");
    }

    @Test
    @DisplayName("judged again, the same inputs give the same terms, and what was assessed is within what was offered")
    void again() {
        Assessor assessor = new Assessor(LAW, GERMANY);
        Assessment first = assessor.assess(CONTACTS, Optional.of(JAPAN), SERVICE, SERVICE, DAY);
        assertThat(assessor.assess(CONTACTS, Optional.of(JAPAN), SERVICE, SERVICE, DAY))
                .isEqualTo(first);
        Assessment offered = assessor.assess(CONTACTS, Optional.of(JAPAN), SERVICE, first.terms(), DAY);
        assertThat(offered.within()).isTrue();
        assertThat(offered.terms()).isEqualTo(first.terms());
    }

    @Test
    @DisplayName("and a stale duty of the law does not stay in them")
    void staleDuty() {
        Terms stale = SERVICE.obliging(List.of(Duty.of(Duty.LAW + "OLD:1"), Duty.of("inform")));
        Assessment assessment = assess(GERMANY, CONTACTS, JAPAN, stale, SERVICE);
        assertThat(assessment.within()).isTrue();
        assertThat(assessment.terms().obligations())
                .contains(Duty.of("inform"))
                .doesNotContain(Duty.of(Duty.LAW + "OLD:1"));
    }

    @Test
    @DisplayName("and where they go beyond the offer, the published terms are what can be agreed")
    void beyond() {
        Terms asked = Terms.permitting(Permission.use(
                Atomic.of("purpose", Operator.EQ, "press"), Atomic.of("dateTime", Operator.LTEQ, "2029-12-31")));
        Assessment assessment = assess(GERMANY, CONTACTS, JAPAN, asked, SERVICE);
        assertThat(assessment.within()).isFalse();
        assertThat(assessment.beyond())
                .containsExactly(
                        "asks to use beyond: for customer-service",
                        "asks to use beyond: until 31 Dec 2027",
                        "leaves out the prohibition: distribute");
        assertThat(assessment.flow().map(Flow::purposeCode)).contains("general");
        assertThat(assessment.terms().permissions()).isEqualTo(SERVICE.permissions());
    }

    @Test
    @DisplayName("and every duty of the law has its words in both languages")
    void words() {
        Assessment assessment = assess(GERMANY, CONTACTS, JAPAN, SERVICE);
        String english = TermsText.english(assessment.terms(), assessment.dutyTexts());
        String japanese = TermsText.japanese(assessment.terms(), assessment.dutyTexts());
        assertThat(english).startsWith("use for customer-service until 31 Dec 2027; not allowed: distribute; must: ");
        assertThat(english).doesNotContain("the law's duty");
        assertThat(japanese).startsWith("許可：「customer-service」の目的で、2027年12月31日まで、利用。禁止：配布。義務：");
        assertThat(japanese).doesNotContain("法令上の義務");
        assertThat(assessment.dutyTexts()).allSatisfy(text -> {
            assertThat(text.english()).isNotBlank();
            assertThat(text.japanese()).isNotBlank();
            assertThat(text.citation()).isNotBlank();
        });
    }

    @Test
    @DisplayName("and an agreement that is read later finds the words of its duties in the law data")
    void wordsLater() {
        Assessment assessment = assess(GERMANY, CONTACTS, bound(), SERVICE);
        List<Duty> law = assessment.terms().obligations().stream()
                .filter(Duty::isFromLaw)
                .toList();
        assertThat(DutyText.of(assessment.terms(), LAW))
                .extracting(text -> Duty.of(Duty.LAW + text.id()).action())
                .containsExactlyElementsOf(law.stream().map(Duty::action).toList());
        assertThat(TermsText.english(assessment.terms(), DutyText.of(assessment.terms(), LAW)))
                .doesNotContain("the law's duty", "{0}");
        assertThat(DutyText.of(USE.obliging(List.of(Duty.of(Duty.LAW + "OLD:1"))), LAW))
                .isEmpty();
    }

    @Test
    @DisplayName("and a period that the law names is a constraint on the duty, which can be judged again as it stands")
    void periodOfTheLaw() {
        var records = LAW.duty("APPI:29-30").orElseThrow();
        var ruling = new Ruling.Permitted(
                List.of(), List.of(records), new Ruling.Judgement(Confidence.CERTAIN, LAW.lawDataVersion(), DAY));
        Terms terms = USE.obliging(LawDuties.of(ruling));
        assertThat(terms.obligations()).singleElement().satisfies(duty -> {
            assertThat(duty.constraints()).containsExactly(Atomic.of("elapsedTime", Operator.GTEQ, "P3Y"));
            assertThat(duty.until().orElseThrow().english()).startsWith("three years from");
        });
        assertThat(assess(GERMANY, OPEN_DATA, JAPAN, terms).ruling()).isInstanceOf(Ruling.Permitted.class);
        assertThat(Policy.of(terms).decide(Situation.use("general", "JP", Instant.now())))
                .isInstanceOf(Decision.Permitted.class);
    }

    @Test
    @DisplayName("and the purpose that was judged is the one that they allow the recipient")
    void purpose() {
        Assessment assessment = assess(GERMANY, CONTACTS, JAPAN, SERVICE);
        assertThat(assessment.purpose()).contains("urn:hasekura:purpose:general:customer-service");
        Situation situation = assessment.situation(Instant.parse("2027-12-31T23:59:59Z"), false);
        assertThat(situation.of(Operand.PLACE)).isEqualTo(Known.exactly("JP"));
        assertThat(Policy.of(assessment.terms()).decide(situation)).isInstanceOf(Decision.Permitted.class);
        assertThat(assess(GERMANY, OPEN_DATA, JAPAN, USE).purpose()).isEmpty();
    }

    @Test
    @DisplayName("and an agreement on them has one hash on both sides")
    void agreement() {
        Terms terms = assess(GERMANY, CONTACTS, JAPAN, SERVICE).terms();
        Agreement agreement = new Agreement(
                "urn:uuid:1",
                "contacts",
                GERMANY.did().text(),
                JAPAN.did().text(),
                DAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                terms);
        Agreement received = OdrlJsonTest.read(OdrlJson.agreement(OdrlJson.write(agreement), "agreement"));
        assertThat(OdrlJson.sha256(received)).isEqualTo(OdrlJson.sha256(agreement));
        assertThat(Policy.of(received.terms()).faults()).isEmpty();
    }

    private static Assessment assess(
            Participant exporter, Map<String, String> facts, Participant importer, Terms terms) {
        return assess(exporter, facts, importer, terms, terms);
    }

    private static Assessment assess(
            Participant exporter, Map<String, String> facts, Participant importer, Terms asked, Terms published) {
        return new Assessor(LAW, exporter).assess(facts, Optional.of(importer), published, asked, DAY);
    }

    /** The Kenyan recipient, bound by clauses from the day on. */
    private static Participant bound() {
        return Parties.with(
                KENYA,
                Parties.safeguard(
                        "SCC",
                        DAY,
                        Map.of(
                                "set",
                                "2021/914",
                                "module",
                                "1",
                                "signed",
                                DAY.toString(),
                                "tia",
                                "positive",
                                "tiaDate",
                                DAY.toString())));
    }

    private static List<String> missing(Assessment assessment) {
        assertThat(assessment.mayAgree()).isFalse();
        return switch (assessment.ruling()) {
            case Ruling.Undecided undecided ->
                undecided.missingFacts().stream().map(Question::id).toList();
            default -> throw new AssertionError("was " + assessment.ruling());
        };
    }
}
