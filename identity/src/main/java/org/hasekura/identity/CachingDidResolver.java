package org.hasekura.identity;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Resolves {@code did:web} by fetching, and remembers for a while.
 *
 * <p>Callers that ask for one DID at the same time share one fetch. A failure is remembered too, but shortly, so that a
 * stranger's unreachable DID costs one request in that time. A document that lacks a key that a token names is fetched
 * again, at most once in {@link Times#betweenRefetches}: a replaced key is taken up at once, and made-up key names
 * cannot be used to have us load another's host. When the cache is full the entry longest unused leaves.
 */
public final class CachingDidResolver implements DidResolver {

    /**
     * How long things are remembered.
     *
     * @param fresh how long a document is used without asking again
     * @param failed how long a failure is answered without asking again
     * @param betweenRefetches the least time between two fetches of one document for the sake of a missing key
     */
    public record Times(Duration fresh, Duration failed, Duration betweenRefetches) {

        /** Five minutes, ten seconds, thirty seconds. */
        public static Times usual() {
            return new Times(Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofSeconds(30));
        }
    }

    /** Most requests under way at once: strangers can name any number of hosts. */
    private static final int FETCHES_MAX = 64;

    /**
     * What is remembered of one DID.
     *
     * @param at when the answer was had
     * @param askedAt when its host was last asked, which may have failed since
     */
    private record Held(Resolution resolution, Instant at, Instant askedAt) {}

    private final Fetcher fetcher;
    private final InstantSource clock;
    private final Admission admission;
    private final Times times;
    private final int documentsMax;
    private final ReentrantLock lock = new ReentrantLock();
    // Both owned by the lock. In order of use, the longest unused first.
    private final LinkedHashMap<Did, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Did, CompletableFuture<Resolution>> underWay = new HashMap<>();

    /**
     * Remembers nothing yet.
     *
     * @param documentsMax how many documents and failures are remembered, a few kilobytes each
     */
    public CachingDidResolver(
            Fetcher fetcher, InstantSource clock, Admission admission, Times times, int documentsMax) {
        this.fetcher = fetcher;
        this.clock = clock;
        this.admission = admission;
        this.times = times;
        this.documentsMax = documentsMax;
    }

    @Override
    public Resolution resolve(Did did) {
        return fetchUnless(did, this::isFresh);
    }

    @Override
    public Resolution resolve(Did did, String methodId) {
        return fetchUnless(did, entry -> isFresh(entry) && (hasMethod(entry, methodId) || isRecent(entry)));
    }

    private boolean isFresh(Held entry) {
        Duration kept = switch (entry.resolution()) {
            case Resolution.Resolved _ -> times.fresh();
            case Resolution.Unresolved _ -> times.failed();
        };
        return clock.instant().isBefore(entry.at().plus(kept));
    }

    /** A failure has no method, and is kept as long as any failure. */
    private static boolean hasMethod(Held entry, String methodId) {
        return switch (entry.resolution()) {
            case Resolution.Resolved resolved ->
                resolved.document().method(methodId).isPresent();
            case Resolution.Unresolved _ -> true;
        };
    }

    private boolean isRecent(Held entry) {
        return clock.instant().isBefore(entry.askedAt().plus(times.betweenRefetches()));
    }

    private Resolution fetchUnless(Did did, Predicate<Held> isGood) {
        CompletableFuture<Resolution> flight;
        boolean isOurs = false;
        lock.lock();
        try {
            Held entry = held.get(did);
            if (entry != null && isGood.test(entry)) {
                return entry.resolution();
            }
            CompletableFuture<Resolution> others = underWay.get(did);
            if (others == null && underWay.size() >= FETCHES_MAX) {
                return new Resolution.Unresolved("`" + did + "` was not fetched: too many fetches under way");
            }
            if (others == null) {
                flight = new CompletableFuture<>();
                underWay.put(did, flight);
                isOurs = true;
            } else {
                flight = others;
            }
        } finally {
            lock.unlock();
        }
        return isOurs ? land(did, flight) : flight.join();
    }

    /** Fetches, and completes the flight whatever happens: others wait for it. */
    private Resolution land(Did did, CompletableFuture<Resolution> flight) {
        Resolution answer = new Resolution.Unresolved("`" + did + "` was not fetched");
        try {
            answer = fetch(did);
        } finally {
            lock.lock();
            try {
                answer = keep(did, answer);
                underWay.remove(did);
            } finally {
                lock.unlock();
            }
            flight.complete(answer);
        }
        return answer;
    }

    private Resolution fetch(Did did) {
        byte[] body;
        try {
            body = fetcher.get(did.documentUrl(), DidDocumentJson.DOCUMENT_BYTES_MAX);
        } catch (IOException e) {
            return new Resolution.Unresolved("`" + did.documentUrl() + "` cannot be fetched: "
                    + Words.shown(String.valueOf(e.getMessage()).replace('`', '\'')));
        }
        return switch (DidDocumentJson.read(body, admission)) {
            case DidDocumentJson.Read.Unreadable(String words) ->
                new Resolution.Unresolved("`" + did.documentUrl() + "`: " + words);
            case DidDocumentJson.Read.Document(DidDocument document) ->
                document.id().equals(did)
                        ? new Resolution.Resolved(document, Body.of(body), clock.instant())
                        : new Resolution.Unresolved(
                                "`" + did.documentUrl() + "` is the document of `" + document.id() + "`");
        };
    }

    /** Keeps and gives the answer; a failure to fetch again does not push out a document that is still fresh. */
    private Resolution keep(Did did, Resolution fetched) {
        Instant now = clock.instant();
        Held before = held.get(did);
        Held entry = new Held(fetched, now, now);
        if (fetched instanceof Resolution.Unresolved
                && before != null
                && before.resolution() instanceof Resolution.Resolved
                && isFresh(before)) {
            entry = new Held(before.resolution(), before.at(), now);
        }
        held.put(did, entry);
        Iterator<Did> longestUnused = held.keySet().iterator();
        while (held.size() > documentsMax && longestUnused.hasNext()) {
            longestUnused.next();
            longestUnused.remove();
        }
        return entry.resolution();
    }
}
