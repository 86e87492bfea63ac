package org.hasekura.resilience;

/** A table that cannot be read: the message names file, row and column, and what was found. Nothing was taken over. */
public final class TableException extends Exception {
    private static final long serialVersionUID = 1;

    private TableException(String message) {
        super(message);
    }

    /** What is wrong with a table as a whole. */
    public static TableException inFile(String file, String reason) {
        return new TableException(file + ": " + reason);
    }

    /** What is wrong with a row; rows count from 1, the header is one of them. */
    public static TableException inRow(String file, long row, String reason) {
        return new TableException(file + ", row " + row + ": " + reason);
    }

    /** What is wrong with one field. */
    public static TableException inField(String file, long row, String column, String reason) {
        return new TableException(file + ", row " + row + ", column `" + column + "`: " + reason);
    }
}
