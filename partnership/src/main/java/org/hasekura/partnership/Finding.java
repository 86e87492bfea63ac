package org.hasekura.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Something that asks for attention, found from the register and a day alone. Each belongs to one of the seven steps by which
 * a promise that binds by word is followed up.
 */
public sealed interface Finding {

    /** 1 register, 2 self-report, 3 independent assessment, 4 meeting, 5 comply or explain, 6 escalation, 7 law. */
    int step();

    Phrase words();

    /** How much it weighs on an agenda; more is earlier. */
    int weight();

    /** Step 1: the register itself lacks something. */
    record Incomplete(List<Phrase> lacking) implements Finding {
        public Incomplete {
            lacking = List.copyOf(lacking);
        }

        @Override
        public int step() {
            return 1;
        }

        @Override
        public Phrase words() {
            return new Phrase(
                    "the register lacks " + join(Locale.ENGLISH, ", "), "登録の不足: " + join(Locale.JAPANESE, "、"));
        }

        private String join(Locale language, String between) {
            return String.join(
                    between, lacking.stream().map(each -> each.in(language)).toList());
        }

        @Override
        public int weight() {
            return 0;
        }
    }

    /** Step 2: a side has not said for too long where it stands, or never. */
    record ReportDue(Side side, LocalDate since) implements Finding {
        @Override
        public int step() {
            return 2;
        }

        @Override
        public Phrase words() {
            return new Phrase(
                    "a report of " + side.phrase().en() + " is due since " + since,
                    side.phrase().ja() + "の報告期限は" + since);
        }

        @Override
        public int weight() {
            return 1;
        }
    }

    /** Step 3: nobody outside the sides has looked at it since it fell due. */
    record AssessmentDue(LocalDate since) implements Finding {
        @Override
        public int step() {
            return 3;
        }

        @Override
        public Phrase words() {
            return new Phrase("an independent assessment is due since " + since, "独立評価の期限は" + since);
        }

        @Override
        public int weight() {
            return 2;
        }
    }

    /** Step 4: what stands still for too long, with the last day anything was heard. */
    record Stalled(LocalDate lastHeard) implements Finding {
        @Override
        public int step() {
            return 4;
        }

        @Override
        public Phrase words() {
            return new Phrase("nothing was heard since " + lastHeard, lastHeard + "以降、動きなし");
        }

        @Override
        public int weight() {
            return 10;
        }
    }

    /** Step 4: the sides tell different things. */
    record Disputed(Standing eu, Standing japan) implements Finding {
        @Override
        public int step() {
            return 4;
        }

        @Override
        public Phrase words() {
            return new Phrase(
                    "the EU says " + eu.phrase().en() + ", Japan says "
                            + japan.phrase().en(),
                    "EUは「" + eu.phrase().ja() + "」、日本は「" + japan.phrase().ja() + "」");
        }

        @Override
        public int weight() {
            return 60;
        }
    }

    /** Step 4: two values of one field were given without sight of each other. */
    record Conflicting(String field, int values) implements Finding {
        @Override
        public int step() {
            return 4;
        }

        @Override
        public Phrase words() {
            return new Phrase(
                    values + " values of `" + field + "` wait for a person to settle them",
                    "「" + field + "」に" + values + "個の値があり、確定が必要");
        }

        @Override
        public int weight() {
            return 40;
        }
    }

    /** Step 5: late. */
    record Overdue(Deadline deadline, long daysLate) implements Finding {
        @Override
        public int step() {
            return 5;
        }

        @Override
        public Phrase words() {
            return new Phrase(
                    daysLate + (daysLate == 1 ? " day late (" : " days late (") + deadline.day() + ", "
                            + deadline.origin().phrase().en() + ")",
                    daysLate + "日超過(" + deadline.day() + "、"
                            + deadline.origin().phrase().ja() + ")");
        }

        @Override
        public int weight() {
            return 70;
        }
    }

    /** Step 5: a side is asked to say by that day why. */
    record Asked(Side side, LocalDate by) implements Finding {
        @Override
        public int step() {
            return 5;
        }

        @Override
        public Phrase words() {
            return new Phrase(
                    side.phrase().en() + " is asked to explain by " + by,
                    side.phrase().ja() + "に" + by + "までの説明を要請");
        }

        @Override
        public int weight() {
            return 50;
        }
    }

    /** Step 5: the day passed without an answer. */
    record Unanswered(Side side, LocalDate by) implements Finding {
        @Override
        public int step() {
            return 5;
        }

        @Override
        public Phrase words() {
            return new Phrase(
                    side.phrase().en() + " gave no explanation by " + by,
                    side.phrase().ja() + "から" + by + "までに説明なし");
        }

        @Override
        public int weight() {
            return 80;
        }
    }

    /** Step 5: a new date was named more than once. */
    record Slipped(int times) implements Finding {
        @Override
        public int step() {
            return 5;
        }

        @Override
        public Phrase words() {
            return new Phrase("its date was moved " + times + " times", "期限の変更" + times + "回");
        }

        @Override
        public int weight() {
            return 30;
        }
    }

    /** Step 6: it is late enough for this level. */
    record Escalated(Rules.Level level) implements Finding {
        @Override
        public int step() {
            return 6;
        }

        @Override
        public Phrase words() {
            return new Phrase(
                    "to be looked at by the level: " + level.phrase().en(),
                    "取扱い: " + level.phrase().ja());
        }

        @Override
        public int weight() {
            return 20;
        }
    }

    /** Step 7: law offers something. Never found for a political promise. */
    record InLaw(Remedy remedy) implements Finding {
        public InLaw {
            if (remedy == Remedy.NONE) {
                throw new IllegalArgumentException("a political commitment has no remedy in law");
            }
        }

        @Override
        public int step() {
            return 7;
        }

        @Override
        public Phrase words() {
            return new Phrase(
                    "law offers: " + remedy.phrase().en(),
                    "法的手段: " + remedy.phrase().ja());
        }

        @Override
        public int weight() {
            return 5;
        }
    }
}
