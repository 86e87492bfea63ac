package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.Samples.BASE;
import static org.hasekura.exchange.Samples.MAX;
import static org.hasekura.exchange.Samples.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.exchange.testing.FakeStore;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.policy.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A restricted dataset")
class RestrictedDatasetTest {

    private static final Map<String, String> OPEN_DATA = Map.of("nonPersonal", "true", "originRegime", "none");
    private static final Participant JAPAN = Pair.party("japan.example", "JP");
    private static final Participant KENYA = Pair.party("kenya.example", "KE");
    private static final String IN_JAPAN = JAPAN.did().text();
    private static final String IN_KENYA = KENYA.did().text();

    private final FakeStore store = new FakeStore();
    private final CatalogSearch search = Searching.in(store);
    private final Catalog catalog = new Catalog(
            new Self(Searching.SELF.did().text(), BASE), store, search, new Audiences(store, Searching.CLOCK));

    @BeforeEach
    void register() throws StoreFailed {
        commit(new Change.OfParticipant(JAPAN));
        commit(new Change.OfParticipant(KENYA));
        commit(new Change.OfDataset(open("a-open", 1)));
        commit(new Change.OfDataset(open("z-open", 1)));
    }

    private void commit(Change change) throws StoreFailed {
        assertThat(store.commit(new Commit(List.of(change), Optional.empty(), List.of())))
                .isInstanceOf(Committed.Done.class);
    }

    private static Dataset open(String id, long version) {
        return Searching.dataset(id, version, Map.of("en", "Soundings of the sea"), OPEN_DATA);
    }

    private void offer(String id, String... grants) throws StoreFailed {
        commit(new Change.OfDataset(open(id, 0).shownTo(only(grants))));
    }

    private static Visibility only(String... grants) {
        return Visibility.of(
                List.of(grants).stream().map(each -> value(Grant.parse(each))).toList());
    }

    private List<String> catalogOf(String asker) throws StoreFailed {
        return value(CatalogJson.readCatalog(catalog.page(asker, "").json(), MAX)).datasets().stream()
                .map(DatasetView::id)
                .toList();
    }

    private CatalogSearch.Found found(String asker) throws StoreFailed {
        return search.find(new CatalogSearch.Asked(
                Searching.filter(Map.of("text", List.of("soundings"))),
                OptionalLong.empty(),
                10,
                Optional.of(asker),
                true,
                true));
    }

    private static List<String> ids(CatalogSearch.Found found) {
        return found.hits().stream().map(hit -> hit.listed().id()).toList();
    }

    /** All that a peer can see of a catalog: pages, filtered pages, counts, tags, continuation. */
    private List<Object> everythingSeenBy(String asker) throws StoreFailed {
        List<Object> seen = new ArrayList<>();
        Catalog.Page first = catalog.page(asker, "");
        seen.addAll(List.of(Samples.text(first.json()), first.shown().tag(), first.link()));
        Catalog.Page filtered =
                catalog.page(Searching.filter(Map.of("text", List.of("sea"))), OptionalLong.empty(), asker);
        seen.addAll(List.of(Samples.text(filtered.json()), filtered.shown().tag(), filtered.link()));
        CatalogSearch.Found found = found(asker);
        seen.addAll(List.of(ids(found), found.total(), found.counts(), found.next()));
        seen.add(catalog.dataset(asker, "m-hidden").isPresent());
        return seen;
    }

    @Test
    @DisplayName("is there for the participant it names: on its page, in its searches, counts and answers")
    void named() throws StoreFailed {
        offer("m-hidden", IN_JAPAN);
        assertThat(catalogOf(IN_JAPAN)).containsExactly("a-open", "m-hidden", "z-open");
        assertThat(ids(found(IN_JAPAN))).containsExactlyInAnyOrder("a-open", "m-hidden", "z-open");
        assertThat(found(IN_JAPAN).total()).hasValue(3);
        assertThat(catalog.dataset(IN_JAPAN, "m-hidden")).isPresent();
    }

    @Test
    @DisplayName("changes nothing that anybody else can see: no page, text search, count, tag, link or answer")
    void leaksNothing() throws StoreFailed {
        List<Object> before = everythingSeenBy(IN_KENYA);
        List<Object> ofStrangers = everythingSeenBy("did:web:nobody.example");
        offer("m-hidden", IN_JAPAN, "credential:ISO27001");
        assertThat(everythingSeenBy(IN_KENYA)).isEqualTo(before);
        assertThat(everythingSeenBy("did:web:nobody.example")).isEqualTo(ofStrangers);
        assertThat(everythingSeenBy(IN_JAPAN)).isNotEqualTo(before);
        commit(new Change.OfDataset(store.dataset("m-hidden").orElseThrow().withdrawn(Instant.EPOCH, "over")));
        assertThat(everythingSeenBy(IN_KENYA)).isEqualTo(before);
    }

    @Test
    @DisplayName("leaks nothing either where it would have begun another page")
    void pages() throws StoreFailed {
        for (int i = 2; i < Catalog.PAGE; i++) {
            commit(new Change.OfDataset(open("b%03d".formatted(i), 1)));
        }
        assertThat(catalog.page(IN_KENYA, "").next()).isEmpty();
        offer("m-hidden", IN_JAPAN);
        assertThat(catalog.page(IN_KENYA, "").next()).isEmpty();
        assertThat(catalogOf(IN_KENYA)).hasSize(Catalog.PAGE).doesNotContain("m-hidden");
        Catalog.Page first = catalog.page(IN_JAPAN, "");
        assertThat(first.next()).contains(new ContinuationToken.AfterId("m-hidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"country:JP", "country:JPN", "did:web:japan.example"})
    @DisplayName("is shown by a participant's name or by what the register says of it")
    void byFact(String grant) throws StoreFailed {
        offer("m-hidden", grant);
        assertThat(catalogOf(IN_JAPAN)).contains("m-hidden");
        assertThat(catalogOf(IN_KENYA)).doesNotContain("m-hidden");
        assertThat(ids(found(IN_KENYA))).doesNotContain("m-hidden");
    }

    @Test
    @DisplayName("follows the register: whoever loses the fact loses sight of it")
    void factsChange() throws StoreFailed {
        offer("m-hidden", "country:KE");
        assertThat(catalogOf(IN_KENYA)).contains("m-hidden");
        commit(new Change.OfParticipant(Pair.party("kenya.example", "TZ")));
        assertThat(catalogOf(IN_KENYA)).doesNotContain("m-hidden");
        assertThat(ids(found(IN_KENYA))).doesNotContain("m-hidden");
    }

    @Test
    @DisplayName("is shown to others, or to everybody, from the next commit on")
    void changes() throws StoreFailed {
        offer("m-hidden", IN_JAPAN);
        assertThat(catalogOf(IN_KENYA)).doesNotContain("m-hidden");
        commit(new Change.OfDataset(store.dataset("m-hidden").orElseThrow().shownTo(only(IN_KENYA))));
        assertThat(catalogOf(IN_KENYA)).contains("m-hidden");
        assertThat(catalogOf(IN_JAPAN)).doesNotContain("m-hidden");
        assertThat(ids(found(IN_JAPAN))).doesNotContain("m-hidden");
        commit(new Change.OfDataset(store.dataset("m-hidden").orElseThrow().shownTo(Visibility.everyone())));
        assertThat(catalogOf(IN_JAPAN)).contains("m-hidden");
        assertThat(ids(found("did:web:nobody.example"))).contains("m-hidden");
    }

    @Test
    @DisplayName("is found by this node's own people whomever it is shown to")
    void ownPeople() throws StoreFailed {
        offer("m-hidden", IN_JAPAN);
        assertThat(Searching.ids(search, Searching.filter(Map.of()), true, 10)).contains("m-hidden");
        assertThat(store.datasetsOnOffer("", 10)).extracting(Dataset::id).contains("m-hidden");
    }

    @Test
    @DisplayName("stays hidden when the index has been sealed over it")
    void sealed() throws StoreFailed {
        offer("m-hidden", IN_JAPAN);
        for (int i = 0; i < 2 * Shelf.PLACES; i++) {
            commit(new Change.OfDataset(open("n%05d".formatted(i), 1)));
        }
        search.tidy();
        assertThat(store.listings().extent().sealed()).isPositive();
        assertThat(found(IN_JAPAN).total()).hasValue(2L * Shelf.PLACES + 3);
        assertThat(found(IN_KENYA).total()).hasValue(2L * Shelf.PLACES + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "did:", "japan", "country:", "country:Japan", "colour:red", "role:king", "did:web:a b"})
    @DisplayName("is restricted to nobody by what names nobody")
    void unreadable(String grant) {
        assertThat(Grant.parse(grant)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    @DisplayName("reads what it writes of every fact")
    void written() {
        for (Fact.Name name : Fact.Name.values()) {
            String sample = name == Fact.Name.COUNTRY
                    ? "JP"
                    : name.codes().isEmpty() ? "some words" : name.codes().getFirst();
            String text = name.text() + ":" + sample;
            assertThat(value(Grant.parse(text)).text()).isEqualTo(text);
        }
    }
}
