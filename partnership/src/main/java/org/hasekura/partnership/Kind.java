package org.hasekura.partnership;

/** What form a promise takes. */
public enum Kind {
    RULE("rule", new Phrase("rule", "規律")),
    REVIEW("review", new Phrase("review duty", "見直し義務")),
    DELIVERABLE("deliverable", new Phrase("deliverable", "成果物")),
    MECHANISM("mechanism", new Phrase("mechanism", "仕組み")),
    PROGRAMME("programme", new Phrase("programme", "プログラム")),
    RESEARCH("research", new Phrase("research", "研究開発")),
    PILOT("pilot", new Phrase("pilot", "実証")),
    WORKSHOP("workshop", new Phrase("workshop", "ワークショップ")),
    INITIATIVE("initiative", new Phrase("initiative", "イニシアティブ")),
    PRINCIPLE("principle", new Phrase("principle", "原則")),
    DIALOGUE("dialogue", new Phrase("dialogue", "対話")),
    STATEMENT("statement", new Phrase("statement", "声明"));

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
