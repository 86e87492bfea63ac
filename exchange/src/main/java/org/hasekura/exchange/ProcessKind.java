package org.hasekura.exchange;

/** The two kinds of process that messages move. */
public enum ProcessKind {
    NEGOTIATION,
    TRANSFER
}
