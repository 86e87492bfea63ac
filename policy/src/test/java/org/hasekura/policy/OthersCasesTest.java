package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hasekura.policy.Constraint.Atomic;
import org.hasekura.policy.Constraint.Join;
import org.hasekura.policy.Constraint.Logical;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cases that others have published, retold: what is asked at which instant under which rule, and what came out there. Where
 * this room differs on purpose the case says so.
 */
@DisplayName("cases that others have published come out the same:")
class OthersCasesTest {

    private static final String PAST = "2017-02-12T11:20:10.999Z";
    private static final String PRESENT = "2024-02-12T11:20:10.999Z";
    private static final String FUTURE = "2025-02-12T11:20:10.999Z";

    @ParameterizedTest(name = "{0}: read {1} {2} at {3} -> {4}")
    @DisplayName("the SolidLab ODRL test suite, times (cases 30 to 47)")
    @CsvSource({
        "30, eq, 2024-02-12T11:20:10.999Z, " + PRESENT + ", true",
        "31, eq, 2024-02-12T11:20:10.999Z, " + PAST + ", false",
        "32, eq, 2024-02-12T11:20:10.999Z, " + FUTURE + ", false",
        "33, neq, 2024-02-12T11:20:10.999Z, " + PRESENT + ", false",
        "34, neq, 2024-02-12T11:20:10.999Z, " + PAST + ", true",
        "35, neq, 2024-02-12T11:20:10.999Z, " + FUTURE + ", true",
        "36, lt, 2024-02-12T11:20:10.999Z, " + FUTURE + ", false",
        "37, lt, 2024-02-12T11:20:10.999Z, " + PAST + ", true",
        "38, lt, 2024-02-12T11:20:10.999Z, " + FUTURE + ", false",
        "39, lteq, 2024-02-12T11:20:10.999Z, " + PRESENT + ", true",
        "40, lteq, 2024-02-12T11:20:10.999Z, " + PAST + ", true",
        "41, lteq, 2024-02-12T11:20:10.999Z, " + FUTURE + ", false",
        "42, gt, 2024-02-12T11:20:10.999Z, " + PRESENT + ", false",
        "43, gt, 2024-02-12T11:20:10.999Z, " + PAST + ", false",
        "44, gt, 2024-02-12T11:20:10.999Z, " + FUTURE + ", true",
        "45, gteq, 2024-02-12T11:20:10.999Z, " + PRESENT + ", true",
        "46, gteq, 2024-02-12T11:20:10.999Z, " + PAST + ", false",
        "47, gteq, 2024-02-12T11:20:10.999Z, " + FUTURE + ", true",
    })
    void times(String id, String operator, String value, String now, boolean allowed) {
        Constraint constraint = Atomic.of("dateTime", Operator.parse(operator).orElseThrow(), value);
        assertThat(isAllowed(Permission.use(constraint), "read", now)).as(id).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "at {0} -> {1}")
    @DisplayName("the same, a year as a conjunction (cases 48 to 50)")
    @CsvSource({PRESENT + ", true", PAST + ", false", FUTURE + ", false"})
    void year(String now, boolean allowed) {
        Constraint year = new Logical(
                Join.AND,
                List.of(
                        Atomic.of("dateTime", Operator.GT, "2024-01-01T00:00:00Z"),
                        Atomic.of("dateTime", Operator.LT, "2024-12-31T23:59:59Z")));
        assertThat(isAllowed(Permission.use(year), "read", now)).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} under permission {1} -> {2}")
    @DisplayName("the same, actions: use takes in reading and not selling (cases 7 to 14)")
    @CsvSource({"read, use, true", "modify, use, true", "sell, use, false", "sell, transfer, true", "use, read, false"})
    void actions(String asked, String permitted, boolean allowed) {
        Permission permission = new Permission(new Action(permitted), List.of(), List.of());
        assertThat(isAllowed(permission, asked, PRESENT)).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} {1} for {2} -> {3}")
    @DisplayName("purposes in the spirit of its cases 70 to 77: one, several, an instance of one, none of several")
    @CsvSource({
        "eq,       dpv:AcademicResearch,                        dpv:AcademicResearch,   true",
        "eq,       dpv:AcademicResearch,                        dpv:Marketing,          false",
        "isAnyOf,  dpv:AcademicResearch dpv:Marketing,          dpv:Marketing,          true",
        "isAnyOf,  dpv:AcademicResearch dpv:ServiceProvision,   dpv:Marketing,          false",
        "isA,      dpv:ResearchAndDevelopment,                  dpv:AcademicResearch,   true",
        "isA,      dpv:ResearchAndDevelopment,                  dpv:Marketing,          false",
        "isNoneOf, dpv:Marketing dpv:Advertising,               dpv:AcademicResearch,   true",
        "isNoneOf, dpv:Marketing dpv:Advertising,               dpv:Marketing,          false",
    })
    void purposes(String operator, String values, String purpose, boolean allowed) {
        Constraint constraint = Atomic.of("purpose", Operator.parse(operator).orElseThrow(), values.split(" "));
        Situation situation = Situation.use(purpose, "BE", Instant.parse(PRESENT));
        assertThat(
                        Policy.of(Terms.permitting(Permission.use(constraint))).decide(situation)
                                instanceof Decision.Permitted)
                .isEqualTo(allowed);
    }

    @Test
    @DisplayName("a day without a time, as in the examples of the ODRL information model, begins at midnight")
    void informationModel() {
        Permission until = Permission.use(Atomic.of("dateTime", Operator.LT, "2018-01-01"));
        assertThat(isAllowed(until, "use", "2017-12-31T23:59:59Z")).isTrue();
        assertThat(isAllowed(until, "use", "2018-01-01T00:00:00Z")).isFalse();
    }

    @Test
    @DisplayName("ODRL 2.2 §2.5.2 lets an exclusive choice hold once: two of two is none")
    void exclusive() {
        Constraint once = new Logical(
                Join.XONE,
                List.of(
                        Atomic.of("dateTime", Operator.LT, "2025-01-01"),
                        Atomic.of("dateTime", Operator.GT, "2020-01-01")));
        assertThat(isAllowed(Permission.use(once), "use", PRESENT)).isFalse();
        assertThat(isAllowed(Permission.use(once), "use", PAST)).isTrue();
    }

    private static boolean isAllowed(Permission permission, String action, String now) {
        return Policy.of(Terms.permitting(permission)).decide(Situation.of(new Action(action), Instant.parse(now)))
                instanceof Decision.Permitted;
    }
}
