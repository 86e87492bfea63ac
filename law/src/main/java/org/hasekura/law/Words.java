package org.hasekura.law;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What this room says to people in its reports, in English or Japanese. The words of rulings are law data, not these. */
final class Words {
    private final Locale language;
    private final ResourceBundle bundle;

    private Words(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "org.hasekura.law.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Those of Japanese for that language, else of English. */
    static Words of(Locale language) {
        return new Words(language.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ROOT);
    }

    boolean japanese() {
        return language.equals(Locale.JAPANESE);
    }

    /** English where it is not Japanese. */
    Locale language() {
        return japanese() ? Locale.JAPANESE : Locale.ENGLISH;
    }

    /** The sentence of that name, with its blanks filled in. A name that is not there is our own error. */
    String say(String name, Object... values) {
        return new MessageFormat(bundle.getString(name), language).format(values);
    }
}
