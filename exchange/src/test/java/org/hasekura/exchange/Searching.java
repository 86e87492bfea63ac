package org.hasekura.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.exchange.testing.FakeStore;
import org.hasekura.identity.Participant;
import org.hasekura.law.Law;
import org.hasekura.policy.Assessor;

/** Searches on a store in memory, for tests. */
final class Searching {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    static final Participant SELF = Pair.party("werk.example", "DE");

    private Searching() {}

    static CatalogSearch in(FakeStore store) {
        Assessor assessor = new Assessor(Law.load(), SELF);
        return new CatalogSearch(
                new Self(SELF.did().text(), Samples.BASE),
                Optional.of("DE"),
                store.listings(),
                store,
                new Qualifying(store, () -> assessor, CLOCK),
                new Audiences(store, CLOCK),
                CLOCK);
    }

    static CatalogFilter filter(Map<String, List<String>> given) {
        return Samples.value(CatalogFilter.parse(given));
    }

    /** The ids of all that is found, page by page. */
    static List<String> ids(CatalogSearch search, CatalogFilter filter, boolean newestFirst, int limit)
            throws StoreFailed {
        List<String> ids = new ArrayList<>();
        OptionalLong from = OptionalLong.empty();
        do {
            var asked = new CatalogSearch.Asked(filter, from, limit, Optional.empty(), newestFirst, false);
            CatalogSearch.Found found = search.find(asked);
            found.hits().forEach(hit -> ids.add(hit.listed().id()));
            from = found.next();
        } while (from.isPresent());
        return ids;
    }

    static Dataset dataset(String id, long version, Map<String, String> titles, Map<String, String> facts) {
        Dataset base = Samples.dataset(id, version);
        return new Dataset(
                id,
                titles,
                Map.of(),
                List.of(),
                List.of("ENER"),
                List.of("JP"),
                base.licence(),
                facts,
                List.of(Pair.OPEN),
                base.answering(),
                base.content(),
                base.published(),
                Optional.empty(),
                version);
    }
}
