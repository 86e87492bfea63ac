package org.hasekura.partnership;

import java.util.Optional;

/**
 * What an assessor who belongs to neither side found, after the method of the Open Government Partnership's Independent
 * Reporting Mechanism. Completion is coded only where the promise is verifiable.
 *
 * @param assessor who; two assessors do not overwrite each other
 * @param relevance whether it bears on what the partnership is for; empty: not assessed
 * @param ambition how much it would change if kept; empty: not assessed
 * @param earlyResults what has changed so far; empty: not assessed
 * @param grounds why, in words
 */
public record Assessment(
        String assessor,
        Standing standing,
        Optional<Relevance> relevance,
        Optional<Ambition> ambition,
        Optional<EarlyResults> earlyResults,
        String grounds) {

    public enum Relevance {
        CLEAR,
        UNCLEAR
    }

    public enum Ambition {
        UNCLEAR,
        MODEST,
        SUBSTANTIAL
    }

    public enum EarlyResults {
        NONE,
        MODERATE,
        SIGNIFICANT
    }
}
