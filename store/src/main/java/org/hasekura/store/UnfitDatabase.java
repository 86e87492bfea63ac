package org.hasekura.store;

/** The database cannot be used as it is; the message says for a person what to change. Nothing was written. */
public final class UnfitDatabase extends Exception {
    private static final long serialVersionUID = 1L;

    public UnfitDatabase(String message) {
        super(message);
    }

    public UnfitDatabase(String message, Throwable cause) {
        super(message, cause);
    }
}
