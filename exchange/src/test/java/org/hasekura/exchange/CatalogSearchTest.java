package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.Searching.dataset;
import static org.hasekura.exchange.Searching.filter;
import static org.hasekura.exchange.Searching.ids;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hasekura.exchange.testing.FakeStore;
import org.hasekura.identity.Participant;
import org.hasekura.policy.Offer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A search")
class CatalogSearchTest {

    private static final Map<String, String> OPEN_DATA = Map.of("nonPersonal", "true", "originRegime", "none");
    private static final Participant JAPAN = Pair.party("other.example", "JP");
    private static final Participant KENYA = Pair.party("third.example", "KE");

    private final FakeStore store = new FakeStore();
    private final CatalogSearch search = Searching.in(store);

    private void keep(Dataset dataset) throws StoreFailed {
        commit(new Change.OfDataset(dataset));
    }

    private void commit(Change change) throws StoreFailed {
        assertThat(store.commit(new Commit(List.of(change), Optional.empty(), List.of())))
                .isInstanceOf(Committed.Done.class);
    }

    private List<String> found(String name, String value) throws StoreFailed {
        return ids(search, filter(Map.of(name, List.of(value))), false, 10);
    }

    private CatalogSearch.Found find(CatalogFilter filter, Optional<String> asker) throws StoreFailed {
        return search.find(new CatalogSearch.Asked(filter, OptionalLong.empty(), 10, asker, true, true));
    }

    private static DatasetView ofPeer(String id, String title, Optional<Boolean> personal, Offer offer) {
        return new DatasetView(
                id,
                Map.of("ja", title),
                Map.of(),
                List.of(),
                List.of("TRAN"),
                List.of(),
                personal,
                Optional.empty(),
                List.of(offer),
                List.of(new DatasetView.Form(
                        "HttpData-PULL",
                        Optional.of(URI.create("https://other.example/dsp")),
                        Optional.of("text/csv"),
                        java.util.OptionalLong.empty())),
                List.of());
    }

    @Test
    @DisplayName("finds by words in any language, beginnings of them, themes, countries, formats, and what is personal")
    void finds() throws StoreFailed {
        keep(dataset("wind", 1, Map.of("en", "Wind speeds of the North Sea", "ja", "北海の風速"), OPEN_DATA));
        keep(dataset("people", 1, Map.of("de", "Störungen je Kundin"), Map.of("personal", "true")));
        commit(new Change.OfParticipant(JAPAN));
        store.listings()
                .put(JAPAN.did().text(), ofPeer("trains", "鉄道輸送統計", Optional.of(false), Pair.OPEN), Instant.EPOCH);

        assertThat(found("text", "wind")).containsExactly("wind");
        assertThat(found("text", "spee NORTH")).containsExactly("wind");
        assertThat(found("text", "ort")).isEmpty();
        assertThat(found("text", "風速")).containsExactly("wind");
        assertThat(found("text", "輸送統計")).containsExactly("trains");
        assertThat(found("text", "統")).containsExactly("trains");
        assertThat(found("text", "stor")).containsExactly("people");
        assertThat(found("theme", "ENER")).containsExactly("wind", "people");
        assertThat(found("country", "JP")).containsExactly("wind", "people", "trains");
        assertThat(found("country", "KE")).isEmpty();
        assertThat(found("format", "csv")).containsExactly("trains");
        assertThat(found("format", "application/json")).containsExactly("wind", "people");
        assertThat(found("personal", "true")).containsExactly("people");
        assertThat(found("personal", "false")).containsExactly("wind", "trains");
        assertThat(found("party", JAPAN.did().text())).containsExactly("trains");
        assertThat(ids(search, filter(Map.of("format", List.of("csv", "json"), "text", List.of("wind"))), true, 1))
                .containsExactly("wind");
        assertThat(ids(search, CatalogFilter.NONE, true, 2)).containsExactly("trains", "people", "wind");
    }

    @Test
    @DisplayName(
            "by words has the best first, page by page: titles before keywords before descriptions, whole words first")
    void ranks() throws StoreFailed {
        keep(described("text", "sea", List.of(), "the speed of the wind"));
        keep(described("begins", "windmills", List.of(), ""));
        keep(described("title", "wind", List.of(), ""));
        keep(described("keyword", "air", List.of("wind"), ""));
        keep(described("both", "wind", List.of("wind"), "wind"));
        keep(described("later", "wind", List.of(), ""));
        keep(described("none", "rain", List.of(), ""));

        List<String> best = List.of("both", "later", "title", "keyword", "begins", "text");
        CatalogFilter wind = filter(Map.of("text", List.of("wind")));
        for (int limit : List.of(1, 2, 4, 10)) {
            assertThat(ids(search, wind, true, limit)).as("by %s", limit).isEqualTo(best);
        }
        assertThat(ids(search, wind, false, 3))
                .as("to peers as it was published")
                .containsExactly("text", "begins", "title", "keyword", "both", "later");
    }

    @Test
    @DisplayName("by a word that very many have has the newest first, and goes on so")
    void ranksFew() throws StoreFailed {
        List<String> newest = new ArrayList<>();
        for (int i = 0; i < Ranking.MAX + 1; i++) {
            String id = "w%03d".formatted(i);
            keep(described(id, i == 0 ? "wind" : "sea", List.of(), "wind"));
            newest.addFirst(id);
        }
        assertThat(ids(search, filter(Map.of("text", List.of("wind"))), true, 100))
                .isEqualTo(newest);
    }

    private static Dataset described(String id, String title, List<String> keywords, String description) {
        Dataset sample = dataset(id, 1, Map.of("en", title), OPEN_DATA);
        return new Dataset(
                id,
                sample.titles(),
                Map.of("en", description),
                keywords,
                sample.licence(),
                sample.facts(),
                sample.offers(),
                sample.answering(),
                sample.content(),
                sample.published(),
                sample.withdrawn(),
                1);
    }

    @Test
    @DisplayName("counts what it finds by facet")
    void counts() throws StoreFailed {
        keep(dataset("a", 1, Map.of("en", "alpha"), OPEN_DATA));
        keep(dataset("b", 1, Map.of("en", "beta"), OPEN_DATA));
        store.listings()
                .put("did:web:other.example", ofPeer("c", "alpha", Optional.of(true), Pair.OPEN), Instant.EPOCH);

        CatalogSearch.Found all = find(CatalogFilter.NONE, Optional.empty());
        CatalogSearch.Found alpha = find(filter(Map.of("text", List.of("alpha"))), Optional.empty());

        assertThat(all.total()).hasValue(3);
        assertThat(all.counts().get(Facet.THEME))
                .containsExactly(new CatalogSearch.Count("ENER", 2), new CatalogSearch.Count("TRAN", 1));
        assertThat(alpha.total()).hasValue(2);
        assertThat(alpha.counts().get(Facet.PERSONAL))
                .containsExactly(new CatalogSearch.Count("false", 1), new CatalogSearch.Count("true", 1));
        assertThat(alpha.counts().get(Facet.COUNTRY)).containsExactly(new CatalogSearch.Count("JP", 1));
    }

    @Test
    @DisplayName("says who qualifies for what, and what is missing or stands against it")
    void qualifies() throws StoreFailed {
        commit(new Change.OfParticipant(JAPAN));
        commit(new Change.OfParticipant(KENYA));
        keep(dataset("open", 1, Map.of("en", "open"), OPEN_DATA));
        keep(dataset("unclear", 1, Map.of("en", "unclear"), Map.of("originRegime", "EU")));
        store.listings().put(KENYA.did().text(), ofPeer("offered", "x", Optional.of(false), Pair.OPEN), Instant.EPOCH);
        store.listings().put(KENYA.did().text(), ofPeer("unsaid", "x", Optional.empty(), Pair.OPEN), Instant.EPOCH);
        store.listings()
                .put("did:web:nobody.example", ofPeer("foreign", "x", Optional.of(false), Pair.OPEN), Instant.EPOCH);

        CatalogFilter qualifying = filter(Map.of("qualifies", List.of("true")));
        CatalogSearch.Found forJapan = find(qualifying, Optional.of(JAPAN.did().text()));
        CatalogSearch.Found whole =
                find(CatalogFilter.NONE, Optional.of(JAPAN.did().text()));
        Map<String, Qualification> said = new TreeMap<>();
        whole.hits()
                .forEach(hit -> said.put(hit.listed().id(), hit.qualification().orElseThrow()));

        assertThat(forJapan.hits()).extracting(hit -> hit.listed().id()).containsExactly("offered", "open");
        assertThat(forJapan.total()).hasValue(2);
        assertThat(said.get("open")).isInstanceOf(Qualification.Qualifies.class);
        assertThat(said.get("unclear")).asString().contains("Open").contains("personal");
        assertThat(said.get("unsaid")).asString().contains("Open").contains("personal");
        assertThat(said.get("foreign")).asString().contains("the register says nothing of `did:web:nobody.example`");
        // This node needs nobody's permission for its own.
        assertThat(find(CatalogFilter.NONE, Optional.empty()).hits().getLast().qualification())
                .isEmpty();
    }

    @Test
    @DisplayName("neither skips nor repeats a dataset when others are published and withdrawn between its pages")
    void moving() throws StoreFailed {
        for (int i = 0; i < 100; i++) {
            keep(dataset("stays-%03d".formatted(i), 1, Map.of("en", "here"), OPEN_DATA));
            keep(dataset("goes-%03d".formatted(i), 1, Map.of("en", "here"), OPEN_DATA));
        }
        List<String> seen = new ArrayList<>();
        OptionalLong from = OptionalLong.empty();
        for (int page = 0; page == 0 || from.isPresent(); page++) {
            var asked = new CatalogSearch.Asked(
                    filter(Map.of("text", List.of("here"))), from, 7, Optional.empty(), false, false);
            CatalogSearch.Found found = search.find(asked);
            found.hits().stream()
                    .map(hit -> hit.listed().id())
                    .filter(id -> id.startsWith("stays"))
                    .forEach(seen::add);
            from = found.next();
            if (page < 20) {
                keep(dataset("new-%03d".formatted(page), 1, Map.of("en", "here"), OPEN_DATA));
                keep(dataset("goes-%03d".formatted(4 * page), 1, Map.of("en", "here"), OPEN_DATA)
                        .withdrawn(Instant.EPOCH, "old"));
                search.tidy();
            }
        }
        assertThat(seen).hasSize(100).doesNotHaveDuplicates().isSorted();
    }

    @Test
    @DisplayName(
            "answers the same from sealed shelves, open ones, and after withdrawals, as looking at each dataset would")
    void sealed() throws StoreFailed {
        SplittableRandom random = new SplittableRandom(7);
        List<String> words = List.of("wind", "window", "sun", "rain", "風速", "風力", "地図");
        TreeMap<String, String> titles = new TreeMap<>();
        TreeMap<String, Long> versions = new TreeMap<>();
        for (int i = 0; i < 2 * Shelf.PLACES + 500; i++) {
            String id = "d%05d".formatted(i);
            String title = words.get(random.nextInt(words.size())) + " " + words.get(random.nextInt(words.size()));
            keep(dataset(id, 1, Map.of("x", title), OPEN_DATA));
            titles.put(id, title);
            versions.put(id, 1L);
        }
        List<String> all = List.copyOf(titles.keySet());
        for (int round = 0; round < 3; round++) {
            search.tidy();
            for (int i = 0; i < 1_500; i++) {
                String id = all.get(random.nextInt(all.size()));
                if (!titles.containsKey(id)) {
                    continue;
                }
                Dataset before =
                        dataset(id, versions.getOrDefault(id, 1L), Map.of("x", titles.getOrDefault(id, "")), OPEN_DATA);
                if (random.nextBoolean()) {
                    keep(before.withdrawn(Instant.EPOCH, "old"));
                    titles.remove(id);
                } else {
                    String title = words.get(random.nextInt(words.size()));
                    keep(dataset(id, versions.getOrDefault(id, 1L) + 1, Map.of("x", title), OPEN_DATA));
                    titles.put(id, title);
                    versions.merge(id, 1L, Long::sum);
                }
            }
            for (String word : List.of("wind", "win", "風", "風速", "sun", "map")) {
                List<String> expected = titles.entrySet().stream()
                        .filter(each ->
                                List.of(each.getValue().split(" ")).stream().anyMatch(has -> has.startsWith(word)))
                        .map(Map.Entry::getKey)
                        .toList();
                assertThat(found("text", word)).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(find(filter(Map.of("text", List.of(word))), Optional.empty())
                                .total())
                        .hasValue(expected.size());
            }
        }
        search.tidy();
        assertThat(store.listings().extent().sealed()).isGreaterThanOrEqualTo(2);
        assertThat(store.listings().gone()).hasSizeLessThan(2_000);
    }
}
