package org.hasekura.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time that has to pass, as {@code xsd:duration} writes it: months by the calendar of UTC, then days of 24 hours, hours,
 * minutes and seconds.
 *
 * @param months calendar months, years being twelve of them
 * @param rest what comes on top of them
 */
record Elapse(long months, Duration rest) {

    private static final Pattern FORM = Pattern.compile("P(?!$)([0-9]{1,4}Y)?([0-9]{1,5}M)?([0-9]{1,5}W)?([0-9]{1,6}D)?"
            + "(?:T(?!$)([0-9]{1,7}H)?([0-9]{1,8}M)?([0-9]{1,9}S)?)?");
    private static final int[] SECONDS = {7 * 86_400, 86_400, 3_600, 60, 1};
    /** So that what is reckoned with it stays an instant that others can store. */
    private static final long MONTHS_MAX = 12 * 200;

    static Optional<Elapse> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long months = 12 * number(form, 1) + number(form, 2);
        long seconds = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            seconds += SECONDS[i] * number(form, 3 + i);
        }
        return of(months, seconds);
    }

    static Optional<Elapse> of(long months, long seconds) {
        boolean fits = months <= MONTHS_MAX && seconds <= MONTHS_MAX * 30 * 86_400;
        return fits ? Optional.of(new Elapse(months, Duration.ofSeconds(seconds))) : Optional.empty();
    }

    private static long number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Long.parseLong(digits.substring(0, digits.length() - 1));
    }

    /** The instant at which it has passed since that one. */
    Instant after(Instant start) {
        try {
            return start.atOffset(ZoneOffset.UTC)
                    .plus(Period.ofMonths(Math.toIntExact(months)))
                    .toInstant()
                    .plus(rest);
        } catch (DateTimeException tooLate) {
            return Instant.MAX;
        }
    }

    /** Whether it has passed no later than the other, from whatever instant on. */
    boolean isWithin(Elapse other) {
        return months <= other.months && rest.compareTo(other.rest) <= 0;
    }

    /** Its parts with their units, from years to seconds; a duration of nothing is its last unit. */
    static String words(Elapse elapse, List<String> units, boolean hasPlural, String between) {
        long seconds = elapse.rest.toSeconds();
        long[] parts = {
            elapse.months / 12,
            elapse.months % 12,
            seconds / 86_400,
            seconds % 86_400 / 3_600,
            seconds % 3_600 / 60,
            seconds % 60
        };
        List<String> words = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0 || (i == parts.length - 1 && words.isEmpty())) {
                words.add(parts[i] + units.get(i) + (hasPlural && parts[i] != 1 ? "s" : ""));
            }
        }
        return String.join(between, words);
    }
}
