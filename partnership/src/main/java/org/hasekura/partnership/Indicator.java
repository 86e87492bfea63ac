package org.hasekura.partnership;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A figure that both sides, or one, publish about themselves, with its targets.
 *
 * @param unit in English as the sources word it; figures of different units are never compared
 * @param comparability whether the two sides may be shown side by side, and how far
 */
public record Indicator(
        String id,
        CardinalPoint point,
        Phrase name,
        Phrase unit,
        boolean isHigherBetter,
        Comparability comparability,
        String comparabilityNote,
        String note,
        List<Observation> eu,
        List<Observation> japan,
        List<Target> targetsEu,
        List<Target> targetsJapan) {

    public Indicator {
        eu = List.copyOf(eu);
        japan = List.copyOf(japan);
        targetsEu = List.copyOf(targetsEu);
        targetsJapan = List.copyOf(targetsJapan);
    }

    /** How far the figures of two sides mean the same. */
    public enum Comparability {
        GOOD("good", new Phrase("comparable", "比較可能")),
        NEAR("near", new Phrase("nearly comparable", "ほぼ比較可能")),
        MEDIUM("medium", new Phrase("comparable with care", "注意して比較")),
        PROXY("proxy", new Phrase("a stand-in on one side", "一方は代理指標")),
        POOR("poor", new Phrase("not comparable", "比較不可")),
        ONE_SIDE("oneSide", new Phrase("one side only", "一方のみ")),
        REFERENCE("reference", new Phrase("a reference line", "参考値"));

        private final String word;
        private final String en;
        private final String ja;

        Comparability(String word, Phrase phrase) {
            this.word = word;
            this.en = phrase.en();
            this.ja = phrase.ja();
        }

        public String word() {
            return word;
        }

        public Phrase phrase() {
            return new Phrase(en, ja);
        }

        /** Whether a reader may look from one figure to the other. */
        public boolean isSideBySide() {
            return this == GOOD || this == NEAR || this == MEDIUM;
        }
    }

    /**
     * One published figure.
     *
     * @param region a member state where the figure is not of the whole side; empty: of the whole
     * @param value empty: published in words alone, or not seen
     * @param isChecked it was seen in a page read; others are kept and never shown as known
     */
    public record Observation(
            Optional<String> region,
            OptionalDouble value,
            PublishedPeriod period,
            String source,
            boolean isChecked,
            String note) {

        public boolean isKnown() {
            return isChecked && value.isPresent();
        }
    }

    /**
     * What a side means to reach.
     *
     * @param value empty where it is in words alone
     * @param period until when, as published; empty where nothing is said
     */
    public record Target(OptionalDouble value, Optional<PublishedPeriod> period, String text, List<String> sources) {
        public Target {
            sources = List.copyOf(sources);
        }
    }

    /** Whether its figures are shares of a whole, which can be drawn side by side. */
    public boolean isPercent() {
        return unit.en().startsWith("%");
    }

    public List<Observation> of(Side side) {
        return switch (side) {
            case EU -> eu;
            case JAPAN -> japan;
        };
    }

    public List<Target> targets(Side side) {
        return switch (side) {
            case EU -> targetsEu;
            case JAPAN -> targetsJapan;
        };
    }

    /** The figures of a whole side that are known, first to last. */
    public List<Observation> known(Side side) {
        return of(side).stream()
                .filter(each -> each.isKnown() && each.region().isEmpty())
                .sorted(Comparator.comparing(each -> each.period().order()))
                .toList();
    }

    /** The last known figure; empty is unknown, which is not zero. */
    public Optional<Observation> last(Side side) {
        List<Observation> known = known(side);
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
    }

    /** The last target that is a number. */
    public Optional<Target> target(Side side) {
        return targets(side).stream().filter(each -> each.value().isPresent()).reduce((_, last) -> last);
    }

    /** From the last but one known figure to the last; nothing with fewer than two. */
    public Optional<Trend> trend(Side side) {
        List<Observation> known = known(side);
        if (known.size() < 2) {
            return Optional.empty();
        }
        double change = known.getLast().value().orElseThrow()
                - known.get(known.size() - 2).value().orElseThrow();
        return Optional.of(change == 0 ? Trend.STEADY : (change > 0) == isHigherBetter ? Trend.BETTER : Trend.WORSE);
    }

    /** In which direction a figure goes, as its indicator counts. */
    public enum Trend {
        BETTER(new Phrase("improving", "改善")),
        STEADY(new Phrase("steady", "横ばい")),
        WORSE(new Phrase("worsening", "悪化"));

        private final String en;
        private final String ja;

        Trend(Phrase phrase) {
            this.en = phrase.en();
            this.ja = phrase.ja();
        }

        public Phrase phrase() {
            return new Phrase(en, ja);
        }
    }

    /** How many figures are kept and not shown, because nobody has checked them. */
    public long unchecked() {
        return Stream.concat(eu.stream(), japan.stream())
                .filter(each -> !each.isChecked())
                .count();
    }
}
