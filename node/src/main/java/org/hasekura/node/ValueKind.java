package org.hasekura.node;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the text of a setting becomes a value.
 *
 * @param expected what a good value looks like, for the message about a bad one
 * @param reader empty when the text is no such value
 */
record ValueKind<T>(String expected, Function<String, Optional<T>> reader) {

    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,12}) ?([A-Za-z]+)");
    private static final Map<String, Long> BYTE_UNITS =
            Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);
    private static final Map<String, Long> MILLIS_UNITS =
            Map.of("ms", 1L, "s", 1000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    static final ValueKind<Boolean> YES_OR_NO = new ValueKind<>("`true` or `false`", text -> switch (text) {
        case "true" -> Optional.of(true);
        case "false" -> Optional.of(false);
        default -> Optional.empty();
    });

    static final ValueKind<Duration> DURATION = new ValueKind<>(
            "a number and one of ms, s, min, h, d, for example `30 s`",
            text -> amount(text, MILLIS_UNITS).map(Duration::ofMillis));

    static final ValueKind<Long> BYTES = new ValueKind<>(
            "a number and one of B, KiB, MiB, GiB, TiB, for example `64 KiB`", text -> amount(text, BYTE_UNITS));

    static final ValueKind<Double> FACTOR = new ValueKind<>("a number from 1 to 10, for example `2`", text -> {
        if (!text.matches("[0-9]{1,2}([.][0-9]{1,4})?")) {
            return Optional.empty();
        }
        double factor = Double.parseDouble(text);
        return factor >= 1 && factor <= 10 ? Optional.of(factor) : Optional.empty();
    });

    static final ValueKind<URI> HTTP_ADDRESS = new ValueKind<>(
            "an address that begins with https:// (or http:// in development mode)", ValueKind::httpAddress);

    /** One line of any text that is not empty. */
    static ValueKind<String> text(String expected) {
        return new ValueKind<>(expected, text -> text.isEmpty() ? Optional.empty() : Optional.of(text));
    }

    static ValueKind<String> matching(String pattern, String expected) {
        Pattern whole = Pattern.compile(pattern);
        return new ValueKind<>(expected, text -> whole.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    }

    static ValueKind<Integer> whole(int least, int most) {
        return new ValueKind<>("a whole number from " + least + " to " + most, text -> {
            if (!text.matches("[0-9]{1,9}")) {
                return Optional.empty();
            }
            int number = Integer.parseInt(text);
            return number >= least && number <= most ? Optional.of(number) : Optional.empty();
        });
    }

    /** An empty text is an absent value. */
    ValueKind<Optional<T>> orNothing() {
        return new ValueKind<>(expected + ", or nothing", text -> {
            Optional<T> value = text.isEmpty() ? Optional.empty() : reader.apply(text);
            return text.isEmpty() || value.isPresent() ? Optional.of(value) : Optional.empty();
        });
    }

    /** Values between commas; an empty text is an empty list. */
    ValueKind<List<T>> listed() {
        return new ValueKind<>(expected + "; several between commas", text -> {
            if (text.isEmpty()) {
                return Optional.of(List.of());
            }
            List<Optional<T>> each = Pattern.compile(",")
                    .splitAsStream(text)
                    .map(part -> reader.apply(part.strip()))
                    .toList();
            return each.stream().anyMatch(Optional::isEmpty)
                    ? Optional.empty()
                    : Optional.of(each.stream().flatMap(Optional::stream).toList());
        });
    }

    private static Optional<Long> amount(String text, Map<String, Long> units) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Long> unit = Optional.ofNullable(units.get(matcher.group(2)));
        // Twelve digits of TiB would overflow; no setting needs more than 1 EiB.
        return unit.map(each -> Math.multiplyHigh(Long.parseLong(matcher.group(1)), each) == 0
                        ? Long.parseLong(matcher.group(1)) * each
                        : -1L)
                .filter(product -> product >= 0);
    }

    private static Optional<URI> httpAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean isPlain = Optional.ofNullable(address.getHost()).isPresent()
                    && Optional.ofNullable(address.getRawUserInfo()).isEmpty()
                    && Optional.ofNullable(address.getRawQuery()).isEmpty()
                    && Optional.ofNullable(address.getRawFragment()).isEmpty();
            return isPlain && (scheme.equals("https") || scheme.equals("http"))
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
