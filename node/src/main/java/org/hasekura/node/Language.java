package org.hasekura.node;

import java.util.Locale;

/** The languages that commands speak. */
enum Language {
    en,
    ja;

    Locale locale() {
        return this == ja ? Locale.JAPANESE : Locale.ENGLISH;
    }
}
