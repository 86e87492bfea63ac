package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.hasekura.policy.Agreement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a provider that says the same anew, as Eclipse Dataspace Components does")
class SaidAnewTest {

    private static final DataAddress ELSEWHERE = new DataAddress(
            "https://w3id.org/idsa/v4.1/HTTP",
            Optional.of("https://maker.example/elsewhere"),
            Map.of("authorization", "another", "authType", "bearer"));

    @Test
    @DisplayName("where the bytes lie, while they move: the consumer takes the new address")
    void address() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        Pids pids = pair.transfer(pid).pids();
        Pair.process(tell(pair, pid, new TransferMessage.Start(pids, Optional.of(ELSEWHERE)), "1"));
        assertThat(pair.transfer(pid).state()).isEqualTo(TransferState.STARTED);
        assertThat(pair.transfer(pid).dataAddress()).contains(ELSEWHERE);
        assertThat(Pair.refusal(tell(pair, pid, new TransferMessage.Start(pids, Optional.empty()), "2"))
                        .code())
                .isEqualTo("not-possible-now");
        assertThat(pair.transfer(pid).dataAddress()).contains(ELSEWHERE);
    }

    private static Answer<Transfer> tell(Pair pair, String pid, TransferMessage message, String token)
            throws StoreFailed {
        Inbound in = pair.consumer().inbound(pair.provider().did(), token, TransferJson.write(message));
        return pair.consumer().exchange().transfers().receive(in, pid, message);
    }

    @Test
    @DisplayName("its agreement, before it is verified: the consumer keeps the newer one, and none once it is verified")
    void agreement() throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer()
                .behaving(Conducts.negotiating(
                        negotiation -> Optional.of(new NegotiationAct.Wait(Reason.of("test", "a person verifies")))
                                .filter(_ -> negotiation.effective() == NegotiationState.AGREED)
                                .map(NegotiationAct.class::cast)));
        String pid = pair.asks("direct", Pair.OPEN);
        pair.world().settle();
        Negotiation agreed = pair.negotiation(pid);
        assertThat(agreed.state()).isEqualTo(NegotiationState.AGREED);
        Agreement first = agreed.agreement().orElseThrow();
        Agreement second = renamed(first, "the-second");
        Pair.process(tell(pair, agreed, second, "1"));
        assertThat(pair.negotiation(pid).agreement()).contains(second);

        Pair.process(pair.consumer().exchange().negotiations().act(pid, new NegotiationAct.Verify()));
        assertThat(Pair.refusal(tell(pair, agreed, renamed(first, "the-third"), "2"))
                        .code())
                .isEqualTo("not-possible-now");
        assertThat(pair.negotiation(pid).agreement()).contains(second);
    }

    private static Agreement renamed(Agreement agreement, String id) {
        return new Agreement(
                id,
                agreement.target(),
                agreement.assigner(),
                agreement.assignee(),
                agreement.timestamp(),
                agreement.terms());
    }

    private static Answer<Negotiation> tell(Pair pair, Negotiation negotiation, Agreement agreement, String token)
            throws StoreFailed {
        var message = new NegotiationMessage.Agreed(negotiation.pids(), agreement);
        Inbound in = pair.consumer().inbound(pair.provider().did(), token, NegotiationJson.write(message));
        return pair.consumer().exchange().negotiations().receive(in, negotiation.pid(), message);
    }
}
