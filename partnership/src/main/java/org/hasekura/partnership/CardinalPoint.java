package org.hasekura.partnership;

/**
 * The four directions of the EU's Digital Decade, Decision (EU) 2022/2481 Art. 4, under which the partnership's promises are
 * read; what belongs to no single one is cross-cutting.
 */
public enum CardinalPoint {
    INFRASTRUCTURE("infrastructure", new Phrase("infrastructure", "インフラ")),
    BUSINESS("business", new Phrase("business", "ビジネス")),
    PUBLIC_SERVICES("publicServices", new Phrase("public services", "公共サービス")),
    SKILLS("skills", new Phrase("skills", "スキル")),
    CROSS_CUTTING("crossCutting", new Phrase("cross-cutting", "分野横断"));

    private final String word;
    private final String en;
    private final String ja;

    CardinalPoint(String word, Phrase phrase) {
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
