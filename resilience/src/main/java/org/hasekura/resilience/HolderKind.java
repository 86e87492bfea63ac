package org.hasekura.resilience;

import java.util.Locale;
import java.util.Optional;

/** Who holds a share. */
public enum HolderKind {
    COUNTRY,
    FIRM,
    /** Several firms that a source gives one figure for. */
    GROUP,
    /** Various firms, nobody knows which. */
    OTHER_FIRMS,
    /** Several countries that a source gives one figure for, for example Europe. */
    REGION,
    /** Various, other, not attributed: held by somebody unknown. */
    REST;

    /** Whether figures of this kind tell about firms, so that they belong beside those of firms. */
    public boolean isAboutFirms() {
        return this == FIRM || this == GROUP || this == OTHER_FIRMS;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<HolderKind> of(String word) {
        for (HolderKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
