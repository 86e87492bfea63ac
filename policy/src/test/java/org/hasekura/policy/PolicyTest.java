package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hasekura.law.Question;
import org.hasekura.policy.Constraint.Atomic;
import org.hasekura.policy.Constraint.Join;
import org.hasekura.policy.Constraint.Logical;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("terms decide")
class PolicyTest {

    private static final Instant NOW = Instant.parse("2027-12-31T16:00:00Z");
    private static final Situation SERVICE_IN_JAPAN = Situation.use("customer-service", "JP", NOW);

    /** Customer service in Germany for a certified maker of batteries, by the third use of an agreement of 2027-12-01. */
    private static final Situation FULL = Situation.use("urn:hasekura:purpose:general:customer-service", "DE", NOW)
            .with(Operand.RECIPIENT, Known.exactly("did:web:cells.example"))
            .with(Operand.SECTOR, Known.exactly("manufacturing:batteries"))
            .with(Operand.CREDENTIAL, Known.atLeast(Set.of("ISO27001", "DPF:HR", "MembershipCredential")))
            .with(Operand.RULING, Known.exactly("permitted-with-conditions"))
            .with(Operand.ONWARD, Known.exactly("EU", "JP"))
            .with(new Uses(3, Optional.of(Instant.parse("2027-12-02T16:00:00Z"))))
            .agreedAt(Instant.parse("2027-12-01T16:00:00Z"));

    @ParameterizedTest(name = "{0} {1} {2} -> {3}")
    @DisplayName("for customer service in Japan at 2027-12-31T16:00Z:")
    @CsvSource({
        "purpose,      eq,       customer-service,                      allowed",
        "odrl:purpose, eq,       urn:hasekura:purpose:customer-service, allowed",
        "http://www.w3.org/ns/odrl/2/purpose, isAnyOf, general customer-service, allowed",
        "purpose,      eq,       general,                    denied",
        "purpose,      neq,      general,                    allowed",
        "purpose,      isNoneOf, general customer-service,   denied",
        "purpose,      isA,      customer-service,           allowed",
        "purpose,      isA,      general,                    denied",
        "purpose,      eq,       general customer-service,   not understood",
        "purpose,      lt,       general,                    not understood",
        "spatial,      eq,       JP,                         allowed",
        "country,      eq,       jp,                         allowed",
        "spatial,      isAnyOf,  DE FR,                      denied",
        "spatial,      isNoneOf, DE FR,                      allowed",
        "spatial,      lt,       JP,                         not understood",
        "spatial,      eq,       Japan,                      not understood",
        "spatial,      eq,       ZZ,                         not understood",
        "dateTime,     lteq,     2027-12-31,                 allowed",
        "dateTime,     lt,       2027-12-31,                 denied",
        "dateTime,     gteq,     2027-12-31,                 allowed",
        "dateTime,     gt,       2027-12-31,                 denied",
        "dateTime,     eq,       2027-12-31,                 allowed",
        "dateTime,     lteq,     2027-12-31+09:00,           denied",
        "dateTime,     gteq,     2028-01-01+09:00,           allowed",
        "dateTime,     lteq,     2027-12-31T16:00:00Z,       allowed",
        "dateTime,     lt,       2027-12-31T16:00:00Z,       denied",
        "dateTime,     eq,       2028-01-01T01:00:00+09:00,  allowed",
        "dateTime,     gt,       2027-12-31T16:00:00,        denied",
        "dateTime,     lteq,     2027-12-30,                 denied",
        "dateTime,     neq,      2027-12-30,                 allowed",
        "dateTime,     neq,      2027-12-31,                 denied",
        "dateTime,     isAnyOf,  2027-12-30 2027-12-31,      allowed",
        "dateTime,     isNoneOf, 2027-12-30 2027-12-31,      denied",
        "dateTime,     isA,      2027-12-30,                 not understood",
        "dateTime,     lteq,     soon,                       not understood",
        "dateTime,     lteq,     2027-13-31,                 not understood",
        "elapsedTime,  lteq,     P30D,                       open",
        "Purpose,      eq,       customer-service,           not understood",
        "payAmount,    lteq,     5,                          not understood",
    })
    void constraints(String operand, String operator, String values, String expected) {
        assertThat(word(permitting(operand, operator, values).decide(SERVICE_IN_JAPAN)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2} -> {3}")
    @DisplayName("by every operand and operator that is understood:")
    @CsvSource({
        "purpose,   isA,       general,                         allowed",
        "purpose,   isPartOf,  urn:hasekura:purpose:general,    allowed",
        "purpose,   term-lteq, general,                         allowed",
        "purpose,   eq,        general,                         denied",
        "purpose,   isAllOf,   urn:hasekura:purpose:general:customer-service, allowed",
        "purpose,   hasPart,   urn:hasekura:purpose:general:customer-service:by-telephone, allowed",
        "purpose,   hasPart,   general,                         denied",
        "purpose,   isA,       dpv:CustomerManagement,          denied",
        "spatial,   eq,        EU,                              allowed",
        "spatial,   isPartOf,  EEA,                             allowed",
        "spatial,   isPartOf,  JP EEA,                          allowed",
        "spatial,   isA,       EU,                              allowed",
        "spatial,   neq,       EU,                              denied",
        "spatial,   isNoneOf,  JP EEA,                          denied",
        "spatial,   hasPart,   DE,                              allowed",
        "spatial,   eq,        DEU,                             allowed",
        "spatial,   eq,        https://w3id.org/dpv/loc#DE,     allowed",
        "spatial,   eq,        http://publications.europa.eu/resource/authority/country/DEU, allowed",
        "recipient, eq,        did:web:cells.example,           allowed",
        "recipient, neq,       did:web:cells.example,           denied",
        "recipient, isAnyOf,   did:web:a did:web:cells.example, allowed",
        "recipient, isPartOf,  did:web:cells.example,           not understood",
        "recipient, eq,        cells,                           not understood",
        "industry,  eq,        manufacturing:batteries,         allowed",
        "industry,  isA,       manufacturing,                   allowed",
        "sector,    isNoneOf,  telecoms,                        allowed",
        "credential, eq,       ISO27001,                        allowed",
        "urn:hasekura:operand:credential, eq, ISO27001,         allowed",
        "credential, isA,      DPF,                             allowed",
        "credential, isAllOf,  ISO27001 DPF:HR,                 allowed",
        "credential, hasPart,  ISO27001,                        allowed",
        "credential, isAllOf,  ISO27001 SOC2,                   open",
        "credential, eq,       SOC2,                            open",
        "credential, isNoneOf, SOC2,                            open",
        "credential, isNoneOf, SOC2 ISO27001,                   denied",
        "MembershipCredential, eq, active,                      allowed",
        "https://w3id.org/catenax/policy/Membership, eq, active, allowed",
        "SustainabilityCredential, eq, active,                  open",
        "MembershipCredential, eq, yes,                         not understood",
        "ruling,    eq,        lawful-transfer,                 allowed",
        "ruling,    eq,        permitted,                       denied",
        "ruling,    isA,       lawful-transfer,                 allowed",
        "ruling,    isNoneOf,  prohibited needs-assessment,     allowed",
        "urn:hasekura:operand:ruling, eq, urn:hasekura:ruling:lawful-transfer, allowed",
        "ruling,    eq,        lawfull,                         not understood",
        "onwardTransfer, isPartOf, EEA JP,                      allowed",
        "onwardTransfer, isPartOf, EEA,                         denied",
        "onwardTransfer, eq,   none,                            denied",
        "onwardTransfer, isAnyOf, JP,                           allowed",
        "onwardTransfer, neq,  CN,                              not understood",
        "elapsedTime, lteq,    P29D,                            allowed",
        "elapsedTime, lt,      P29D,                            denied",
        "elapsedTime, lteq,    P28DT23H59M59S,                  denied",
        "elapsedTime, lteq,    P1M,                             allowed",
        "elapsedTime, gteq,    P29D,                            allowed",
        "elapsedTime, gt,      P29D,                            denied",
        "elapsedTime, lteq,    P4W1D,                           allowed",
        "elapsedTime, eq,      P29D,                            not understood",
        "elapsedTime, lteq,    P,                               not understood",
        "elapsedTime, lteq,    30 days,                         not understood",
        "count,     lteq,      3,                               allowed",
        "count,     lt,        3,                               denied",
        "count,     gteq,      3,                               allowed",
        "count,     gt,        3,                               denied",
        "count,     eq,        3,                               allowed",
        "count,     neq,       3,                               denied",
        "count,     lteq,      three,                           not understood",
        "count,     lteq,      -1,                              not understood",
        "edc:inForceDate, lteq, contractAgreement+30d,          allowed",
        "edc:inForceDate, lt,  contractAgreement+30d,           denied",
        "edc:inForceDate, gteq, contractAgreement+0s,           allowed",
        "https://w3id.org/edc/v0.0.1/ns/inForceDate, lteq, 2027-12-31T17:00:00Z, allowed",
        "inForceDate, lteq,    contractAgreement+30x,           not understood",
    })
    void everyOperand(String operand, String operator, String values, String expected) {
        assertThat(word(permitting(operand, operator, values).decide(FULL))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} and {2} -> {3}")
    @DisplayName("with joined constraints, where ?? is one that is not known:")
    @CsvSource({
        "AND,          JP, JP, allowed",
        "AND,          JP, DE, denied",
        "AND,          JP, ??, open",
        "AND,          ??, DE, denied",
        "AND_SEQUENCE, JP, JP, allowed",
        "AND_SEQUENCE, DE, JP, denied",
        "AND_SEQUENCE, ??, JP, open",
        "AND_SEQUENCE, ??, DE, denied",
        "OR,           DE, JP, allowed",
        "OR,           DE, FR, denied",
        "OR,           ??, JP, allowed",
        "OR,           DE, ??, open",
        "XONE,         DE, JP, allowed",
        "XONE,         JP, JP, denied",
        "XONE,         DE, FR, denied",
        "XONE,         ??, JP, open",
        "XONE,         DE, ??, open",
    })
    void logical(Join join, String first, String second, String expected) {
        Constraint constraint = new Logical(join, List.of(place(first), place(second)));
        assertThat(word(Policy.of(Terms.permitting(Permission.use(constraint))).decide(SERVICE_IN_JAPAN)))
                .isEqualTo(expected);
    }

    private static Constraint place(String code) {
        return code.equals("??")
                ? Atomic.of("industry", Operator.EQ, "telecoms")
                : Atomic.of("spatial", Operator.EQ, code);
    }

    @ParameterizedTest(name = "permission {0}, prohibition {1}, asked {2} -> {3}")
    @DisplayName("with actions:")
    @CsvSource({
        "use,      distribute, use,        allowed",
        "use,      sell,       read,       allowed",
        "use,      sell,       distribute, denied",
        "odrl:use, sell,       use,        allowed",
        "distribute, sell,     distribute, allowed",
        "distribute, use,      distribute, denied",
        "read,     sell,       use,        denied",
        "transfer, print,      sell,       allowed",
        "use,      use,        use,        denied",
        "use,      display,    shar,       not understood",
        "use,      shar,       use,        not understood",
        "shar,     print,      use,        not understood",
    })
    void actions(String permitted, String prohibited, String asked, String expected) {
        Terms terms = Terms.permitting(new Permission(new Action(permitted), List.of(), List.of()))
                .prohibiting(Prohibition.of(new Action(prohibited)));
        assertThat(word(Policy.of(terms).decide(Situation.of(new Action(asked), NOW))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("so that what is not known leaves a permission and a prohibition open, and says what is missing")
    @ValueSource(strings = {"eq", "neq"})
    void unknownFacts(String operator) {
        Situation nobody = Situation.of(Action.USE, NOW);
        Constraint inKenya = Atomic.of("spatial", Operator.parse(operator).orElseThrow(), "KE");
        Terms notInKenya =
                Terms.permitting(Permission.use()).prohibiting(new Prohibition(Action.USE, List.of(inKenya)));
        for (Terms terms : List.of(Terms.permitting(Permission.use(inKenya)), notInKenya)) {
            assertThat(Policy.of(terms).decide(nobody)).isInstanceOfSatisfying(Decision.Open.class, open -> {
                assertThat(open.missing()).extracting(Question::id).containsExactly("terms:spatial");
                assertThat(open.findings())
                        .singleElement()
                        .satisfies(finding ->
                                assertThat(finding.english()).endsWith("the recipient's country is not known"));
            });
        }
    }

    @Test
    @DisplayName(
            "and what is open matters only where it decides: not beside another permission, not under a prohibition")
    void openBesideKnown() {
        Constraint open = Atomic.of("industry", Operator.EQ, "telecoms");
        Terms another = Terms.permitting(Permission.use(open), Permission.use());
        assertThat(word(Policy.of(another).decide(SERVICE_IN_JAPAN))).isEqualTo("allowed");
        Terms barred = Terms.permitting(Permission.use(open)).prohibiting(Prohibition.of(Action.USE));
        assertThat(word(Policy.of(barred).decide(SERVICE_IN_JAPAN))).isEqualTo("denied");
        Terms nothing = Terms.permitting().prohibiting(new Prohibition(Action.USE, List.of(open)));
        assertThat(word(Policy.of(nothing).decide(SERVICE_IN_JAPAN))).isEqualTo("denied");
    }

    @Test
    @DisplayName("and a prohibition applies only where its constraints hold")
    void limitedProhibition() {
        Terms terms = Terms.permitting(Permission.use())
                .prohibiting(new Prohibition(Action.USE, List.of(Atomic.of("spatial", Operator.EQ, "KE"))));
        assertThat(word(Policy.of(terms).decide(SERVICE_IN_JAPAN))).isEqualTo("allowed");
        assertThat(Policy.of(terms).decide(Situation.use("general", "KE", NOW)))
                .isEqualTo(new Decision.Refused(List.of(new Finding(
                        "prohibition[0]",
                        "not allowed: use in Kenya; the recipient is in KE",
                        "禁止：ケニアにおいて、利用（受領者の国は「KE」）"))));
    }

    @Test
    @DisplayName("and the duties of the permission and of the whole go with the answer")
    void duties() {
        Duty law = Duty.of(Duty.LAW + "SR:4");
        Terms terms = Terms.permitting(new Permission(Action.USE, List.of(), List.of(Duty.of("attribute"))))
                .obliging(List.of(law));
        assertThat(Policy.of(terms).decide(SERVICE_IN_JAPAN))
                .isEqualTo(new Decision.Permitted(
                        List.of(new Finding("permission[0]", "allowed: use", "許可：利用")),
                        List.of(Duty.of("attribute"), law)));
    }

    @Test
    @DisplayName("with the reasons for yes and for no, in both languages, and the facts beside them")
    void words() {
        Policy policy = Policy.of(Terms.permitting(Permission.use(
                Atomic.of("purpose", Operator.EQ, "general"),
                Atomic.of("dateTime", Operator.LTEQ, "2027-06-30"),
                Atomic.of("count", Operator.LTEQ, "3"))));
        Situation third = SERVICE_IN_JAPAN.with(new Uses(3, Optional.of(NOW.minusSeconds(60))));
        assertThat(policy.decide(third))
                .isEqualTo(new Decision.Refused(List.of(
                        new Finding(
                                "permission[0].constraint[0]",
                                "allowed only for general; the purpose is customer-service",
                                "許可されるのは次の場合のみ：「general」の目的で（利用目的は「customer-service」）"),
                        new Finding(
                                "permission[0].constraint[1]",
                                "allowed only until 30 Jun 2027",
                                "許可されるのは次の場合のみ：2027年6月30日まで"))));
        Situation inTime = new Situation(
                        Action.USE, Instant.parse("2027-06-30T10:00:00Z"), Map.of(), third.uses(), Optional.empty())
                .with(Operand.PURPOSE, Known.exactly("general"));
        assertThat(policy.decide(inTime))
                .isEqualTo(new Decision.Permitted(
                        List.of(
                                new Finding(
                                        "permission[0].constraint[0]",
                                        "allowed for general; the purpose is general",
                                        "許可：「general」の目的で（利用目的は「general」）"),
                                new Finding(
                                        "permission[0].constraint[1]", "allowed until 30 Jun 2027", "許可：2027年6月30日まで"),
                                new Finding(
                                        "permission[0].constraint[2]",
                                        "allowed at most 3 times; this is use no. 3",
                                        "許可：3回まで（3回目の利用）")),
                        List.of()));
    }

    @Test
    @DisplayName("and name what they do not understand by its place, however deep it stands")
    void places() {
        Constraint deep = new Logical(
                Join.OR,
                List.of(
                        Atomic.of("spatial", Operator.EQ, "JP"),
                        new Logical(Join.AND, List.of(Atomic.of("spatial", Operator.IS_ANY_OF, "JP", "Japan")))));
        Terms odd = Terms.permitting(Permission.use(Atomic.of("spatal", Operator.EQ, "JP"), deep))
                .prohibiting(new Prohibition(Action.DISTRIBUTE, List.of(), List.of(Duty.of("informm"))))
                .obliging(List.of(
                        new Duty(new Action("inform"), List.of(), Optional.empty(), List.of(Duty.of("compensat")))));
        assertThat(Policy.of(odd).faults())
                .extracting(Finding::sentence)
                .containsExactly(
                        "permission[0].constraint[0].leftOperand: unknown operand `spatal`; did you mean `spatial`?",
                        "permission[0].constraint[1].or[1].and[0].rightOperand[1]: `Japan` is neither a country nor a"
                                + " region: write two letters, as `JP` (ISO 3166-1 alpha-2), `EU` or `EEA`; did you mean"
                                + " `JP`?",
                        "prohibition[0].remedy[0].action: unknown action `informm`; did you mean `inform`?",
                        "obligation[0].consequence[0].action: unknown action `compensat`; did you mean `compensate`?");
        assertThat(Policy.of(odd).decide(SERVICE_IN_JAPAN))
                .isEqualTo(new Decision.NotUnderstood(Policy.of(odd).faults()));
    }

    @Test
    @DisplayName("and name the next instant at which their answer may change, told from the first use, too")
    void nextChange() {
        Instant start = Instant.parse("2027-01-31T00:00:00Z");
        Policy policy = Policy.of(Terms.permitting(Permission.use(
                Atomic.of("elapsedTime", Operator.LTEQ, "P1M"),
                Atomic.of("inForceDate", Operator.LT, "contractAgreement+20d"),
                Atomic.of("dateTime", Operator.LTEQ, "2027-12-31"))));
        Situation first = Situation.use("general", "JP", start)
                .with(new Uses(1, Optional.empty()))
                .agreedAt(start.minusSeconds(86_400));
        assertThat(policy.nextChange(first)).contains(Instant.parse("2027-02-19T00:00:00Z"));
        Situation later = new Situation(
                Action.USE,
                Instant.parse("2027-02-20T00:00:00Z"),
                first.known(),
                Optional.of(new Uses(1, Optional.of(start))),
                first.agreed());
        assertThat(policy.nextChange(later)).contains(Instant.parse("2027-02-28T00:00:00.000000001Z"));
    }

    private static Policy permitting(String operand, String operator, String values) {
        Constraint constraint = Atomic.of(operand, Operator.parse(operator).orElseThrow(), split(operand, values));
        return Policy.of(Terms.permitting(Permission.use(constraint)));
    }

    private static String[] split(String operand, String values) {
        return operand.equals("elapsedTime") ? new String[] {values} : values.split(" ");
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Permitted _ -> "allowed";
            case Decision.Refused _ -> "denied";
            case Decision.Open _ -> "open";
            case Decision.NotUnderstood _ -> "not understood";
        };
    }
}
