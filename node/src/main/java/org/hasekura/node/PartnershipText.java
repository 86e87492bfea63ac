package org.hasekura.node;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.partnership.Due;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Instrument;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Phrase;

/** How what stands in the register is said to people, in English and Japanese. What is not known is a dash, which is not zero. */
record PartnershipText(Locale locale) {

    static final String UNKNOWN = "–";
    private static final int BRIEF = 72;

    PartnershipText(Language language) {
        this(language.locale());
    }

    String say(String english, String japanese) {
        return new Phrase(english, japanese).in(locale);
    }

    /** The instruments whose text was not at hand, a line each. */
    String gaps(Collection<Instrument> instruments) {
        var text = new StringBuilder();
        for (Instrument each : instruments) {
            if (!each.isTextAtHand()) {
                text.append(say("gap: ", "欠落: "))
                        .append(each.title().in(locale))
                        .append(say(
                                ": its text was not at hand, so what it promised is known from others or not at all\n",
                                ": 本文未入手。約束の内容は他の資料によるか、不明\n"));
            }
        }
        return text.toString();
    }

    String standing(Entry entry) {
        String word = entry.standing().map(each -> each.phrase().in(locale)).orElse(UNKNOWN);
        return word
                + (entry.isDisputed() ? say(" (disputed)", "(見解相違)") : "")
                + (entry.contested().isEmpty() ? "" : say(" (conflict)", "(競合)"));
    }

    String due(Entry entry) {
        Optional<String> read = entry.commitment().due().map(this::date);
        Optional<String> expected = entry.expected().map(date -> say("expected ", "見込み ") + date.text());
        return read.map(text -> text + expected.map(more -> ", " + more).orElse(""))
                .or(() -> expected)
                .orElse(UNKNOWN);
    }

    String date(Due due) {
        return switch (due) {
            case Due.By(PartialDate date) -> date.text();
            case Due.EveryYear() -> say("each year", "毎年");
        };
    }

    static String brief(String text) {
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF - 1) + "…";
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : Double.toString(value);
    }
}
