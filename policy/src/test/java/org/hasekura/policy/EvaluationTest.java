package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hasekura.policy.Constraint.Atomic;
import org.hasekura.policy.Constraint.Join;
import org.hasekura.policy.Constraint.Logical;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("terms are evaluated")
class EvaluationTest {

    private static final Instant NOW = Instant.parse("2027-12-31T16:00:00Z");
    private static final Situation SERVICE_IN_JAPAN = Situation.use("customer-service", "JP", NOW);

    @ParameterizedTest(name = "{0} {1} {2} -> {3}")
    @DisplayName("for customer service in Japan at 2027-12-31T16:00Z:")
    @CsvSource({
        "purpose,      eq,       customer-service,                      allowed",
        "odrl:purpose, eq,       urn:hasekura:purpose:customer-service, allowed",
        "http://www.w3.org/ns/odrl/2/purpose, isAnyOf, general customer-service, allowed",
        "purpose,      eq,       general,                    denied",
        "purpose,      neq,      general,                    allowed",
        "purpose,      isNoneOf, general customer-service,   denied",
        "purpose,      isA,      general,                    not understood",
        "purpose,      eq,       general customer-service,   not understood",
        "spatial,      eq,       JP,                         allowed",
        "country,      eq,       jp,                         allowed",
        "spatial,      isAnyOf,  DE FR,                      denied",
        "spatial,      isNoneOf, DE FR,                      allowed",
        "spatial,      lt,       JP,                         not understood",
        "spatial,      eq,       Japan,                      not understood",
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
        "dateTime,     neq,      2027-12-30,                 not understood",
        "dateTime,     isAnyOf,  2027-12-30,                 not understood",
        "dateTime,     lteq,     soon,                       not understood",
        "dateTime,     lteq,     2027-13-31,                 not understood",
        "elapsedTime,  lteq,     P30D,                       not understood",
        "Purpose,      eq,       customer-service,           not understood",
    })
    void constraints(String operand, String operator, String values, String expected) {
        Constraint constraint = Atomic.of(operand, Operator.parse(operator).orElseThrow(), values.split(" "));
        assertThat(word(Evaluation.evaluate(Terms.permitting(Permission.use(constraint)), SERVICE_IN_JAPAN)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} and {2} -> {3}")
    @DisplayName("with joined constraints:")
    @CsvSource({
        "AND,          JP, JP, allowed",
        "AND,          JP, DE, denied",
        "AND_SEQUENCE, JP, JP, allowed",
        "AND_SEQUENCE, DE, JP, denied",
        "OR,           DE, JP, allowed",
        "OR,           DE, FR, denied",
        "XONE,         DE, JP, allowed",
        "XONE,         JP, JP, denied",
        "XONE,         DE, FR, denied",
    })
    void logical(Join join, String first, String second, String expected) {
        Constraint constraint = new Logical(
                join, List.of(Atomic.of("spatial", Operator.EQ, first), Atomic.of("spatial", Operator.EQ, second)));
        assertThat(word(Evaluation.evaluate(Terms.permitting(Permission.use(constraint)), SERVICE_IN_JAPAN)))
                .isEqualTo(expected);
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
        "use,      display,    shar,       not understood",
        "use,      shar,       use,        not understood",
        "shar,     print,      use,        not understood",
    })
    void actions(String permitted, String prohibited, String asked, String expected) {
        Terms terms = Terms.permitting(new Permission(new Action(permitted), List.of(), List.of()))
                .prohibiting(Prohibition.of(new Action(prohibited)));
        Situation situation = new Situation(Optional.of("general"), Optional.of("JP"), NOW, new Action(asked));
        assertThat(word(Evaluation.evaluate(terms, situation))).isEqualTo(expected);
    }

    @Test
    @DisplayName("so that what is not known fails a permission and does not escape a prohibition")
    void unknownFacts() {
        Situation nobody = new Situation(Optional.empty(), Optional.empty(), NOW, Action.USE);
        for (Operator operator : List.of(Operator.EQ, Operator.NEQ)) {
            Constraint inKenya = Atomic.of("spatial", operator, "KE");
            assertThat(word(Evaluation.evaluate(Terms.permitting(Permission.use(inKenya)), nobody)))
                    .isEqualTo("denied");
            Terms notInKenya =
                    Terms.permitting(Permission.use()).prohibiting(new Prohibition(Action.USE, List.of(inKenya)));
            assertThat(word(Evaluation.evaluate(notInKenya, nobody))).isEqualTo("denied");
        }
    }

    @Test
    @DisplayName("and a prohibition applies only where its constraints hold")
    void limitedProhibition() {
        Terms terms = Terms.permitting(Permission.use())
                .prohibiting(new Prohibition(Action.USE, List.of(Atomic.of("spatial", Operator.EQ, "KE"))));
        assertThat(word(Evaluation.evaluate(terms, SERVICE_IN_JAPAN))).isEqualTo("allowed");
        assertThat(Evaluation.evaluate(terms, Situation.use("general", "KE", NOW)))
                .isEqualTo(new Outcome.Denied(List.of("not allowed: use in KE")));
    }

    @Test
    @DisplayName("and the duties of the permission and of the whole go with the answer")
    void duties() {
        Duty law = Duty.of(Duty.LAW + "SR:4");
        Terms terms = Terms.permitting(new Permission(Action.USE, List.of(), List.of(Duty.of("attribute"))))
                .obliging(List.of(law));
        assertThat(Evaluation.evaluate(terms, SERVICE_IN_JAPAN))
                .isEqualTo(new Outcome.Allowed(List.of(Duty.of("attribute"), law)));
    }

    @Test
    @DisplayName("with words for a person")
    void words() {
        Terms terms = Terms.permitting(Permission.use(
                Atomic.of("purpose", Operator.EQ, "general"), Atomic.of("dateTime", Operator.LTEQ, "2027-06-30")));
        assertThat(Evaluation.evaluate(terms, SERVICE_IN_JAPAN))
                .isEqualTo(new Outcome.Denied(List.of("allowed only for general", "allowed only until 30 Jun 2027")));
        Terms odd = Terms.permitting(Permission.use(Atomic.of("spatal", Operator.EQ, "JP")))
                .obliging(List.of(Duty.of("informm")));
        assertThat(Evaluation.evaluate(odd, SERVICE_IN_JAPAN))
                .isEqualTo(new Outcome.NotUnderstood(List.of(
                        "permission[0].constraint[0]: unknown operand `spatal`; did you mean `spatial`?",
                        "obligation[0].action: unknown action `informm`; did you mean `inform`?")));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Allowed _ -> "allowed";
            case Outcome.Denied _ -> "denied";
            case Outcome.NotUnderstood _ -> "not understood";
        };
    }
}
