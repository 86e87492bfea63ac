package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what the law or the dataset leaves to a person")
class PersonDecidesTest {

    private static final String WHY = "Hanako Tanaka has checked \"it\"\nby telephone";

    @Test
    @DisplayName("waits, with the questions that are open")
    void waits() throws StoreFailed {
        Pair pair = Pair.withJapan();
        Negotiation there = pair.negotiationOfProvider(pair.negotiates("unclear", Pair.OPEN));
        assertThat(there.state()).isEqualTo(NegotiationState.REQUESTED);
        assertThat(there.waiting().map(Reason::code)).contains("person-decides");
        assertThat(there.waiting().orElseThrow().sentences()).hasSizeGreaterThan(1);
        assertThat(Evidence.of(pair.provider(), there.pid(), Entry.RulingGiven.class))
                .extracting(Entry.RulingGiven::outcome)
                .containsExactly(Entry.Outcome.UNDECIDED);
    }

    @Test
    @DisplayName("goes on when the person permits: one decision, then an agreement, and the bytes may move")
    void permits() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("unclear", Pair.OPEN);
        String there = pair.negotiationOfProvider(pid).pid();
        Pair.process(pair.provider().exchange().negotiations().decide(there, true, "compliance-officer", WHY));
        pair.world().settle();
        TwoNodesNegotiateTest.sameAgreement(pair, pid);
        assertThat(Evidence.of(pair.provider(), there, Entry.DecisionTaken.class))
                .extracting(Entry.DecisionTaken::decision)
                .containsExactly(Entry.Decision.PERMIT);
        pair.starts(pair.negotiation(pid).agreement().orElseThrow().id());
    }

    @Test
    @DisplayName("ends when the person refuses, and the consumer is told why")
    void refuses() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("unclear", Pair.OPEN);
        String there = pair.negotiationOfProvider(pid).pid();
        Pair.process(pair.provider().exchange().negotiations().decide(there, false, "compliance-officer", WHY));
        pair.world().settle();
        TwoNodesNegotiateTest.ended(pair, pid, "refused-by-person");
        assertThat(pair.negotiation(pid).reason().orElseThrow().sentences()).containsExactly(WHY);
    }

    @Test
    @DisplayName("is a request for a dataset that a person answers")
    void manual() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("manual", Pair.OPEN);
        Negotiation there = pair.negotiationOfProvider(pid);
        assertThat(there.waiting().map(Reason::code)).contains("person-answers");
        Pair.process(pair.provider().exchange().negotiations().decide(there.pid(), true, "data-steward", WHY));
        pair.world().settle();
        TwoNodesNegotiateTest.sameAgreement(pair, pid);
    }

    @Test
    @DisplayName("cannot be permitted once the law forbids it or the dataset is withdrawn")
    void notAgainstTheLaw() throws StoreFailed {
        Pair pair = Pair.withKenya();
        LocalDate last = LocalDate.parse("2026-12-31");
        pair.provider()
                .exchange()
                .offerings()
                .register(Pair.bound(pair.consumer().participant(), Optional.of(last)));
        Dataset contacts = pair.provider().store().dataset("contacts").orElseThrow();
        pair.provider().exchange().offerings().publish(Pair.answeredBy(Dataset.Answering.MANUAL, contacts));
        String forbidden = pair.negotiates("contacts", Pair.SERVICE);
        String withdrawn = pair.negotiates("manual", Pair.OPEN);
        pair.world().pass(Duration.ofDays(60));
        pair.provider().exchange().offerings().withdraw("manual", "mistake");
        for (String pid : new String[] {forbidden, withdrawn}) {
            String there = pair.negotiationOfProvider(pid).pid();
            Answer<Negotiation> answer =
                    pair.provider().exchange().negotiations().decide(there, true, "compliance-officer", WHY);
            assertThat(Pair.refusal(answer).code()).isIn("forbidden-by-law", "not-on-offer");
            assertThat(pair.negotiationOfProvider(pid).waiting()).isPresent();
            assertThat(Evidence.of(pair.provider(), there, Entry.DecisionTaken.class))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("is decided once, by the provider, and only where something waits")
    void nothingToDecide() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("direct", Pair.OPEN);
        int before = pair.provider().store().entries().size();
        for (boolean permit : new boolean[] {true, false}) {
            assertThat(Pair.refusal(pair.provider()
                                    .exchange()
                                    .negotiations()
                                    .decide(pair.negotiationOfProvider(pid).pid(), permit, "role", WHY))
                            .code())
                    .isEqualTo("nothing-to-decide");
            assertThat(Pair.refusal(pair.consumer().exchange().negotiations().decide(pid, permit, "role", WHY))
                            .code())
                    .isEqualTo("nothing-to-decide");
        }
        assertThat(pair.provider().store().entries()).hasSize(before);
    }

    @Test
    @DisplayName("leaves a digest in the evidence; the reason itself is kept apart, as JSON that can be read again")
    void reasonApart() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("unclear", Pair.OPEN);
        String there = pair.negotiationOfProvider(pid).pid();
        pair.provider().exchange().negotiations().decide(there, false, "compliance-officer", WHY);
        Entry.DecisionTaken decision =
                Evidence.of(pair.provider(), there, Entry.DecisionTaken.class).getFirst();
        String kept = pair.provider().store().body(decision.reasonHash().hex()).orElseThrow();
        var read = new tools.jackson.databind.json.JsonMapper().readTree(kept);
        assertThat(read.path("reason").stringValue()).isEqualTo(WHY);
        assertThat(read.path("salt").stringValue()).isNotBlank();
    }
}
