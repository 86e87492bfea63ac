package org.hasekura.exchange;

/** The two kinds of process that messages move. */
public enum ProcessKind {
    NEGOTIATION("negotiation"),
    TRANSFER("transfer");

    private final String word;

    ProcessKind(String word) {
        this.word = word;
    }

    /** What it is called in a sentence. */
    public String word() {
        return word;
    }
}
