package org.hasekura.node;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hasekura.evidence.BundleScope;

/** A period as people write it in a query: days in UTC, of which the last is in it, or times. */
final class PeriodQuery {

    private PeriodQuery() {}

    /** From one day or time on until another. */
    static BundleScope.Period of(String from, String until) throws ManagementJson.BadInput {
        Instant begin = moment(from, 0);
        Instant end = moment(until, 1);
        if (!begin.isBefore(end)) {
            throw new ManagementJson.BadInput("`" + from + "` is not before `" + until + "`");
        }
        return new BundleScope.Period(begin, end);
    }

    /** A day begins at midnight in UTC; the last day of a period is in it. */
    private static Instant moment(String text, int daysMore) throws ManagementJson.BadInput {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(daysMore)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ManagementJson.BadInput(
                    "`" + text + "` is neither a day like `2026-11-21` nor a time like `2026-11-21T22:00:00Z`");
        }
    }
}
