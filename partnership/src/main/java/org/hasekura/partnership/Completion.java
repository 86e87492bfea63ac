package org.hasekura.partnership;

/** The five steps in which the Open Government Partnership's Independent Reporting Mechanism codes completion. */
public enum Completion {
    NO_EVIDENCE(new Phrase("no evidence available", "証拠なし")),
    NOT_STARTED(new Phrase("not started", "未着手")),
    LIMITED(new Phrase("limited", "限定的")),
    SUBSTANTIAL(new Phrase("substantial", "相当程度")),
    COMPLETE(new Phrase("complete", "完了"));

    private final String en;
    private final String ja;

    Completion(Phrase phrase) {
        this.en = phrase.en();
        this.ja = phrase.ja();
    }

    public Phrase phrase() {
        return new Phrase(en, ja);
    }

    /** Substantial or complete, which the mechanism counts as high. */
    public boolean isHigh() {
        return compareTo(SUBSTANTIAL) >= 0;
    }
}
