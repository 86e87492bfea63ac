package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hasekura.evidence.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A negotiation that the provider opens by an offer")
class OfferOpensTest {

    private static Answer<Negotiation> offered(Pair pair, String dataset, String offer) throws StoreFailed {
        return pair.provider()
                .exchange()
                .negotiations()
                .offer(pair.consumer().did(), pair.consumer().address(), dataset, offer);
    }

    @Test
    @DisplayName("waits for the consumer's people, and then comes to the same agreement on both sides")
    void agrees() throws StoreFailed {
        Pair pair = Pair.withJapan();
        Negotiation opened = Pair.process(offered(pair, "direct", Pair.OPEN.id()));
        pair.world().settle();
        Negotiation here = pair.consumer().store().negotiations("", 1).getFirst();
        assertThat(here.state()).isEqualTo(NegotiationState.OFFERED);
        assertThat(here.waiting()).isPresent();
        pair.consumer().exchange().negotiations().act(here.pid(), new NegotiationAct.Accept());
        pair.world().settle();
        assertThat(pair.negotiation(here.pid()).state()).isEqualTo(NegotiationState.FINALIZED);
        assertThat(pair.provider()
                        .store()
                        .negotiation(opened.pid())
                        .orElseThrow()
                        .agreement())
                .isEqualTo(pair.negotiation(here.pid()).agreement());
        assertThat(Evidence.kinds(pair.provider(), opened.pid())).startsWith("RulingGiven", "MessageSent");
        WhatAlwaysHolds.check(pair.provider());
        WhatAlwaysHolds.check(pair.consumer());
    }

    @Test
    @DisplayName("is not opened where the law forbids it, or leaves it open, or the dataset has no such offer")
    void refused() throws StoreFailed {
        Pair pair = Pair.withKenya();
        List<Entry> before = pair.provider().store().entries();
        assertThat(Pair.refusal(offered(pair, "contacts", Pair.SERVICE.id())).sentences())
                .isNotEmpty();
        assertThat(Pair.refusal(offered(pair, "unclear", Pair.OPEN.id())).sentences())
                .isNotEmpty();
        assertThat(offered(pair, "direct", "another")).isInstanceOf(Answer.NotFound.class);
        assertThat(offered(pair, "nothing", Pair.OPEN.id())).isInstanceOf(Answer.NotFound.class);
        assertThat(pair.provider().store().negotiations("", 1)).isEmpty();
        assertThat(pair.provider().store().entries()).isEqualTo(before);
    }
}
