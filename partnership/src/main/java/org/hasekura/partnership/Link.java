package org.hasekura.partnership;

/** How one promise bears on an earlier one. */
public record Link(String from, Kind kind, String to) {

    /** In what way. */
    public enum Kind {
        FOLLOWS("follows", new Phrase("follows", "継承")),
        FULFILS("fulfils", new Phrase("fulfils", "履行")),
        REPLACES("replaces", new Phrase("replaces", "代替"));

        private final String word;
        private final String en;
        private final String ja;

        Kind(String word, Phrase phrase) {
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
}
