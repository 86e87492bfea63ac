package org.hasekura.exchange.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.PeerCatalog;
import org.hasekura.exchange.PeerCatalogs;

/** Catalogs of peers in memory, held to the same contract as the real ones. */
public final class FakePeerCatalogs implements PeerCatalogs {

    private record Key(String peer, long page) {}

    private final FakeListings listings;

    // Guarded by this.
    private final TreeMap<String, PeerCatalog> catalogs = new TreeMap<>();
    private final Map<Key, PeerCatalog.Page> pages = new HashMap<>();
    private final Map<Key, Set<String>> ids = new HashMap<>();

    /** @param listings where the datasets are listed */
    public FakePeerCatalogs(FakeListings listings) {
        this.listings = listings;
    }

    @Override
    public synchronized List<PeerCatalog> all() {
        return List.copyOf(catalogs.values());
    }

    @Override
    public synchronized Optional<PeerCatalog> find(String peer) {
        return Optional.ofNullable(catalogs.get(peer));
    }

    @Override
    public synchronized void put(PeerCatalog catalog) {
        catalogs.put(catalog.peer(), catalog);
    }

    @Override
    public synchronized void remove(String peer) {
        catalogs.remove(peer);
        sweep(peer, Instant.MAX, 0);
    }

    @Override
    public synchronized Optional<DatasetView> dataset(String peer, String id) {
        return listings.find(peer, id);
    }

    @Override
    public synchronized Optional<PeerCatalog.Page> page(String peer, long number) {
        return Optional.ofNullable(pages.get(new Key(peer, number)));
    }

    @Override
    public synchronized long keep(String peer, PeerCatalog.Page page, List<DatasetView> datasets, Instant seen) {
        Key key = new Key(peer, page.number());
        if (page.tag().isPresent()) {
            pages.put(key, page);
        } else {
            pages.remove(key);
        }
        Set<String> kept = new HashSet<>();
        for (DatasetView dataset : datasets) {
            if (dataset.titles().values().stream().noneMatch(title -> title.indexOf('\0') >= 0)) {
                ids.values().forEach(others -> others.remove(dataset.id()));
                listings.see(peer, dataset, seen);
                kept.add(dataset.id());
            }
        }
        ids.put(key, kept);
        return kept.size();
    }

    @Override
    public synchronized long unchanged(String peer, long page, Instant seen) {
        Set<String> known = ids.getOrDefault(new Key(peer, page), Set.of());
        known.forEach(id -> listings.seeAgain(peer, id, seen));
        return known.size();
    }

    @Override
    public synchronized long sweep(String peer, Instant since, long lastPage) {
        pages.keySet().removeIf(key -> key.peer().equals(peer) && key.page() > lastPage);
        return listings.sweep(peer, since);
    }
}
