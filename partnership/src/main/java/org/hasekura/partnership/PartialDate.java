package org.hasekura.partnership;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** A date as far as a document tells it: a day, a month or a year. Nothing is made up to fill it. */
public sealed interface PartialDate {

    /** The first day it may mean. */
    LocalDate first();

    /** The last day it may mean: only after that day is something due then late. */
    LocalDate last();

    /** ISO 8601: {@code 2024-07-01}, {@code 2023-07}, {@code 2024}. */
    String text();

    record Day(LocalDate day) implements PartialDate {
        @Override
        public LocalDate first() {
            return day;
        }

        @Override
        public LocalDate last() {
            return day;
        }

        @Override
        public String text() {
            return day.toString();
        }
    }

    record Month(YearMonth month) implements PartialDate {
        @Override
        public LocalDate first() {
            return month.atDay(1);
        }

        @Override
        public LocalDate last() {
            return month.atEndOfMonth();
        }

        @Override
        public String text() {
            return month.toString();
        }
    }

    record InYear(Year year) implements PartialDate {
        @Override
        public LocalDate first() {
            return year.atDay(1);
        }

        @Override
        public LocalDate last() {
            return year.atMonth(12).atEndOfMonth();
        }

        @Override
        public String text() {
            return year.toString();
        }
    }

    Pattern SHAPE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    /** Reads what {@link #text} writes; nothing where it is no date. */
    static Optional<PartialDate> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (text.length()) {
                        case 4 -> new InYear(Year.parse(text));
                        case 7 -> new Month(YearMonth.parse(text));
                        default -> new Day(LocalDate.parse(text));
                    });
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
