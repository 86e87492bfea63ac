package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The answer to "may this flow take place on this day?". Not legal advice. */
public sealed interface Ruling {

    /** Basis tokens printed at most, by the rule of the case files. */
    int BASIS_TOKENS_MAX = 5;

    /** The provisions it rests on, those of the deciding legal order first. */
    List<Provision> grounds();

    /** What follows from the flow, or would if it took place. */
    List<Duty> duties();

    /** How sure, by which law data, for which day. */
    Judgement judgement();

    /** {@code permitted}, {@code permitted-with-conditions}, {@code prohibited} or {@code needs-assessment}. */
    String outcome();

    /** Tokens of the grounds that are basis tokens, at most {@value #BASIS_TOKENS_MAX}. */
    default List<String> basis() {
        List<String> tokens = new ArrayList<>(BASIS_TOKENS_MAX);
        for (Provision ground : grounds()) {
            if (ground.isBasis() && tokens.size() < BASIS_TOKENS_MAX) {
                tokens.add(ground.token());
            }
        }
        return tokens;
    }

    default Confidence confidence() {
        return judgement().confidence();
    }

    default String lawData() {
        return judgement().lawData();
    }

    /** Version of the software that judged, apart from that of the law data. */
    default String software() {
        return SoftwareVersion.CURRENT;
    }

    default LocalDate judgedFor() {
        return judgement().judgedFor();
    }

    /** Whether the flow may take place, at once or once its conditions are met. An undecided ruling never counts. */
    default boolean allows() {
        return this instanceof Permitted || this instanceof PermittedIf;
    }

    /**
     * How a ruling came about.
     *
     * @param confidence that of the weakest fact used
     * @param lawData version of the law data
     * @param judgedFor the day of the flow
     */
    record Judgement(Confidence confidence, String lawData, LocalDate judgedFor) {}

    /** A ground of free flow holds. Duties may follow; nothing has to be met first. */
    record Permitted(List<Provision> grounds, List<Duty> duties, Judgement judgement) implements Ruling {
        @Override
        public String outcome() {
            return "permitted";
        }
    }

    /** Lawful through an instrument, an exemption or a licence whose conditions must be met first and kept. */
    record PermittedIf(List<Provision> grounds, List<Duty> duties, List<Condition> conditions, Judgement judgement)
            implements Ruling {
        @Override
        public String outcome() {
            return "permitted-with-conditions";
        }
    }

    /** No ground, or a bar that no ground lifts. Each cure is one way out. */
    record Forbidden(List<Provision> grounds, List<Duty> duties, List<Condition> cures, Judgement judgement)
            implements Ruling {
        @Override
        public String outcome() {
            return "prohibited";
        }
    }

    /** The law asks for an evaluation that is not there, or is itself open. Never counts as permitted. */
    record Undecided(List<Provision> grounds, List<Duty> duties, List<Question> missingFacts, Judgement judgement)
            implements Ruling {
        @Override
        public String outcome() {
            return "needs-assessment";
        }
    }
}
