package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("two nodes negotiate")
class TwoNodesNegotiateTest {

    private static final Terms WIDE = Terms.permitting(Permission.use(Constraint.Atomic.of(
            "purpose", Operator.IS_ANY_OF, "urn:hasekura:purpose:general:customer-service", "marketing")));

    @Test
    @DisplayName("directly: requested, agreed, verified, finalized, the same on both sides")
    void direct() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("direct", Pair.OPEN);
        assertThat(Evidence.states(pair.consumer(), pid))
                .containsExactly("REQUESTED", "AGREED", "VERIFIED", "FINALIZED");
        assertThat(Evidence.states(
                        pair.provider(), pair.negotiationOfProvider(pid).pid()))
                .containsExactly("REQUESTED", "AGREED", "VERIFIED", "FINALIZED");
        sameAgreement(pair, pid);
        assertThat(pair.consumer().store().outbox()).isEmpty();
        assertThat(pair.provider().store().outbox()).isEmpty();
    }

    @Test
    @DisplayName("confirming: offered and accepted come before agreed")
    void confirm() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("confirm", Pair.OPEN);
        assertThat(Evidence.states(pair.consumer(), pid))
                .containsExactly("REQUESTED", "OFFERED", "ACCEPTED", "AGREED", "VERIFIED", "FINALIZED");
        sameAgreement(pair, pid);
    }

    @Test
    @DisplayName("with duties of the law: the provider offers them, the consumer is asked, and the agreement has them")
    void lawfulWithDuties() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("contacts", Pair.SERVICE);
        assertThat(pair.negotiation(pid).waiting().map(Reason::code)).contains("terms-differ");
        Pair.process(pair.consumer().exchange().negotiations().act(pid, new NegotiationAct.Accept()));
        pair.world().settle();
        sameAgreement(pair, pid);
        assertThat(pair.negotiation(pid).agreement().orElseThrow().terms().obligations())
                .anyMatch(duty -> duty.isFromLaw());
    }

    @Test
    @DisplayName("by counter-offers: asked beyond the offer, offered the published terms, countered with those, agreed")
    void counterOffer() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("contacts", Pair.SERVICE.withTerms(WIDE));
        Negotiation offered = pair.negotiation(pid);
        assertThat(offered.state()).isEqualTo(NegotiationState.OFFERED);
        assertThat(offered.offer().terms().permissions())
                .isEqualTo(Pair.SERVICE.terms().permissions());
        Pair.process(pair.consumer().exchange().negotiations().act(pid, new NegotiationAct.Counter(offered.offer())));
        pair.world().settle();
        sameAgreement(pair, pid);
        assertThat(Evidence.states(pair.consumer(), pid))
                .containsExactly("REQUESTED", "OFFERED", "REQUESTED", "AGREED", "VERIFIED", "FINALIZED");
    }

    @Test
    @DisplayName("on and on with the same counter-offer: ends with a reason")
    void tooManyRounds() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("contacts", Pair.SERVICE.withTerms(WIDE));
        for (int round = 0;
                round < StandardConduct.STEPS_MAX
                        && !pair.negotiation(pid).state().isFinal();
                round++) {
            assertThat(pair.negotiation(pid).state()).isEqualTo(NegotiationState.OFFERED);
            Pair.process(pair.consumer()
                    .exchange()
                    .negotiations()
                    .act(pid, new NegotiationAct.Counter(Pair.SERVICE.withTerms(WIDE))));
            pair.world().settle();
        }
        ended(pair, pid, "too-many-rounds");
    }

    @Test
    @DisplayName("without a ground in law: refused with provisions and what would cure it")
    void forbidden() throws StoreFailed {
        Pair pair = Pair.withKenya();
        String pid = pair.negotiates("contacts", Pair.SERVICE);
        ended(pair, pid, "forbidden-by-law");
        assertThat(pair.negotiation(pid).reason().orElseThrow().sentences())
                .anyMatch(each -> each.contains("GDPR"))
                .anyMatch(each -> each.startsWith("would be cured by"));
        assertThat(rulings(pair, pid)).extracting(Entry.RulingGiven::outcome).containsExactly(Entry.Outcome.FORBIDDEN);

        pair.provider()
                .exchange()
                .offerings()
                .register(Pair.bound(pair.consumer().participant(), Optional.empty()));
        String again = pair.negotiates("contacts", Pair.SERVICE);
        Pair.process(pair.consumer().exchange().negotiations().act(again, new NegotiationAct.Accept()));
        pair.world().settle();
        sameAgreement(pair, again);
        assertThat(rulings(pair, again)).extracting(Entry.RulingGiven::outcome).contains(Entry.Outcome.PERMITTED_IF);
    }

    @Test
    @DisplayName("about what is not or no longer on offer: ended with a reason")
    void notOnOffer() throws StoreFailed {
        Pair pair = Pair.withJapan();
        assertThat(pair.negotiation(pair.negotiates("nothing", Pair.OPEN)).state())
                .isEqualTo(NegotiationState.TERMINATED);
        String unknownOffer = pair.negotiates("direct", new Offer("else", Pair.OPEN.terms()));
        assertThat(pair.negotiation(unknownOffer).reason().orElseThrow().sentences())
                .anyMatch(each -> each.contains("`else` is no offer of dataset `direct`"));
        String waits = pair.negotiates("contacts", Pair.SERVICE);
        pair.provider().exchange().offerings().withdraw("contacts", "mistake");
        Pair.process(pair.consumer().exchange().negotiations().act(waits, new NegotiationAct.Accept()));
        pair.world().settle();
        ended(pair, waits, "not-on-offer");
        String late = pair.negotiates("contacts", Pair.SERVICE);
        assertThat(pair.negotiation(late).state()).isEqualTo(NegotiationState.TERMINATED);
    }

    @Test
    @DisplayName("a provider that agrees to something else than was offered is left by the consumer")
    void otherAgreement() throws StoreFailed {
        Pair pair = Pair.withJapan();
        Terms other = Terms.permitting(Permission.use(Constraint.Atomic.of("dateTime", Operator.LT, "2026-12-01")));
        pair.provider()
                .behaving(Conducts.negotiating(now -> now.effective() == NegotiationState.REQUESTED
                        ? Optional.of(new NegotiationAct.Agree(other))
                        : Optional.empty()));
        String pid = pair.negotiates("direct", Pair.OPEN);
        ended(pair, pid, "agreement-differs");
        assertThat(pair.consumer().store().agreements("", 10)).noneMatch(Concluded::stands);
        assertThat(pair.provider().store().agreements("", 10)).noneMatch(Concluded::stands);
    }

    @Test
    @DisplayName("and either side can end it, with the reason told to the other")
    void ended() throws StoreFailed {
        for (boolean byConsumer : List.of(true, false)) {
            Pair pair = Pair.withJapan();
            String pid = pair.negotiates("manual", Pair.OPEN);
            Side side = byConsumer ? pair.consumer() : pair.provider();
            String own = byConsumer ? pid : pair.negotiationOfProvider(pid).pid();
            Pair.process(side.exchange()
                    .negotiations()
                    .act(own, new NegotiationAct.Terminate(Reason.of("no-need", "not needed any more"))));
            pair.world().settle();
            ended(pair, pid, "no-need");
            assertThat(pair.negotiation(pid).reason().orElseThrow().sentences()).containsExactly("not needed any more");
        }
    }

    private static List<Entry.RulingGiven> rulings(Pair pair, String pid) {
        return Evidence.of(pair.provider(), pair.negotiationOfProvider(pid).pid(), Entry.RulingGiven.class);
    }

    static void sameAgreement(Pair pair, String pid) {
        Negotiation here = pair.negotiation(pid);
        Negotiation there = pair.negotiationOfProvider(pid);
        assertThat(here.state()).isEqualTo(NegotiationState.FINALIZED);
        assertThat(there.state()).isEqualTo(NegotiationState.FINALIZED);
        String id = here.agreement().orElseThrow().id();
        Concluded mine = pair.consumer().store().agreement(id).orElseThrow();
        Concluded theirs = pair.provider().store().agreement(id).orElseThrow();
        assertThat(mine.stands()).isTrue();
        assertThat(theirs.stands()).isTrue();
        assertThat(mine.sha256()).isEqualTo(theirs.sha256());
        assertThat(Evidence.of(pair.consumer(), pid, Entry.AgreementConcluded.class))
                .extracting(each -> each.agreementHash().hex())
                .containsExactly(mine.sha256());
        assertThat(Evidence.of(pair.provider(), there.pid(), Entry.AgreementConcluded.class))
                .extracting(each -> each.agreementHash().hex())
                .containsExactly(mine.sha256());
    }

    static void ended(Pair pair, String pid, String code) {
        assertThat(pair.negotiation(pid).state()).isEqualTo(NegotiationState.TERMINATED);
        assertThat(pair.negotiationOfProvider(pid).state()).isEqualTo(NegotiationState.TERMINATED);
        assertThat(pair.negotiation(pid).reason().map(Reason::code)).contains(code);
        assertThat(pair.negotiationOfProvider(pid).reason().map(Reason::code)).contains(code);
    }
}
