package org.hasekura.resilience;

import java.util.Optional;

/**
 * A country or firm that provides something.
 *
 * @param country of a firm its home, which is not where it produces; empty for what cannot be put in one country
 */
public record Holder(String id, String name, HolderKind kind, Optional<String> country, String note) {

    /** The country or region that the share is added to; empty for what cannot be put anywhere. */
    public Optional<String> place() {
        return switch (kind) {
            case COUNTRY, FIRM, GROUP -> country;
            case REGION -> Optional.of(country.orElse(id));
            case REST, OTHER_FIRMS -> Optional.empty();
        };
    }
}
