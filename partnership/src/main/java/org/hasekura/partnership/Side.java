package org.hasekura.partnership;

import java.util.List;
import java.util.Optional;

/** Who promised: the European Union or Japan. */
public enum Side {
    EU("eu", new Phrase("EU", "EU")),
    JAPAN("jp", new Phrase("Japan", "日本"));

    private final String word;
    private final String en;
    private final String ja;

    Side(String word, Phrase phrase) {
        this.word = word;
        this.en = phrase.en();
        this.ja = phrase.ja();
    }

    /** As written in files and on the command line. */
    public String word() {
        return word;
    }

    public Phrase phrase() {
        return new Phrase(en, ja);
    }

    public Side other() {
        return this == EU ? JAPAN : EU;
    }

    public static Optional<Side> of(String word) {
        return List.of(values()).stream().filter(side -> side.word.equals(word)).findFirst();
    }
}
