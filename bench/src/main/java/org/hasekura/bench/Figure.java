package org.hasekura.bench;

import java.util.Optional;

/**
 * One line of the result.
 *
 * @param cpu what one operation cost in processor time; the steady figure on a shared machine
 * @param goal what design and peers set, where they do
 * @param remark what a reader must know to understand the number
 */
record Figure(String what, Amount measured, Optional<Amount> cpu, Optional<Goal> goal, String remark) {

    static Figure of(String what, Amount measured) {
        return new Figure(what, measured, Optional.empty(), Optional.empty(), "");
    }

    Figure costing(Amount each) {
        return new Figure(what, measured, Optional.of(each), goal, remark);
    }

    Figure reaching(Goal bound) {
        return new Figure(what, measured, cpu, Optional.of(bound), remark);
    }

    Figure saying(String words) {
        return new Figure(what, measured, cpu, goal, words);
    }

    /** Whether the goal was met; nothing where there is none. */
    Optional<Boolean> isMet() {
        return goal.map(bound -> bound.isMetBy(measured));
    }
}
