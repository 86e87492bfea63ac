package org.hasekura.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day or an instant as it is written, {@code xsd:date} or {@code xsd:dateTime}: a half-open span of time. A day lasts
 * until the next begins, so that "until 31 December" takes in the whole of that day. Without a zone it is UTC, the same
 * for both sides.
 *
 * @param after the first instant that is later than all of it
 */
record Moment(Instant first, Instant after, boolean isDay, ZoneOffset zone) {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}-");

    static Optional<Moment> parse(String text) {
        // Longer years than four digits would overflow the instants that others can store.
        if (text.length() > 40 || !YEAR.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(text.indexOf('T') < 0 ? day(text) : instant(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Moment day(String text) {
        TemporalAccessor read = DateTimeFormatter.ISO_DATE.parse(text);
        LocalDate day = LocalDate.from(read);
        ZoneOffset zone =
                Optional.ofNullable(read.query(TemporalQueries.offset())).orElse(ZoneOffset.UTC);
        return new Moment(
                day.atStartOfDay().toInstant(zone),
                day.plusDays(1).atStartOfDay().toInstant(zone),
                true,
                zone);
    }

    private static Moment instant(String text) {
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        OffsetDateTime time = read instanceof OffsetDateTime zoned
                ? zoned
                : LocalDateTime.from(read).atOffset(ZoneOffset.UTC);
        return new Moment(time.toInstant(), time.toInstant().plusNanos(1), false, time.getOffset());
    }
}
