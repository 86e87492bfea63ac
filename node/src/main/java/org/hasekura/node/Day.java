package org.hasekura.node;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day on the command line. */
final class Day {

    private Day() {}

    /** The day itself, or today where this machine stands. */
    static LocalDate orToday(Optional<LocalDate> day) {
        return day.orElseGet(() -> LocalDate.now(ZoneId.systemDefault()));
    }

    /** Reads {@code 2026-09-01}. */
    static final class Converter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException _) {
                throw new TypeConversionException("`" + text + "` is no day; write it as `2026-09-01`");
            }
        }
    }
}
