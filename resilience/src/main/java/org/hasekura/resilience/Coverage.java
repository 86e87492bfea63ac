package org.hasekura.resilience;

/** What the rows of a distribution cover in a data set. Whatever they leave to 100 is unknown, be it rounding or more. */
public enum Coverage {
    /** The data set means to list everybody, and its row for "various" is one of them: it counts in the sum. */
    WHOLE,
    /** Rows are what could be found: a row for "other" is part of what is unknown and does not count in the sum. */
    PARTIAL
}
