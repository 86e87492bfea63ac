package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A finding that travelled in English")
class FindingTextTest {

    private static final Terms TERMS = new Terms(
            List.of(Permission.use(
                    Constraint.Atomic.of("spatial", Operator.IS_ANY_OF, "JP", "DE"),
                    Constraint.Atomic.of("purpose", Operator.IS_A, "urn:hasekura:purpose:statistics"),
                    Constraint.Atomic.of("count", Operator.LTEQ, "2"),
                    Constraint.Atomic.of("dateTime", Operator.LTEQ, "2026-12-31"))),
            List.of(new Prohibition(
                    new Action("distribute"), List.of(Constraint.Atomic.of("spatial", Operator.EQ, "US")), List.of())),
            List.of());

    private static String in(String english) {
        return FindingText.japanese(english, TERMS).orElse("not known");
    }

    @Test
    @DisplayName("is said in Japanese by the terms that it is about, with the facts")
    void known() {
        assertThat(in("allowed only at most 2 times; this is use no. 3"))
                .startsWith("許可されるのは次の場合のみ：")
                .endsWith("（3回目の利用）");
        assertThat(in("allowed only in Japan or Germany; the recipient is in KE"))
                .endsWith("（受領者の国は「KE」）");
        assertThat(in("allowed only in Japan or Germany; the recipient's country is not known"))
                .endsWith("（受領者の国は不明）");
        assertThat(in("allowed only until 31 Dec 2026"))
                .isEqualTo("許可されるのは次の場合のみ：" + JapaneseText.constraint(constraint(3)));
        assertThat(in("not allowed: distribute in United States; the recipient is in US"))
                .startsWith("禁止：");
        assertThat(in("perhaps not allowed: distribute in United States; the recipient's country is not known"))
                .startsWith("禁止の可能性：");
        assertThat(in("no permission for `http://www.w3.org/ns/odrl/2/sell`"))
                .isEqualTo("`http://www.w3.org/ns/odrl/2/sell`の許可がない");
    }

    private static Constraint constraint(int at) {
        return TERMS.permissions().getFirst().constraints().get(at);
    }

    @Test
    @DisplayName("is left as it is when these terms cannot have led to it")
    void unknown() {
        for (String english : List.of(
                "allowed only at most 3 times; this is use no. 4",
                "allowed only in JP or DE, we think",
                "allowed only in JP or DE; the moon is full",
                "allowed only in JP or DE; ",
                "please call us",
                "")) {
            assertThat(in(english)).as(english).isEqualTo("not known");
        }
    }
}
