package org.hasekura.law;

import java.util.Locale;

/** What is known of a criterion. Never averaged. */
public enum GapStatus {
    MET,
    PARTLY,
    NOT_MET,
    /** Nobody has read it for these data. */
    UNKNOWN,
    NOT_APPLICABLE;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Such as {@code not-met}. */
    public String code() {
        return code;
    }

    /** Whether something is known to be missing. */
    public boolean isGap() {
        return this == PARTLY || this == NOT_MET;
    }

    static GapStatus parse(FieldsJson fields) throws LawDataException {
        String code = fields.text("status");
        for (GapStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw fields.wrong("status", "`" + code + "` is none of met, partly, not-met, unknown, not-applicable");
    }
}
