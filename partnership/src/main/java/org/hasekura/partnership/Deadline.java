package org.hasekura.partnership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * The last day on which a promise is in time, and who set it.
 *
 * @param origin a new date that a side explained goes before a date expected, and that before the text; what the text said
 *     stays visible
 */
public record Deadline(LocalDate day, Origin origin) {

    /** Who set it. */
    public enum Origin {
        TEXT(new Phrase("by its text", "文書による")),
        EXPECTED(new Phrase("expected", "見込み")),
        EXPLAINED(new Phrase("new date of a side", "説明による新期限"));

        private final String en;
        private final String ja;

        Origin(Phrase phrase) {
            this.en = phrase.en();
            this.ja = phrase.ja();
        }

        public Phrase phrase() {
            return new Phrase(en, ja);
        }
    }

    /** Nothing where nobody named a day; what recurs each year has no last day. */
    public static Optional<Deadline> of(Entry entry) {
        Optional<Deadline> explained = entry.explanations().stream()
                .max(Comparator.comparing(Told<Explanation>::at).thenComparing(Told::id))
                .flatMap(told -> told.what().newDate())
                .map(date -> new Deadline(date.last(), Origin.EXPLAINED));
        return explained
                .or(() -> entry.expected().map(date -> new Deadline(date.last(), Origin.EXPECTED)))
                .or(() -> ofText(entry));
    }

    /** What the text alone says. */
    public static Optional<Deadline> ofText(Entry entry) {
        return entry.commitment()
                .due()
                .flatMap(due -> due instanceof Due.By(PartialDate date) ? Optional.of(date) : Optional.empty())
                .map(date -> new Deadline(date.last(), Origin.TEXT));
    }
}
