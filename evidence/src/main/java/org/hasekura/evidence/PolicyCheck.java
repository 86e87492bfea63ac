package org.hasekura.evidence;

import java.util.List;

/** Whether a checkpoint is good under a policy. */
public sealed interface PolicyCheck {

    /** It is: signed by this log of the policy, and cosigned as the quorum wants. */
    record Accepted(Checkpoint checkpoint, VerifierKey log, List<VerifiedSignature> signatures)
            implements PolicyCheck {}

    /** It is not. */
    record Refused(ReceiptPart part, String reason) implements PolicyCheck {}
}
