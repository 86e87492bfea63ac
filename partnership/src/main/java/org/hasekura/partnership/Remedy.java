package org.hasekura.partnership;

/** What law offers when a promise is broken. Of a political promise there is none, and nothing here ever suggests one. */
public enum Remedy {
    NONE("none", new Phrase("none: a political commitment", "なし(政治的約束)")),
    TREATY("treaty", new Phrase("the treaty's committees and dispute settlement", "条約の委員会・紛争解決手続")),
    ADEQUACY(
            "adequacy",
            new Phrase(
                    "suspension or repeal of the decision (GDPR Art. 45(5); APPI Art. 28)",
                    "認定の停止・取消し(GDPR第45条第5項、個人情報保護法第28条)")),
    AGREEMENT("agreement", new Phrase("the agreement's own clauses and those of grants", "協定及び助成契約の条項"));

    private final String word;
    private final String en;
    private final String ja;

    Remedy(String word, Phrase phrase) {
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
