package org.hasekura.exchange.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetListings;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Listed;

/** DatasetListings in memory, held to the same contract as the real ones. */
public final class FakeListings implements DatasetListings {

    private static final String ALL = "a:";

    private record Name(String peer, String id) {}

    // Guarded by this.
    private final TreeMap<Long, Listed> listed = new TreeMap<>();
    private final Map<Name, Long> numbers = new HashMap<>();
    private final TreeMap<String, TreeMap<Long, byte[]>> terms = new TreeMap<>(FakeListings::compare);
    private final TreeSet<Long> gone = new TreeSet<>();
    private long next;
    private long sealed;

    /** Lists and takes away as a commit with this change does. */
    synchronized void follow(Change change) {
        if (change instanceof Change.OfDataset(Dataset dataset)) {
            Name name = new Name("", dataset.id());
            end(name);
            if (dataset.isOnOffer()) {
                begin(name, new Listed.Own(next, dataset));
            }
        }
    }

    /** Lists a dataset of a peer. */
    public synchronized void put(String peer, DatasetView dataset, Instant seen) {
        Name name = new Name(peer, dataset.id());
        end(name);
        begin(name, new Listed.OfPeer(next, peer, dataset, seen));
    }

    /** As it is listed now. */
    synchronized Optional<DatasetView> find(String peer, String id) {
        return Optional.ofNullable(numbers.get(new Name(peer, id)))
                .flatMap(number -> Optional.ofNullable(listed.get(number)))
                .filter(Listed.OfPeer.class::isInstance)
                .map(each -> ((Listed.OfPeer) each).dataset());
    }

    /** The same, but one that is as it was before keeps its number. */
    synchronized void see(String peer, DatasetView dataset, Instant seen) {
        boolean isAsBefore = Optional.ofNullable(numbers.get(new Name(peer, dataset.id())))
                .flatMap(number -> Optional.ofNullable(listed.get(number)))
                .filter(before -> before instanceof Listed.OfPeer ofPeer
                        && ofPeer.dataset().equals(dataset))
                .isPresent();
        if (isAsBefore) {
            seeAgain(peer, dataset.id(), seen);
        } else {
            put(peer, dataset, seen);
        }
    }

    synchronized void seeAgain(String peer, String id, Instant seen) {
        Optional.ofNullable(numbers.get(new Name(peer, id)))
                .ifPresent(number -> listed.computeIfPresent(
                        number,
                        (_, before) -> before instanceof Listed.OfPeer ofPeer
                                ? new Listed.OfPeer(number, peer, ofPeer.dataset(), seen)
                                : before));
    }

    /** Ends those of the peer that were not seen since, and answers how many are left. */
    synchronized long sweep(String peer, Instant since) {
        List<Listed.OfPeer> ofPeer = listed.values().stream()
                .flatMap(each ->
                        each instanceof Listed.OfPeer it && it.peer().equals(peer) ? Stream.of(it) : Stream.empty())
                .toList();
        List<Listed.OfPeer> unseen =
                ofPeer.stream().filter(each -> each.seen().isBefore(since)).toList();
        unseen.forEach(each -> end(new Name(peer, each.id())));
        return (long) ofPeer.size() - unseen.size();
    }

    private void begin(Name name, Listed each) {
        listed.put(next, each);
        numbers.put(name, next++);
    }

    private void end(Name name) {
        Optional.ofNullable(numbers.remove(name)).ifPresent(number -> {
            listed.remove(number);
            gone.add(number);
        });
    }

    @Override
    public synchronized Extent extent() {
        return new Extent(next, sealed);
    }

    @Override
    public synchronized void shelves(String from, String before, ShelfReader reader) {
        terms.subMap(from, before)
                .forEach((term, shelves) -> shelves.forEach((shelf, bytes) -> reader.take(term, shelf, bytes)));
    }

    @Override
    public synchronized List<Listed> listed(long from, long before, int limit) {
        return listed.subMap(from, before).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<Long> gone() {
        return List.copyOf(gone);
    }

    @Override
    public synchronized void seal(long shelf, NavigableMap<String, byte[]> sealedTerms) {
        sealedTerms.forEach((term, bytes) ->
                terms.computeIfAbsent(term, _ -> new TreeMap<>()).put(shelf, bytes));
        sealed = sealed == shelf ? shelf + 1 : sealed;
    }

    @Override
    public synchronized void bury(long shelf, Optional<byte[]> left, List<Long> forgotten) {
        left.ifPresentOrElse(
                bytes -> terms.computeIfAbsent(ALL, _ -> new TreeMap<>()).put(shelf, bytes),
                () -> terms.values().forEach(shelves -> shelves.remove(shelf)));
        forgotten.forEach(gone::remove);
    }

    private static int compare(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
