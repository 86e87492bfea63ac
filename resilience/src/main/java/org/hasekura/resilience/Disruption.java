package org.hasekura.resilience;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened to a supply chain.
 *
 * @param end empty where it is not known
 * @param sources ids
 */
public record Disruption(
        String id,
        String name,
        String nameJa,
        String start,
        String end,
        String hazard,
        String country,
        String place,
        String size,
        List<Effect> effects,
        List<Lasting> durations,
        List<String> sources,
        Confidence confidence,
        String note) {

    /**
     * What was lost of one thing.
     *
     * @param node id of what was hit
     * @param lost in {@code unit}; empty where nobody published a figure
     */
    public record Effect(String node, Optional<Interval> lost, String unit, String note) {}

    /** How long something took, in days. */
    public record Lasting(String what, Optional<Interval> days, String from, String to, String note) {}

    public Disruption {
        effects = List.copyOf(effects);
        durations = List.copyOf(durations);
        sources = List.copyOf(sources);
    }

    /** The name for people who read that language. */
    public String name(Locale language) {
        return language.getLanguage().equals("ja") && !nameJa.isEmpty() ? nameJa : name;
    }
}
