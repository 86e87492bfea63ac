package org.hasekura.sender;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time as HTTP writes it, put into words once a second. RFC 9110 §5.6.7. */
final class HttpDate {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Said said;

    private record Said(long second, String words) {}

    HttpDate(Clock clock) {
        this.clock = clock;
        this.said = said(clock.instant());
    }

    String now() {
        Instant now = clock.instant();
        if (said.second() != now.getEpochSecond()) {
            said = said(now);
        }
        return said.words();
    }

    private static Said said(Instant now) {
        return new Said(now.getEpochSecond(), WORDS.format(now));
    }
}
