package org.hasekura.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The questions asked on the way to a ruling, in order; {@link #off()} keeps none and costs nothing. */
public final class Trace {
    /** The question whose answer concludes what a legal order asks. */
    static final String ANSWER = "answer";

    private static final Trace OFF = new Trace(false);

    private final boolean isOn;
    private final List<Step> steps = new ArrayList<>();

    private Trace(boolean isOn) {
        this.isOn = isOn;
    }

    /** A trace that forgets. */
    public static Trace off() {
        return OFF;
    }

    /** A trace that keeps each step. For one ruling and one thread. */
    public static Trace on() {
        return new Trace(true);
    }

    /** The steps so far, in the order in which they were asked. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** An answer; its text in both languages stands in {@code trace.json}. */
    void step(String order, String question, String answer) {
        if (isOn) {
            steps.add(new Step(order, question, answer, List.of()));
        }
    }

    /** An answer whose text has a place for how the provision is cited. */
    void step(String order, String question, String answer, Provision cited) {
        if (isOn) {
            steps.add(new Step(
                    order,
                    question,
                    answer,
                    List.of(cited.citation(Locale.ENGLISH)),
                    List.of(cited.citation(Locale.JAPANESE))));
        }
    }

    /** An answer whose text has a place for the value, such as a citation. */
    void step(String order, String question, String answer, String value) {
        if (isOn) {
            steps.add(new Step(order, question, answer, List.of(value)));
        }
    }
}
