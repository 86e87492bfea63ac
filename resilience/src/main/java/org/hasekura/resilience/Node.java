package org.hasekura.resilience;

import java.util.Locale;

/**
 * A node of a dependency graph.
 *
 * @param id short and unique in its graph
 * @param nameJa the Japanese name (名称), empty where there is none
 * @param stage where in the chain it stands, in the words of the data set; empty where it says nothing
 * @param country where it is or whose it is (ISO 3166-1 alpha-3 or the data set's own word), empty where unknown
 */
public record Node(String id, NodeKind kind, String name, String nameJa, String stage, String country) {

    /** The name for people who read that language; the other one where it is missing. */
    public String name(Locale language) {
        boolean japanese = language.getLanguage().equals("ja") && !nameJa.isEmpty();
        return japanese ? nameJa : name;
    }
}
