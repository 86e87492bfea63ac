package org.hasekura.exchange;

/** What this side does in a transfer by itself or by a person's order. */
public sealed interface TransferAct {

    /** The provider starts, or either side resumes. */
    record Start() implements TransferAct {}

    /** Either side pauses it. */
    record Suspend(Reason reason) implements TransferAct {}

    /** Either side says that all has been delivered. */
    record Complete() implements TransferAct {}

    /** Either side ends it. */
    record Terminate(Reason reason) implements TransferAct {}
}
