package org.hasekura.partnership;

import java.util.List;

/**
 * By which time limits the register is evaluated. They are data of the register, not of any treaty: the sides may agree on
 * others.
 *
 * @param reportMonths each side tells where it stands so often (Digital Decade roadmaps: twice in the period)
 * @param assessMonths an independent assessment is due so long after the date of a promise (OGP IRM: about four)
 * @param explainDays a side has so many days to say why something is late
 * @param stalledMonths nothing heard for so long is stalled
 * @param rungs who is to look at it after how many days late, gentlest first
 */
public record Rules(int reportMonths, int assessMonths, int explainDays, int stalledMonths, List<Rung> rungs) {

    public Rules {
        rungs = List.copyOf(rungs);
    }

    /** What this software uses unless told otherwise; docs/partnership.md says why. */
    public static final Rules STANDARD = new Rules(
            6,
            4,
            30,
            12,
            List.of(
                    new Rung(Level.WORKING_GROUP, 1),
                    new Rung(Level.SENIOR_OFFICIALS, 91),
                    new Rung(Level.COUNCIL, 181),
                    new Rung(Level.SUMMIT, 366)));

    /** From so many days late on, this level looks at it. */
    public record Rung(Level level, int daysLate) {}

    /** The levels of the partnership. */
    public enum Level {
        WORKING_GROUP(new Phrase("working group", "作業部会")),
        SENIOR_OFFICIALS(new Phrase("senior officials", "高級事務レベル")),
        COUNCIL(new Phrase("Council", "閣僚級会合")),
        SUMMIT(new Phrase("Summit", "首脳協議"));

        private final String en;
        private final String ja;

        Level(Phrase phrase) {
            this.en = phrase.en();
            this.ja = phrase.ja();
        }

        public Phrase phrase() {
            return new Phrase(en, ja);
        }
    }

    /** The level that is to look at what is so many days late. */
    public Level level(long daysLate) {
        Level level = Level.WORKING_GROUP;
        for (Rung rung : rungs) {
            if (daysLate >= rung.daysLate()) {
                level = rung.level();
            }
        }
        return level;
    }
}
