package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.Samples.BASE;
import static org.hasekura.exchange.Samples.MAX;
import static org.hasekura.exchange.Samples.dataset;
import static org.hasekura.exchange.Samples.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.testing.FakeStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The catalog of this node")
class CatalogTest {

    private static final String ASKER = "did:web:asker.example";

    private final FakeStore store = new FakeStore();
    private final Catalog catalog = catalog();

    private Catalog catalog() {
        return new Catalog(
                new Self("did:web:maker.example", BASE),
                store,
                Searching.in(store),
                new Audiences(store, Searching.CLOCK));
    }

    private void keep(Dataset dataset) throws StoreFailed {
        var commit = new Commit(List.of(new Change.OfDataset(dataset)), Optional.empty(), List.of());
        assertThat(store.commit(commit)).isInstanceOf(Committed.Done.class);
    }

    private List<String> ids() throws StoreFailed {
        List<String> ids = new ArrayList<>();
        String after = "";
        while (true) {
            Catalog.Page page = catalog.page(ASKER, after);
            value(CatalogJson.readCatalog(page.json(), MAX)).datasets().forEach(each -> ids.add(each.id()));
            if (page.next().isEmpty()) {
                return ids;
            }
            after = ((ContinuationToken.AfterId) page.next().get()).lastId();
            assertThat(after).isEqualTo(ids.getLast());
        }
    }

    @Test
    @DisplayName("shows every dataset once over its pages, the same again from memory, and ends where it ends")
    void pages() throws StoreFailed {
        assertThat(ids()).isEmpty();
        List<String> expected = new ArrayList<>();
        for (int count : List.of(Catalog.PAGE, Catalog.PAGE + 1, 2 * Catalog.PAGE, 2 * Catalog.PAGE + 1)) {
            while (expected.size() < count) {
                expected.add("d%03d".formatted(expected.size()));
                keep(dataset(expected.getLast(), 1));
            }
            assertThat(ids()).isEqualTo(expected);
            assertThat(ids()).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("shows a dataset as it stands now, and not when it was withdrawn")
    void changes() throws StoreFailed {
        keep(dataset("a", 1));
        keep(dataset("b", 1));
        assertThat(ids()).containsExactly("a", "b");

        Dataset other = dataset("a", 2);
        keep(new Dataset(
                other.id(),
                Map.of("en", "Another title"),
                other.descriptions(),
                other.keywords(),
                other.licence(),
                other.facts(),
                other.offers(),
                other.answering(),
                other.content(),
                other.published(),
                other.withdrawn(),
                other.version()));
        keep(dataset("b", 1).withdrawn(Instant.EPOCH, "old"));

        assertThat(ids()).containsExactly("a");
        assertThat(Samples.text(catalog.page(ASKER, "").json())).contains("Another title");
        assertThat(catalog.dataset(ASKER, "a")).isPresent();
        assertThat(catalog.dataset(ASKER, "b")).isEmpty();
        assertThat(catalog.dataset(ASKER, "c")).isEmpty();
    }

    @Test
    @DisplayName(
            "tags a page by what it shows: the same after a restart, another when a dataset of it or its end changes")
    void tags() throws StoreFailed {
        for (int i = 0; i <= Catalog.PAGE; i++) {
            keep(dataset("d%03d".formatted(i), 1));
        }
        String first = catalog.page(ASKER, "").shown().tag();
        String second = catalog.page(ASKER, "d049").shown().tag();
        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
        assertThat(catalog().page(ASKER, "").shown().tag()).isEqualTo(first);

        keep(dataset("d050", 1).withdrawn(Instant.EPOCH, "old"));

        assertThat(catalog.page(ASKER, "d049").shown().tag()).isNotEqualTo(second);
        assertThat(catalog.page(ASKER, "").shown().tag()).isNotEqualTo(first);
        assertThat(catalog.dataset(ASKER, "d001").orElseThrow().tag())
                .isNotEqualTo(catalog.dataset(ASKER, "d002").orElseThrow().tag());
    }
}
