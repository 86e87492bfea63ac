package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hasekura.evidence.Entry;
import org.hasekura.policy.Constraint.Atomic;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Reading;
import org.hasekura.policy.Terms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("rules of a dataset")
class AnswerRulesTest {

    private static final Map<String, String> NOT_PERSONAL = Map.of("nonPersonal", "true", "originRegime", "none");

    private static final String RULES = """
            [{"id": "partners", "terms": "equal",
              "when": [{"leftOperand": "ruling", "operator": "eq", "rightOperand": "permitted"},
                       {"leftOperand": "spatial", "operator": "isAnyOf", "rightOperand": ["JP", "EU"]}],
              "then": "agree"},
             {"id": "not-kenya", "terms": "any",
              "when": [{"leftOperand": "country", "operator": "eq", "rightOperand": "KE"}],
              "then": "refuse", "reason": "not yet"},
             {"id": "narrower", "then": "offer"}]""";

    @Test
    @DisplayName(
            "agree where the terms equal the template and the ruling is permitted, and the evidence names the rule")
    void agrees() throws StoreFailed {
        Pair pair = Pair.withJapan();
        Offer offer = offered(pair, RULES);
        String pid = pair.negotiates("ruled", offer);
        assertThat(pair.negotiation(pid).state()).isEqualTo(NegotiationState.FINALIZED);
        assertThat(decided(pair, pid)).containsExactly("partners AGREED");
        WhatAlwaysHolds.check(pair.provider());
    }

    @Test
    @DisplayName("go on to the next where one does not fit: narrower terms are offered back")
    void nextRule() throws StoreFailed {
        Pair pair = Pair.withJapan();
        Offer offer = offered(pair, RULES);
        Offer narrower =
                offer.withTerms(Terms.permitting(Permission.use(Atomic.of("dateTime", Operator.LTEQ, "2027-12-31"))));
        String pid = pair.negotiates("ruled", narrower);
        assertThat(decided(pair, pid)).containsExactly("narrower OFFERED");
        assertThat(pair.negotiation(pid).state()).isEqualTo(NegotiationState.FINALIZED);
    }

    @Test
    @DisplayName("refuse with their reason")
    void refuses() throws StoreFailed {
        Pair pair = Pair.withKenya();
        String pid = pair.negotiates("ruled", offered(pair, RULES));
        assertThat(pair.negotiation(pid).reason()).contains(Reason.of("refused-by-rule", "not yet"));
        assertThat(decided(pair, pid)).containsExactly("not-kenya REFUSED");
    }

    @Test
    @DisplayName("leave to a person what they would refuse by a fact that is not known, and what none of them fits")
    void leaveToPerson() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String uncertified = """
                [{"id": "uncertified", "terms": "any", "then": "refuse",
                  "when": [{"leftOperand": "credential", "operator": "neq", "rightOperand": "ISO27001"}]}]""";
        String pid = pair.negotiates("ruled", offered(pair, uncertified));
        Reason waits = pair.negotiationOfProvider(pid).waiting().orElseThrow();
        assertThat(waits.code()).isEqualTo("person-answers");
        assertThat(waits.sentences().get(0)).isEqualTo("rule `uncertified` asks for what is not known");
        assertThat(decided(pair, pid)).containsExactly("uncertified LEFT_TO_PERSON");

        Pair other = Pair.withJapan();
        String germans = """
                [{"id": "germans", "then": "agree",
                  "when": [{"leftOperand": "country", "operator": "eq", "rightOperand": "DE"}]}]""";
        String none = other.negotiates("ruled", offered(other, germans));
        assertThat(other.negotiationOfProvider(none).waiting().map(Reason::code))
                .contains("person-answers");
        assertThat(decided(other, none)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("are refused where they are not understood, with the place:")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'sometimes' | answering: is `sometimes`; it can be `direct`, `confirm`, `manual` or a list of rules",
                "[] | answering: takes `direct`, `confirm`, `manual` or a list of 1 to 100 rules",
                "[{'then':'agree'}] | answering[0].id: is missing: name the rule",
                "[{'id':'a'}] | answering[0].then: is missing: say what to do",
                "[{'id':'a','then':'sign'}] | answering[0].then: is `sign`; it can be `agree`, `offer`, `ask`, `refuse`",
                "[{'id':'a','then':'agree'},{'id':'a','then':'ask'}] | answering[1].id: is `a`, as that of another rule",
                "[{'id':'a','then':'agree','if':1}] | answering[0].if: is not known; a rule has `id`, `terms`, `template`, `when`, `then` and `reason`",
                "[{'id':'a','then':'agree','when':[{'leftOperand':'contry','operator':'eq','rightOperand':'JP'}]}] | answering[0].when.permission[0].constraint[0].leftOperand: is not understood: unknown operand `contry`; did you mean `country`?",
            })
    void notUnderstood(String json, String sentence) {
        assertThat(AnsweringJson.read(JsonMapper.shared().readTree(json.replace('\'', '"')), "answering"))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.path() + ": " + refused.words())
                                .isEqualTo(sentence));
    }

    @Test
    @DisplayName("are written as they were read, short forms by their names")
    void roundTrip() {
        for (String json : List.of(RULES, "\"direct\"", "\"confirm\"", "\"manual\"")) {
            Dataset.Answering read = answering(json);
            assertThat(answering(AnsweringJson.write(read).toString())).isEqualTo(read);
        }
        assertThat(answering("\"manual\"")).isSameAs(Dataset.Answering.MANUAL);
    }

    private static List<String> decided(Pair pair, String pid) {
        return Evidence.of(pair.provider(), pair.negotiationOfProvider(pid).pid(), Entry.RuleApplied.class).stream()
                .map(entry -> entry.rule() + " " + entry.answered())
                .toList();
    }

    private static Offer offered(Pair pair, String rules) throws StoreFailed {
        pair.offer("ruled", NOT_PERSONAL, Pair.OPEN, answering(rules));
        return Pair.OPEN;
    }

    private static Dataset.Answering answering(String json) {
        return switch (AnsweringJson.read(JsonMapper.shared().readTree(json), "answering")) {
            case Reading.Read<Dataset.Answering>(Dataset.Answering answering) -> answering;
            case Reading.Refused<Dataset.Answering> refused -> throw new AssertionError(refused.sentence());
        };
    }
}
