package org.hasekura.law;

import java.util.Locale;

/** What happens to the data. {@link #OTHER} stands for a word that is not in the vocabulary; the flow then names it among its unknown codes. */
public enum Operation {
    /** The data subject gives the data to the importer. */
    DIRECT_COLLECTION,
    /** Provision to another party inside the country. */
    DOMESTIC_PROVISION,
    /** The answer to an order of a foreign court or authority. */
    GOVERNMENTAL_ACCESS,
    /** Use by the same entity. */
    HANDLING,
    /** No flow: a measure of a state is judged. */
    MEASURE,
    /** Data received from another regime goes on. */
    ONWARD,
    /** The importer looks at the data from abroad. */
    REMOTE_ACCESS,
    /** Sending to the importer, or making available to it. */
    TRANSFER,
    /** None of these. Never permitted. */
    OTHER;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word used in case files, such as {@code remote-access}. */
    public String code() {
        return code;
    }

    /** The operation of that code, or {@link #OTHER}. */
    public static Operation parse(String code) {
        for (Operation operation : values()) {
            if (operation.code.equals(code)) {
                return operation;
            }
        }
        return OTHER;
    }
}
