package org.hasekura.exchange;

import java.util.Optional;
import org.hasekura.policy.Assessment;

/** How this side behaves by itself: asked after each step what to do next, and when. */
public interface Conduct {

    /**
     * What to do now that the negotiation stands in {@link Negotiation#effective()}.
     *
     * @param dataset the dataset it is about, on the provider's side
     * @param assessment the law's and the policy's answer to the terms on the table, on the provider's side
     */
    Next<NegotiationAct> next(Negotiation negotiation, Optional<Dataset> dataset, Optional<Assessment> assessment);

    /** What to do now that the transfer stands in {@link Transfer#effective()}. */
    Next<TransferAct> next(Transfer transfer, Optional<Reason> bar);
}
