package org.hasekura.resilience;

/** Who gets how much when a firm cannot make all that is ordered. */
public enum Rationing {
    /** Everybody the same share of the order (rule 0 of the published simulator). */
    PROPORTIONAL,
    /**
     * Small orders first, measured against what the client normally buys (rule 2, that of the papers): everybody gets the
     * normal amount times the same level, but not more than was ordered; final demand counts as a client that orders what
     * it normally buys.
     */
    LEVEL,
    /**
     * Rule 2 as the published program calculates it, which differs from the papers in three points: final demand goes on
     * being charged after it has got everything; clients who order nothing receive the first level; and when a level
     * cannot be reached any more, those above it share what is left, some of them more than they ordered. Slower.
     */
    PUBLISHED_LEVEL
}
