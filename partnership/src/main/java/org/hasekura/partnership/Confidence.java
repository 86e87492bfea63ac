package org.hasekura.partnership;

/** How an entry of the register was come by. */
public enum Confidence {
    A(new Phrase("stated in a page that was read", "読んだ頁に記載")),
    B(new Phrase("partly read, or inferred from what was read", "一部のみ読んだ、又は推定")),
    C(new Phrase("background knowledge alone: check the official text", "背景知識のみ(公式文書で要確認)"));

    private final String en;
    private final String ja;

    Confidence(Phrase phrase) {
        this.en = phrase.en();
        this.ja = phrase.ja();
    }

    public String word() {
        return name();
    }

    public Phrase phrase() {
        return new Phrase(en, ja);
    }
}
