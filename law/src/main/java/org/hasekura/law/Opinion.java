package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one legal order says about a flow. Made by {@link Matter}, added to while that order is asked, then left alone. */
final class Opinion {
    /** From the mildest to the strictest; the strictest of several legal orders wins. */
    enum Outcome {
        PERMITTED,
        PERMITTED_IF,
        UNDECIDED,
        FORBIDDEN;

        private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** The word in traces, such as {@code permitted-if}. */
        String code() {
            return code;
        }
    }

    private final LawData law;
    private final LocalDate day;
    private final Outcome outcome;
    private final List<Provision> grounds = new ArrayList<>(4);
    private final List<Duty> duties = new ArrayList<>(4);
    private final List<Condition> conditions = new ArrayList<>(4);
    private final List<Question> questions = new ArrayList<>(2);
    private Confidence confidence = Confidence.CERTAIN;

    Opinion(LawData law, LocalDate day, Outcome outcome) {
        this.law = law;
        this.day = day;
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }

    boolean is(Outcome other) {
        return outcome == other;
    }

    List<Provision> grounds() {
        return grounds;
    }

    List<Duty> duties() {
        return duties;
    }

    List<Condition> conditions() {
        return conditions;
    }

    List<Question> questions() {
        return questions;
    }

    Confidence confidence() {
        return confidence;
    }

    /** Rests on the provision, unless it is not in force on the day. */
    Opinion on(String token) {
        return on(law.provision(token));
    }

    Opinion on(Provision provision) {
        if (provision.inForceOn(day) && !holds(grounds, provision)) {
            grounds.add(provision);
            confidence = confidence.weaker(provision.confidence());
        }
        return this;
    }

    /** Marks a fact that was used beside the provisions. */
    Opinion sure(Confidence fact) {
        confidence = confidence.weaker(fact);
        return this;
    }

    /** A duty follows, unless its provision is not in force on the day. */
    Opinion duty(String id) {
        return duty(law.duty(id));
    }

    Opinion duty(Duty duty) {
        if (duty.provision().inForceOn(day) && !holds(duties, duty)) {
            duties.add(duty);
        }
        return this;
    }

    /** A condition that must be met first or, under a prohibition, a cure. */
    Opinion condition(String id, String... values) {
        conditions.add(law.condition(id, values));
        return this;
    }

    Opinion question(String id, String... values) {
        return question(law.question(id, values));
    }

    Opinion question(Question question) {
        if (!questions.contains(question)) {
            questions.add(question);
        }
        return this;
    }

    /** Whether that very object is in the list: provisions and duties exist once in the law data. */
    @SuppressWarnings("ReferenceEquality")
    static <T> boolean holds(List<T> list, T one) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == one) {
                return true;
            }
        }
        return false;
    }
}
