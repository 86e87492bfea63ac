package org.hasekura.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pages that answer a form, kept for a while so that the browser is sent to read them: whoever goes back to one, or loads it
 * again, is not asked to send a form once more. They live in memory, under names that cannot be guessed, each for the visit
 * and the role it was made for; of too many the oldest go first.
 */
final class Answers {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int ALL_MAX = 256;
    private static final int OF_VISIT_MAX = 8;

    private final Clock clock;
    private final Supplier<String> names;

    // Owned by this object's monitor; the oldest come first.
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /**
     * For whom it is.
     *
     * @param visit what only this visit's forms bring back
     * @param path of the form, without the language
     */
    record Reader(String visit, Viewer viewer, String path) {}

    private record Kept(Reader reader, Reply.Shown answer, Instant until) {}

    /** @param names new ones, which cannot be guessed */
    Answers(Clock clock, Supplier<String> names) {
        this.clock = clock;
        this.names = names;
    }

    /** Keeps an answer, and says under which name. */
    synchronized String keep(Reader reader, Reply.Shown answer) {
        Instant now = clock.instant();
        kept.values().removeIf(each -> !now.isBefore(each.until));
        makeRoom(reader.visit);
        String name = names.get();
        kept.put(name, new Kept(reader, answer, now.plus(LIFE)));
        return name;
    }

    private void makeRoom(String visit) {
        long ofVisit = kept.values().stream()
                .filter(each -> each.reader.visit.equals(visit))
                .count();
        boolean isOwn = ofVisit >= OF_VISIT_MAX;
        if (isOwn || kept.size() >= ALL_MAX) {
            kept.entrySet().stream()
                    .filter(each -> !isOwn || each.getValue().reader.visit.equals(visit))
                    .findFirst()
                    .ifPresent(oldest -> kept.remove(oldest.getKey()));
        }
    }

    /** The answer of that name, if it was made for this reader and is not too old. */
    synchronized Optional<Reply.Shown> find(String name, Reader reader) {
        return Optional.ofNullable(kept.get(name))
                .filter(each -> each.reader.equals(reader) && clock.instant().isBefore(each.until))
                .map(Kept::answer);
    }
}
