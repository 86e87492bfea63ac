package org.hasekura.partnership;

import java.util.Locale;

/** The same words for readers of English and of Japanese. */
public record Phrase(String en, String ja) {

    public String in(Locale language) {
        return language.getLanguage().equals("ja") ? ja : en;
    }
}
