package org.hasekura.law;

/** Law data or a case file that cannot be read: the message names file, entry and field. Nothing was taken over. */
public final class LawDataException extends Exception {
    private static final long serialVersionUID = 1;

    LawDataException(String message) {
        super(message);
    }

    LawDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
