package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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

        Outcome stricter(Outcome other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private static final int LENGTH = 6;

    private final LawData law;
    private final LocalDate day;
    private final Outcome outcome;
    // Most opinions are made to be compared and dropped, or hold little: each list is made when its first element
    // comes.
    private List<Provision> grounds = List.of();
    private List<Duty> duties = List.of();
    private List<Condition> conditions = List.of();
    private List<Question> questions = List.of();
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

    /** Whether it rests on a provision of law, not only on acts beside it. */
    boolean hasBasis() {
        for (Provision ground : grounds) {
            if (ground.isBasis()) {
                return true;
            }
        }
        return false;
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
            grounds = with(grounds, provision);
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
            duties = with(duties, duty);
        }
        return this;
    }

    /** A condition that must be met first or, under a prohibition, a cure. */
    Opinion condition(String id, String... values) {
        return condition(law.condition(id, values));
    }

    private Opinion condition(Condition condition) {
        for (Condition other : conditions) {
            if (other.id().equals(condition.id()) && other.values().equals(condition.values())) {
                return this;
            }
        }
        conditions = with(conditions, condition);
        return this;
    }

    Opinion question(String id, String... values) {
        return question(law.question(id, values));
    }

    Opinion question(Question question) {
        if (!questions.contains(question)) {
            questions = with(questions, question);
        }
        return this;
    }

    /** Adds what another legal order says. One with a milder outcome adds no conditions, no questions and no "no restriction". */
    void join(Opinion other) {
        boolean decides = other.is(outcome);
        for (Provision ground : other.grounds) {
            if (decides || ground.kind() != Provision.Kind.SCOPE) {
                on(ground);
            }
        }
        other.duties.forEach(this::duty);
        if (decides) {
            other.conditions.forEach(this::condition);
            other.questions.forEach(this::question);
        }
        sure(other.confidence);
    }

    /** The opinion as the answer to whoever asked. */
    Ruling ruling() {
        var judgement = new Ruling.Judgement(confidence, law.version(), day);
        List<Provision> allGrounds = Collections.unmodifiableList(grounds);
        List<Duty> allDuties = Collections.unmodifiableList(duties);
        return switch (outcome) {
            case PERMITTED -> new Ruling.Permitted(allGrounds, allDuties, judgement);
            case PERMITTED_IF ->
                new Ruling.PermittedIf(allGrounds, allDuties, Collections.unmodifiableList(conditions), judgement);
            case UNDECIDED ->
                new Ruling.Undecided(allGrounds, allDuties, Collections.unmodifiableList(questions), judgement);
            case FORBIDDEN ->
                new Ruling.Forbidden(allGrounds, allDuties, Collections.unmodifiableList(conditions), judgement);
        };
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> grown = list.isEmpty() ? new ArrayList<>(LENGTH) : list;
        grown.add(one);
        return grown;
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
