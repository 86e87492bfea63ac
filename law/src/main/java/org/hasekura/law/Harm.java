package org.hasekura.law;

import java.util.Locale;

/** How much a person may be hurt when a flow goes on without a ground, the worst first. */
public enum Harm {
    /** Special categories (GDPR Art. 9) or criminal offences (Art. 10). */
    SPECIAL,
    /** Children, national numbers, credit information, employees. */
    PROTECTED,
    /** Other personal data. */
    ORDINARY;

    static Harm of(FlowData data) {
        if (!data.special().isEmpty() || data.criminal()) {
            return SPECIAL;
        }
        boolean isProtected = data.children()
                || data.hr()
                || data.governmentId()
                || data.creditInformation()
                || data.nationalId().isPresent();
        return isProtected ? PROTECTED : ORDINARY;
    }

    /** Such as {@code special}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
