package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hasekura.policy.Constraint.Atomic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("terms in words")
class TermsTextTest {

    private static final Terms TERMS = Terms.permitting(Permission.use(
                    Atomic.of("purpose", Operator.EQ, "urn:hasekura:purpose:customer-service"),
                    Atomic.of("dateTime", Operator.LTEQ, "2027-12-31")))
            .prohibiting(Prohibition.of(Action.DISTRIBUTE))
            .obliging(List.of(new Duty(
                    new Action(Duty.LAW + "X:1"), List.of(Atomic.of("dateTime", Operator.LTEQ, "2028-01-31")))));

    private static final List<DutyText> TEXTS = List.of(new DutyText(
            "X:1",
            Optional.of("importer"),
            "keep a record of the origin",
            "取得の経緯を記録する",
            Optional.empty(),
            "Rule 1",
            "規則第1条"));

    @Test
    @DisplayName("are a sentence in English")
    void english() {
        assertThat(TermsText.english(TERMS, TEXTS))
                .isEqualTo("use for customer-service until 31 Dec 2027; not allowed: distribute; must: keep a record of"
                        + " the origin (Rule 1) until 31 Jan 2028");
    }

    @Test
    @DisplayName("are a sentence in Japanese")
    void japanese() {
        assertThat(TermsText.japanese(TERMS, TEXTS))
                .isEqualTo("許可：「customer-service」の目的で、2027年12月31日まで、利用。禁止：配布。" + "義務：2028年1月31日まで、取得の経緯を記録する（規則第1条）。");
    }

    @Test
    @DisplayName(
            "say until when a duty of the law binds in the words that were agreed, in place of what programs compare")
    void untilWhen() {
        Terms terms = Terms.permitting(Permission.use())
                .obliging(List.of(new Duty(
                        new Action(Duty.LAW + "X:1"),
                        List.of(Atomic.of("elapsedTime", Operator.GTEQ, "P3Y")),
                        Optional.of(new Duty.Until("three years from the record", "記録作成日から3年")))));
        assertThat(TermsText.english(terms, TEXTS))
                .isEqualTo("use; must: keep a record of the origin (Rule 1) [until when: three years from the record]");
        assertThat(TermsText.japanese(terms, TEXTS)).isEqualTo("許可：利用。義務：取得の経緯を記録する（規則第1条）〔期限：記録作成日から3年〕。");
    }

    @Test
    @DisplayName("show a duty of the law by its id where nobody hands in its text, and the rest as it was written")
    void asWritten() {
        Terms odd = Terms.permitting(Permission.use(Atomic.of("foo", Operator.GT, "3")))
                .obliging(List.of(Duty.of(Duty.LAW + "X:1")));
        assertThat(TermsText.english(odd)).isEqualTo("use where foo gt 3; must: the law's duty X:1");
        assertThat(TermsText.japanese(odd)).isEqualTo("許可：条件「foo gt 3」のもとで、利用。義務：法令上の義務「X:1」。");
        assertThat(TermsText.english(OdrlJsonTest.TERMS))
                .isEqualTo(
                        "use for customer-service or general (in Japan or until 31 Dec 2027) (provided: name the source); not"
                                + " allowed: distribute; must: the law's duty SR:4 until 31 Jan 2028");
        assertThat(TermsText.english(Terms.permitting(
                        Permission.use(Atomic.of("dateTime", Operator.LT, "2028-01-01T00:00:00+09:00")))))
                .isEqualTo("use before 1 Jan 2028 00:00:00 UTC+09:00");
    }
}
