package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ruling with every question that was asked on the way to it.
 *
 * @param orders in the order in which they were asked
 */
public record Explanation(Flow flow, LocalDate day, List<Asked> orders, Ruling ruling) {

    /**
     * What one legal order asked, and its own answer.
     *
     * @param answer the step that concludes; empty where the questions end without one
     */
    public record Asked(String order, List<Step> steps, Optional<Step> answer) {
        public Asked {
            steps = List.copyOf(steps);
        }
    }

    public Explanation {
        orders = List.copyOf(orders);
    }

    /** Judges the flow for the day and keeps the questions. */
    public static Explanation of(Law law, Flow flow, LocalDate day) {
        Trace trace = Trace.on();
        Ruling ruling = law.rule(flow, day, trace);
        return new Explanation(flow, day, byOrder(trace.steps()), ruling);
    }

    /** Steps up to an answer belong to the order that answers, also those of rules that it borrows from another. */
    private static List<Asked> byOrder(List<Step> steps) {
        List<Asked> orders = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        for (Step step : steps) {
            if (step.question().equals(Trace.ANSWER)) {
                orders.add(new Asked(step.order(), open, Optional.of(step)));
                open.clear();
            } else {
                open.add(step);
            }
        }
        if (!open.isEmpty()) {
            orders.add(new Asked(open.getFirst().order(), open, Optional.empty()));
        }
        return orders;
    }
}
