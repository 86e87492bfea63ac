package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hasekura.exchange.Conduct;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Heard;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Next;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a conduct that is not in a hurry")
class UnhurriedTest {

    private static final String SLOW = "did:web:slow.example";
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Test
    @DisplayName("does the same a while later with the one peer, and at once with every other")
    void paced() {
        assertThat(next(SLOW, Next.now(new NegotiationAct.Verify())))
                .isEqualTo(Next.after(PAUSE, new NegotiationAct.Verify()));
        assertThat(next("did:web:other.example", Next.now(new NegotiationAct.Verify())))
                .isEqualTo(Next.now(new NegotiationAct.Verify()));
    }

    @Test
    @DisplayName("makes nothing earlier, does nothing of its own, and has the question to a person stored at once")
    void untouched() {
        Next<NegotiationAct> later = Next.after(Duration.ofSeconds(1), new NegotiationAct.Verify());
        assertThat(next(SLOW, later)).isEqualTo(later);
        assertThat(next(SLOW, Next.nothing())).isEqualTo(Next.nothing());
        Next<NegotiationAct> question = Next.now(new NegotiationAct.Wait(Reason.of("person-answers", "please answer")));
        assertThat(next(SLOW, question)).isEqualTo(question);
    }

    private static Next<NegotiationAct> next(String peer, Next<NegotiationAct> asBefore) {
        return new Unhurried(new Fixed(asBefore), SLOW, PAUSE)
                .next(negotiation(peer), Optional.empty(), Optional.empty());
    }

    private record Fixed(Next<NegotiationAct> answer) implements Conduct {
        @Override
        public Next<NegotiationAct> next(Negotiation now, Optional<Dataset> dataset, Optional<Assessment> found) {
            return answer;
        }

        @Override
        public Next<TransferAct> next(Transfer transfer, Optional<Reason> bar) {
            return Next.nothing();
        }
    }

    private static Negotiation negotiation(String peer) {
        return new Negotiation(
                "pid",
                Optional.of("peer-pid"),
                Role.CONSUMER,
                peer,
                URI.create("https://peer.example/dsp"),
                "dataset",
                Optional.empty(),
                new Offer("any-use", Terms.permitting(Permission.use())),
                Optional.empty(),
                NegotiationState.AGREED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Heard.NOTHING,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }
}
