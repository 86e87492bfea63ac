package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.hasekura.policy.Constraint.Atomic;
import org.hasekura.policy.Constraint.Join;
import org.hasekura.policy.Constraint.Logical;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("terms asked for")
class WithinTest {

    private static final Atomic UNTIL_2027 = Atomic.of("dateTime", Operator.LTEQ, "2027-12-31");

    @ParameterizedTest(name = "[{0}] of [{1}]: {2}")
    @DisplayName("narrow those published:")
    @CsvSource({
        "purpose eq a,                     purpose eq a,                true",
        "purpose eq a,                     odrl:purpose eq a,           true",
        "purpose eq a,                     purpose isAnyOf a b,         true",
        "purpose isAnyOf a b,              purpose isAnyOf b a c,       true",
        "purpose isAnyOf a d,              purpose isAnyOf a b c,       false",
        "purpose eq a,                     purpose eq b,                false",
        "purpose eq a,                     spatial eq JP,               false",
        "purpose eq a,                     purpose neq b,               true",
        "purpose neq b,                    purpose eq a,                false",
        "purpose isNoneOf a b,             purpose neq a,               true",
        "purpose neq a,                    purpose isNoneOf a b,        false",
        "dateTime lteq 2027-06-30,         dateTime lteq 2027-12-31,    true",
        "dateTime lteq 2028-01-01,         dateTime lteq 2027-12-31,    false",
        "dateTime lt 2028-01-01,           dateTime lteq 2027-12-31,    true",
        "dateTime lteq 2027-12-31T23:59:59Z, dateTime lteq 2027-12-31,  true",
        "dateTime lteq 2027-12-31+09:00,   dateTime lteq 2027-12-31,    true",
        "dateTime lteq 2027-12-31,         dateTime lteq 2027-12-31+09:00, false",
        "dateTime gteq 2027-02-01,         dateTime gteq 2027-01-01,    true",
        "dateTime gteq 2026-12-31,         dateTime gteq 2027-01-01,    false",
        "dateTime eq 2027-03-03,           dateTime lteq 2027-12-31,    true",
        "dateTime gteq 2027-01-01,         dateTime lteq 2027-12-31,    false",
        "foo eq a,                         foo eq a,                    true",
        "foo eq a,                         foo isAnyOf a b,             false",
    })
    void constraints(String asked, String published, boolean narrows) {
        Within answer = Within.compare(
                Terms.permitting(Permission.use(constraint(asked))),
                Terms.permitting(Permission.use(constraint(published))));
        assertThat(answer instanceof Within.Inside).isEqualTo(narrows);
    }

    @Test
    @DisplayName("may add constraints, prohibitions and duties, and name an offered action in its long form")
    void additions() {
        Terms published = Terms.permitting(Permission.use(UNTIL_2027));
        Terms asked = Terms.permitting(new Permission(
                        new Action("odrl:use"),
                        List.of(Atomic.of("purpose", Operator.EQ, "a"), UNTIL_2027),
                        List.of(Duty.of("inform"))))
                .prohibiting(Prohibition.of(Action.DISTRIBUTE))
                .obliging(List.of(Duty.of("delete")));
        assertThat(Within.compare(asked, published)).isEqualTo(new Within.Inside());
    }

    @Test
    @DisplayName("may not leave out a constraint, a prohibition or a duty, nor ask for another action")
    void widening() {
        Terms published = Terms.permitting(
                        new Permission(Action.USE, List.of(UNTIL_2027), List.of(Duty.of("attribute"))))
                .prohibiting(Prohibition.of(Action.DISTRIBUTE))
                .obliging(List.of(Duty.of("delete")));
        Terms asked = Terms.permitting(Permission.use(), new Permission(new Action("sell"), List.of(), List.of()));
        assertThat(Within.compare(asked, published))
                .isEqualTo(new Within.Beyond(List.of(
                        "asks to use beyond: until 31 Dec 2027",
                        "asks to use without the duty: name the source",
                        "asks to sell, which is not on offer",
                        "leaves out the prohibition: distribute",
                        "leaves out the duty: delete")));
        assertThat(Within.compare(new Terms(List.of(), List.of(), List.of()), published))
                .isInstanceOf(Within.Beyond.class);
    }

    @Test
    @DisplayName("may widen a prohibition and bring a duty forward, not the other way round")
    void tighterRules() {
        Prohibition inKenya = new Prohibition(Action.DISTRIBUTE, List.of(Atomic.of("spatial", Operator.EQ, "KE")));
        Duty by2028 = new Duty(new Action("delete"), List.of(Atomic.of("dateTime", Operator.LTEQ, "2028-12-31")));
        Duty by2027 = new Duty(new Action("delete"), List.of(UNTIL_2027));
        Terms loose = Terms.permitting(Permission.use()).prohibiting(inKenya).obliging(List.of(by2028));
        Terms tight = Terms.permitting(Permission.use())
                .prohibiting(Prohibition.of(Action.DISTRIBUTE))
                .obliging(List.of(by2027));
        assertThat(Within.compare(tight, loose)).isInstanceOf(Within.Inside.class);
        assertThat(Within.compare(loose, tight)).isInstanceOf(Within.Beyond.class);
    }

    @Test
    @DisplayName("may choose one of several alternatives, and one of several permissions")
    void alternatives() {
        Constraint japanOrGermany =
                new Logical(Join.OR, List.of(constraint("spatial eq JP"), constraint("spatial eq DE")));
        Terms either = Terms.permitting(Permission.use(japanOrGermany));
        Terms japan = Terms.permitting(Permission.use(constraint("spatial eq JP")));
        Terms both = Terms.permitting(Permission.use(constraint("spatial isAnyOf JP DE")));
        assertThat(Within.compare(japan, either)).isInstanceOf(Within.Inside.class);
        assertThat(Within.compare(either, japan)).isInstanceOf(Within.Beyond.class);
        assertThat(Within.compare(either, both)).isInstanceOf(Within.Inside.class);
        Terms two = Terms.permitting(
                Permission.use(constraint("spatial eq DE")), Permission.use(constraint("spatial eq JP")));
        assertThat(Within.compare(japan, two)).isInstanceOf(Within.Inside.class);
    }

    /** A constraint written {@code operand operator value…}. */
    private static Constraint constraint(String text) {
        List<String> words = Arrays.asList(text.split(" "));
        return new Atomic(words.get(0), Operator.parse(words.get(1)).orElseThrow(), words.subList(2, words.size()));
    }
}
