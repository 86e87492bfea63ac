package org.hasekura.partnership;

import java.util.Optional;

/**
 * A document that the register rests on.
 *
 * @param date as the publication states it
 * @param link where it stands; empty where none is known
 * @param note what is to be known before relying on it; may be blank
 */
public record Source(
        String id, String institution, String title, String date, Optional<String> link, Reading reading, String note) {

    /** How much of the document the compiler has read. */
    public enum Reading {
        WHOLE("whole", new Phrase("read", "読了")),
        PART("part", new Phrase("read in part", "一部読了")),
        SECONDARY("secondary", new Phrase("known from another text", "他の文献による")),
        NOT_READ("notRead", new Phrase("not read", "未読"));

        private final String word;
        private final String en;
        private final String ja;

        Reading(String word, Phrase phrase) {
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
    }

    /** Institution, title and date in one line. */
    public String line() {
        return institution + ", " + title + " (" + date + ")";
    }
}
