package org.hasekura.partnership;

import java.util.Optional;

/** How far a promise is kept, in the word of whoever judges it. */
public enum Standing {
    COMPLETED("completed", new Phrase("completed", "完了"), Completion.COMPLETE),
    SUBSTANTIAL("substantial", new Phrase("substantial", "相当程度進捗"), Completion.SUBSTANTIAL),
    LIMITED("limited", new Phrase("limited", "限定的"), Completion.LIMITED),
    NOT_STARTED("notStarted", new Phrase("not started", "未着手"), Completion.NOT_STARTED),
    ONGOING("ongoing", new Phrase("ongoing", "継続中")),
    RECURRING("recurring", new Phrase("recurring", "定期実施")),
    IN_FORCE("inForce", new Phrase("in force", "発効中"), Completion.COMPLETE),
    NOT_DUE("notDue", new Phrase("not due yet", "期限前")),
    /** No evidence in the texts read: not the same as not done. */
    NOT_EVIDENCED("notEvidenced", new Phrase("not evidenced", "証拠未確認"), Completion.NO_EVIDENCE);

    private final String word;
    private final String en;
    private final String ja;
    private final Optional<Completion> completion;

    Standing(String word, Phrase phrase) {
        this.word = word;
        this.en = phrase.en();
        this.ja = phrase.ja();
        this.completion = Optional.empty();
    }

    Standing(String word, Phrase phrase, Completion completion) {
        this.word = word;
        this.en = phrase.en();
        this.ja = phrase.ja();
        this.completion = Optional.of(completion);
    }

    public String word() {
        return word;
    }

    public Phrase phrase() {
        return new Phrase(en, ja);
    }

    /** The step of the OGP scale that it amounts to; none for what is open-ended or not due. */
    public Optional<Completion> completion() {
        return completion;
    }

    /** Whether nothing more is to be done. */
    public boolean isDone() {
        return completion.filter(each -> each == Completion.COMPLETE).isPresent();
    }
}
