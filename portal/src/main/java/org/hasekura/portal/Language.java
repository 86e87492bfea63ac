package org.hasekura.portal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages. A page's language stands in its path. */
public enum Language {
    EN("en", "English", Locale.ENGLISH),
    JA("ja", "日本語", Locale.JAPANESE);

    private static final int RANGES_MAX = 32;

    private final String code;
    private final String ownName;
    private final Locale locale;

    Language(String code, String ownName, Locale locale) {
        this.code = code;
        this.ownName = ownName;
        this.locale = locale;
    }

    /** As it stands in paths and in {@code lang}. BCP 47. */
    public String code() {
        return code;
    }

    /** What it is called in itself. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** The one that a browser likes best, by its {@code Accept-Language}; English when it likes none. RFC 9110 §12.5.4. */
    public static Language preferred(String acceptLanguage) {
        return Arrays.stream(acceptLanguage.split(",", RANGES_MAX))
                .map(Liked::of)
                .filter(each -> each.weight > 0 && each.language.isPresent())
                .max(Comparator.comparingDouble(Liked::weight))
                .flatMap(Liked::language)
                .orElse(EN);
    }

    private record Liked(Optional<Language> language, double weight) {
        static Liked of(String range) {
            String[] parts = range.strip().split(";", 2);
            String primary = parts[0].strip().toLowerCase(Locale.ROOT).split("-", 2)[0];
            String quality = parts.length < 2 ? "q=1" : parts[1].strip();
            double weight = quality.matches("q=[01](\\.[0-9]{1,3})?") ? Double.parseDouble(quality.substring(2)) : 0;
            return new Liked(Language.of(primary), weight);
        }
    }
}
