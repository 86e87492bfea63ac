package org.hasekura.law;

import java.util.Locale;

/** What a cure asks of people, the least first. An order, not a measure: these data hold no figures of cost or time. */
public enum Effort {
    /** A new assessment of what is in place. */
    ASSESSMENT,
    /** A contract between the two sides, with an assessment. */
    CONTRACT,
    /** The importer has itself certified. */
    CERTIFICATION,
    /** Facts that must hold, documented for the single case. */
    DOCUMENTATION,
    /** Every data subject is asked. */
    CONSENT,
    /** An authority authorises the clauses or the arrangement. */
    AUTHORISATION,
    /** Rules of a group of companies, approved by an authority. */
    GROUP_RULES;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Such as {@code group-rules}. */
    public String code() {
        return code;
    }

    static Effort parse(FieldsJson fields) throws LawDataException {
        String code = fields.text("effort");
        for (Effort effort : values()) {
            if (effort.code.equals(code)) {
                return effort;
            }
        }
        throw fields.wrong("effort", "`" + code + "` is no kind of effort");
    }
}
