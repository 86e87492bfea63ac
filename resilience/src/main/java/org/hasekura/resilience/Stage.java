package org.hasekura.resilience;

import java.util.Locale;

/**
 * A stage of a chain, such as wafer fabrication (前工程).
 *
 * @param id as nodes name it
 * @param nameJa in Japanese, empty where there is none
 */
public record Stage(String id, String name, String nameJa) {

    /** The name for people who read that language; the other one where it is missing. */
    public String name(Locale language) {
        boolean japanese = language.getLanguage().equals("ja") && !nameJa.isEmpty();
        return japanese ? nameJa : name;
    }
}
