package org.hasekura.law;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Until when a duty binds, or by when it is to be done, as the law itself says it. Most laws bind as long as something
 * lasts and name neither day nor period; then neither stands here.
 */
public sealed interface Until {

    /** In English words that can follow "until when?". */
    String textEn();

    /** The same in Japanese. */
    String textJa();

    /** A last day, inclusive. */
    record Day(LocalDate day) implements Until {
        private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
        private static final DateTimeFormatter JAPANESE = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE);

        @Override
        public String textEn() {
            return "until " + ENGLISH.format(day);
        }

        @Override
        public String textJa() {
            return JAPANESE.format(day) + "まで";
        }
    }

    /**
     * At least so long after an event, which the words name, such as five years after the end of the year.
     *
     * @param period positive
     */
    record AtLeast(Period period, String textEn, String textJa) implements Until {
        public AtLeast {
            if (period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("no period that a law would name: " + period);
            }
        }
    }

    /** As long as something lasts, such as that the data are held. */
    record AsLongAs(String textEn, String textJa) implements Until {}

    /** To be done before something happens or as soon as it has, such as before a request is answered. */
    record By(String textEn, String textJa) implements Until {}
}
