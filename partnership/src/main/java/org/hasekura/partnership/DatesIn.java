package org.hasekura.partnership;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The date by which a sentence says that something will be done. */
final class DatesIn {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** What a date must follow, so that it is one for the future. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?:by|before|until|no later than|in|during|within|for|from)\\s+(?:the\\s+)?(?:(?:end|beginning|course|middle|first half|second half|summer|autumn|spring)\\s+of\\s+|early\\s+|late\\s+|mid-)?"
                    + "(?:(?:(\\d{1,2})\\s+)?(" + String.join("|", MONTHS) + ")\\s+)?(20\\d{2})\\b");

    private static final Pattern JAPANESE =
            Pattern.compile("(20\\d{2})年度?(?:(\\d{1,2})月)?(?:(\\d{1,2})日)?(末)?(?:までに?|中に?|に|末|内に)");

    private DatesIn() {}

    /** The last such date that is not before the day of the statement. */
    static Optional<PartialDate> due(String sentence, LocalDate said) {
        String text = sentence.toLowerCase(Locale.ROOT);
        return find(ENGLISH.matcher(text), said, 3, 2, 1).or(() -> find(JAPANESE.matcher(text), said, 1, 2, 3));
    }

    private static Optional<PartialDate> find(Matcher matcher, LocalDate said, int year, int month, int day) {
        Optional<PartialDate> found = Optional.empty();
        while (matcher.find()) {
            Optional<PartialDate> date = date(group(matcher, year), group(matcher, month), group(matcher, day))
                    .filter(each -> !each.last().isBefore(said));
            found = date.or(() -> Optional.empty()).isPresent() ? date : found;
        }
        return found;
    }

    private static Optional<String> group(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group));
    }

    private static Optional<PartialDate> date(Optional<String> year, Optional<String> month, Optional<String> day) {
        try {
            StringBuilder text = new StringBuilder(year.orElse(""));
            if (month.isPresent()) {
                int at = MONTHS.indexOf(month.get());
                text.append("-%02d".formatted(at >= 0 ? at + 1 : Integer.parseInt(month.get())));
                day.ifPresent(it -> text.append("-%02d".formatted(Integer.parseInt(it))));
            }
            return PartialDate.parse(text.toString());
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
