package org.hasekura.resilience;

import java.util.List;

/**
 * Why a firm is hit: one link of the chain after another, each because of the next, until its origin.
 *
 * @param links from the firm that was asked about to where it begins
 */
public record ShockChain(List<Link> links) {

    /** A chain that nobody changes. */
    public ShockChain {
        links = List.copyOf(links);
    }

    /** What binds one firm. */
    public sealed interface Link {

        /** Which firm. */
        int firm();

        /** What it makes of what it normally makes, from 0 to 1 and sometimes more. */
        double level();

        /**
         * The firm makes what it always made.
         */
        record Untouched(int firm, double level) implements Link {}

        /**
         * The firm itself is damaged: here the chain ends.
         *
         * @param lost the share of its capacity
         */
        record Damaged(int firm, double level, double lost) implements Link {}

        /**
         * The firm lacks an input.
         *
         * @param sector whose goods it lacks
         * @param supplier of these, who leaves the most undelivered
         */
        record LacksInput(int firm, double level, int sector, int supplier) implements Link {}

        /**
         * The firm lacks orders.
         *
         * @param customer who orders the most less than normally; -1 where final demand does
         */
        record LacksOrders(int firm, double level, int customer) implements Link {}
    }

    /** Where it begins. */
    public Link origin() {
        return links.getLast();
    }
}
