package org.hasekura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.store.Samples.NOW;
import static org.hasekura.store.Samples.PEER;
import static org.hasekura.store.Samples.TERMS;
import static org.hasekura.store.Samples.commit;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetListings;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Listed;
import org.hasekura.exchange.PeerCatalog;
import org.hasekura.exchange.PeerCatalogs;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.Offer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What listings, their index, and catalogs of peers are held to, in memory and on each database. */
abstract class ListingsContract {

    abstract ExchangeStore store();

    abstract DatasetListings listings();

    abstract PeerCatalogs peerCatalogs();

    private void keep(Dataset dataset) throws StoreFailed {
        assertThat(store().commit(commit(new Change.OfDataset(dataset)))).isInstanceOf(Committed.Done.class);
    }

    private List<String> listed() throws StoreFailed {
        return listings().listed(0, Long.MAX_VALUE, 100).stream()
                .map(each -> each.number() + " " + each.id())
                .toList();
    }

    private static Dataset again(Dataset before) {
        return new Dataset(
                before.id(),
                Map.of("en", "Other"),
                before.descriptions(),
                before.keywords(),
                List.of("ENER"),
                List.of("JP"),
                before.licence(),
                before.facts(),
                before.offers(),
                before.answering(),
                before.content(),
                before.published(),
                Optional.empty(),
                before.version() + 1);
    }

    private static DatasetView view(String id, String title) {
        return new DatasetView(
                id,
                Map.of("ja", title),
                Map.of("und", "no language"),
                List.of("rail"),
                List.of("TRAN"),
                List.of("JP"),
                Optional.of(false),
                Optional.of("https://creativecommons.org/licenses/by/4.0/"),
                List.of(new Offer("o", TERMS)),
                List.of(
                        new DatasetView.Form(
                                "HttpData-PULL",
                                Optional.of(URI.create("https://node.example.jp/dsp")),
                                Optional.of("text/csv"),
                                OptionalLong.of(7)),
                        new DatasetView.Form("S3", Optional.empty(), Optional.empty(), OptionalLong.empty())),
                List.of());
    }

    private static PeerCatalog.Page page(long number, String tag) {
        return new PeerCatalog.Page(
                number,
                URI.create("https://node.example.jp/dsp/catalog/request?p=" + number),
                Optional.of(tag).filter(each -> !each.isEmpty()),
                Optional.of(URI.create("https://node.example.jp/next")));
    }

    @Test
    @DisplayName("lists a dataset under a new number each time it is published, and not when it is withdrawn")
    void numbers() throws Exception {
        Dataset a = Samples.dataset("a");
        keep(a);
        keep(Samples.dataset("b"));
        assertThat(listed()).containsExactly("0 a", "1 b");
        keep(again(a));
        keep(Samples.dataset("b").withdrawn(NOW, "old"));

        assertThat(listed()).containsExactly("2 a");
        assertThat(listings().gone()).containsExactlyInAnyOrder(0L, 1L);
        assertThat(listings().extent()).isEqualTo(new DatasetListings.Extent(3, 0));
        assertThat(listings().listed(2, 3, 1)).containsExactly(new Listed.Own(2, again(a)));
        assertThat(listings().listed(0, 2, 10)).isEmpty();
        // A commit that is refused lists nothing.
        assertThat(store().commit(commit(new Change.OfDataset(Samples.dataset("a")))))
                .isInstanceOf(Committed.Conflict.class);
        assertThat(listed()).containsExactly("2 a");
    }

    @Test
    @DisplayName("hands out the index by terms in the order of their bytes, shelf by shelf, and forgets what is gone")
    void index() throws Exception {
        keep(Samples.dataset("a"));
        keep(Samples.dataset("a").withdrawn(NOW, "old"));
        byte[] some = {0, 1};
        var terms = new TreeMap<>(Map.of("a:", some, "w:wind", some, "w:風", some, "w:\uD83D\uDCD6", some));
        listings().seal(0, terms);
        listings().seal(0, terms);
        listings().seal(1, new TreeMap<>(Map.of("a:", some)));

        assertThat(listings().extent().sealed()).isEqualTo(2);
        assertThat(shelves("w:", "w:\uDBFF\uDFFF")).containsExactly("w:wind 0", "w:風 0", "w:\uD83D\uDCD6 0");
        assertThat(shelves("a:", "a:\u0001")).containsExactly("a: 0", "a: 1");

        listings().bury(1, Optional.empty(), List.of());
        listings().bury(0, Optional.of(new byte[] {0, 2}), List.of(0L));

        assertThat(shelves("a:", "b")).containsExactly("a: 0");
        assertThat(listings().gone()).isEmpty();
        assertThat(shelves("w:", "x")).hasSize(3);
    }

    private List<String> shelves(String from, String before) throws StoreFailed {
        List<String> found = new ArrayList<>();
        listings().shelves(from, before, (term, shelf, numbers) -> {
            assertThat(numbers).hasSize(2);
            found.add(term + " " + shelf);
        });
        return found;
    }

    @Test
    @DisplayName("keeps the catalog of a peer: what is as before keeps its number, what was not seen leaves")
    void peers() throws Exception {
        PeerCatalog catalog =
                new PeerCatalog(PEER, NOW, NOW.plusSeconds(9), 2, Optional.of(NOW), 3, Optional.of("silent"));
        peerCatalogs().put(catalog);
        assertThat(peerCatalogs().all()).containsExactly(catalog);
        assertThat(peerCatalogs().find("did:web:other.example")).isEmpty();
        Instant later = NOW.plusSeconds(60);
        assertThat(peerCatalogs().keep(PEER, page(1, "x"), List.of(view("a", "鉄道"), view("b", "道路")), NOW))
                .isEqualTo(2);
        assertThat(peerCatalogs().keep(PEER, page(2, ""), List.of(view("c", "空港")), NOW))
                .isEqualTo(1);
        assertThat(listings().listed(0, 9, 9)).first().isEqualTo(new Listed.OfPeer(0, PEER, view("a", "鉄道"), NOW));
        assertThat(peerCatalogs().dataset(PEER, "a")).contains(view("a", "鉄道"));
        assertThat(peerCatalogs().dataset(PEER, "z")).isEmpty();
        assertThat(peerCatalogs().dataset("did:web:other.example", "a")).isEmpty();
        assertThat(peerCatalogs().page(PEER, 1)).contains(page(1, "x"));
        assertThat(peerCatalogs().page(PEER, 2)).isEmpty();

        assertThat(peerCatalogs().unchanged(PEER, 1, later)).isEqualTo(2);
        peerCatalogs().keep(PEER, page(2, "y"), List.of(view("d", "港")), later);
        assertThat(peerCatalogs().sweep(PEER, later, 2)).isEqualTo(3);
        assertThat(listed()).containsExactly("0 a", "1 b", "3 d");
        assertThat(listings().listed(0, 1, 1)).first().isEqualTo(new Listed.OfPeer(0, PEER, view("a", "鉄道"), later));

        peerCatalogs().keep(PEER, page(1, "z"), List.of(view("b", "道"), view("a", "鉄道")), later.plusSeconds(1));
        assertThat(peerCatalogs().sweep(PEER, later.plusSeconds(1), 1)).isEqualTo(2);
        assertThat(listed()).containsExactly("0 a", "4 b");
        assertThat(peerCatalogs().page(PEER, 2)).isEmpty();
    }

    @Test
    @DisplayName("forgets a peer with all that was listed of it, and nothing else")
    void removed() throws Exception {
        keep(Samples.dataset("a"));
        peerCatalogs().put(new PeerCatalog(PEER, NOW, NOW, 0, Optional.empty(), 0, Optional.empty()));
        peerCatalogs().keep(PEER, page(1, "x"), List.of(view("a", "鉄道")), NOW);
        assertThat(listed()).containsExactly("0 a", "1 a");

        peerCatalogs().remove(PEER);

        assertThat(peerCatalogs().dataset(PEER, "a")).isEmpty();
        assertThat(listed()).containsExactly("0 a");
        assertThat(peerCatalogs().all()).isEmpty();
        assertThat(peerCatalogs().page(PEER, 1)).isEmpty();
    }

    @Test
    @DisplayName("leaves out of a peer's page what cannot be stored, and keeps the rest")
    void unfit() throws Exception {
        assertThat(peerCatalogs()
                        .keep(PEER, page(1, "x"), List.of(view("a", "half \uD800 pair \0"), view("b", "道路")), NOW))
                .isBetween(1L, 2L);
        assertThat(listed()).last().asString().endsWith(" b");
    }
}
