package org.hasekura.node;

import java.time.Duration;
import java.util.Optional;
import org.hasekura.exchange.Conduct;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.Next;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.policy.Assessment;

/**
 * Behaves as another conduct does, but lets one peer finish its own steps first. Some connectors change their state only
 * after they have read our answer, and send a message twice while they do; an answer that comes meanwhile is refused, or
 * worse, is taken and then forgotten (docs/interoperability.md).
 *
 * @param peer the DID under which it stands in the register
 * @param pause how long it is left alone before this side does something of its own accord
 */
record Unhurried(Conduct conduct, String peer, Duration pause) implements Conduct {

    @Override
    public Next<NegotiationAct> next(
            Negotiation negotiation, Optional<Dataset> dataset, Optional<Assessment> assessment) {
        return paced(negotiation.peer(), conduct.next(negotiation, dataset, assessment));
    }

    @Override
    public Next<TransferAct> next(Transfer transfer, Optional<Reason> bar) {
        return paced(transfer.peer(), conduct.next(transfer, bar));
    }

    private <A> Next<A> paced(String with, Next<A> next) {
        boolean isTold =
                next.act().filter(act -> !(act instanceof NegotiationAct.Wait)).isPresent();
        return with.equals(peer) && isTold && next.delay().compareTo(pause) < 0 ? new Next<>(next.act(), pause) : next;
    }
}
