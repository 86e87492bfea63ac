package org.hasekura.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The language a document is written in; it picks hyphenation, the shapes of Han characters, and how a day is said. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH, "d MMMM yyyy", "Page %d of %d"),
    JAPANESE("ja", Locale.JAPANESE, "yyyy年M月d日", "%d / %d ページ");

    private final String tag;
    private final Locale locale;
    private final DateTimeFormatter days;
    private final String pageOf;

    Language(String tag, Locale locale, String days, String pageOf) {
        this.tag = tag;
        this.locale = locale;
        this.days = DateTimeFormatter.ofPattern(days, locale);
        this.pageOf = pageOf;
    }

    /** BCP 47: {@code en} or {@code ja}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code 21 November 2026} or {@code 2026年11月21日}. */
    public String day(LocalDate day) {
        return days.format(day);
    }

    String pageOf(int page, int pages) {
        return pageOf.formatted(page, pages);
    }
}
