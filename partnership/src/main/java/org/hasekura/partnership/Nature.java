package org.hasekura.partnership;

/** What kind of document binds the sides, and how strongly. */
public enum Nature {
    TREATY("treaty", new Phrase("treaty", "条約")),
    DECISIONS("decisions", new Phrase("decisions of both sides", "双方の決定")),
    AGREEMENT("agreement", new Phrase("agreement", "協定")),
    POLITICAL("political", new Phrase("political framework", "政治的枠組み")),
    MEMORANDUM("memorandum", new Phrase("memorandum", "覚書")),
    LETTER("letter", new Phrase("letter of intent", "意向書")),
    STATEMENT("statement", new Phrase("joint statement", "共同声明")),
    DIALOGUE("dialogue", new Phrase("dialogue", "対話"));

    private final String word;
    private final String en;
    private final String ja;

    Nature(String word, Phrase phrase) {
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
