package org.hasekura.law;

import java.util.List;
import java.util.Map;

/**
 * The questions an assessment asks, and what a gap would take.
 *
 * @param passes kinds of access by the state; every criterion of part C is asked for each
 * @param remedies by code
 * @param bridges model clauses of a region, by code
 */
record Criteria(List<Criterion> all, List<Named> passes, Map<String, Help> remedies, Map<String, Named> bridges) {
    /** A code with its name. */
    record Named(String id, String en, String ja) {}

    /** What a gap would take, and which help there is. */
    record Help(String id, String en, String ja, String helpEn, String helpJa) {}
}
