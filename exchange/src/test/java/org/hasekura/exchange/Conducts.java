package org.hasekura.exchange;

import java.util.Optional;
import java.util.function.Function;
import org.hasekura.policy.Assessment;

/** Ways to behave that differ from the standard in one thing. */
final class Conducts {
    private static final Conduct STANDARD = new StandardConduct();

    private Conducts() {}

    /** Where the function says something, that is done. */
    static Conduct negotiating(Function<Negotiation, Optional<NegotiationAct>> unlike) {
        return new Conduct() {
            @Override
            public Next<NegotiationAct> next(
                    Negotiation negotiation, Optional<Dataset> dataset, Optional<Assessment> assessment) {
                return unlike.apply(negotiation)
                        .map(Next::now)
                        .orElseGet(() -> STANDARD.next(negotiation, dataset, assessment));
            }

            @Override
            public Next<TransferAct> next(Transfer transfer, Optional<Reason> bar) {
                return STANDARD.next(transfer, bar);
            }
        };
    }
}
