package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hasekura.evidence.Hash;

/**
 * The codes by which guests say who they are, and the browsers that have said one. Both live in memory alone: after a restart a
 * guest asks for a new code.
 */
final class GuestCodes {

    static final int TRIES_MAX = 5;
    static final int PER_HOUR_MAX = 5;
    static final Duration VALID = Duration.ofMinutes(10);
    static final Duration VISIT = Duration.ofHours(8);

    private static final int KEPT_MAX = 10_000;

    private final Clock clock;
    private final RandomGenerator random;

    // All owned by this object's monitor; the oldest come first.
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, List<Instant>> sent = new LinkedHashMap<>();
    private final Map<String, Instant> visits = new LinkedHashMap<>();

    /** @param random a secure one */
    GuestCodes(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    private record Code(String text, Instant until, int triesLeft) {}

    /** What became of wanting a code. */
    sealed interface Fresh {
        record Made(String code) implements Fresh {}

        record TooMany(Instant again) implements Fresh {}
    }

    /** What became of a try. */
    sealed interface Tried {
        record Right() implements Tried {}

        record Wrong(int left) implements Tried {}

        record Gone() implements Tried {}
    }

    /** A new code in the place of the one before. */
    synchronized Fresh fresh(String link) {
        Instant now = clock.instant();
        List<Instant> before = new ArrayList<>(sent.getOrDefault(link, List.of()));
        before.removeIf(each -> !each.plus(Duration.ofHours(1)).isAfter(now));
        if (before.size() >= PER_HOUR_MAX) {
            return new Fresh.TooMany(before.getFirst().plus(Duration.ofHours(1)));
        }
        before.add(now);
        keep(sent, link, before);
        String text = "%06d".formatted(random.nextInt(1_000_000));
        keep(codes, link, new Code(text, now.plus(VALID), TRIES_MAX));
        return new Fresh.Made(text);
    }

    /** A code that went nowhere. */
    synchronized void drop(String link) {
        codes.remove(link);
    }

    /** The one that is good now. */
    synchronized Optional<String> current(String link) {
        return code(link).map(Code::text);
    }

    private Optional<Code> code(String link) {
        return Optional.ofNullable(codes.get(link))
                .filter(each -> each.triesLeft() > 0 && clock.instant().isBefore(each.until()));
    }

    /** Takes a try; the right code is used up by it. */
    synchronized Tried take(String link, String text) {
        Optional<Code> code = code(link);
        if (code.isEmpty()) {
            return new Tried.Gone();
        }
        if (MessageDigest.isEqual(bytes(code.get().text()), bytes(text))) {
            codes.remove(link);
            return new Tried.Right();
        }
        int left = code.get().triesLeft() - 1;
        codes.put(link, new Code(code.get().text(), code.get().until(), left));
        return new Tried.Wrong(left);
    }

    /** Lets a browser in for some hours. */
    synchronized void letIn(String link, String visit) {
        keep(visits, visitOf(link, visit), clock.instant().plus(VISIT));
    }

    synchronized boolean isIn(String link, String visit) {
        return Optional.ofNullable(visits.get(visitOf(link, visit)))
                .filter(until -> clock.instant().isBefore(until))
                .isPresent();
    }

    private static String visitOf(String link, String visit) {
        return link + " " + Hash.sha256(bytes(visit)).hex();
    }

    private static <T> void keep(Map<String, T> map, String key, T value) {
        map.remove(key);
        var oldest = map.keySet().iterator();
        while (map.size() >= KEPT_MAX && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        map.put(key, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
