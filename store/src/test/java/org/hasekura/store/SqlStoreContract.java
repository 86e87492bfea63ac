package org.hasekura.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hasekura.store.Samples.NOW;
import static org.hasekura.store.Samples.PEER;
import static org.hasekura.store.Samples.commit;
import static org.hasekura.store.Samples.entry;
import static org.hasekura.store.Samples.withToken;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.evidence.TreeHead;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.DatasetListings;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.PeerCatalogs;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a store on a database does beyond the exchange's contract, the same on each database. */
abstract class SqlStoreContract extends ExchangeStoreContract {

    private SqlStore store;
    private final List<StoreFailed> failures = new ArrayList<>();

    /** The same database each time, empty at the beginning of a test. */
    abstract Database database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = SqlStore.open(database(), StoreSettings.DEFAULT, InstantSource.fixed(NOW), failures::add);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        assertThat(failures).isEmpty();
    }

    private void reopen() throws Exception {
        store.close();
        open();
    }

    @Override
    ExchangeStore store() {
        return store.exchange();
    }

    @Override
    DatasetListings listings() {
        return store.datasetListings();
    }

    @Override
    PeerCatalogs peerCatalogs() {
        return store.peerCatalogs();
    }

    @Test
    @DisplayName("finds everything again when it is opened again")
    void reopened() throws Exception {
        store().commit(withToken(
                PEER,
                "t",
                commit(
                        List.of(
                                new Change.OfNegotiation(Samples.fullNegotiation("n-1", 1)),
                                new Change.Send(Samples.outgoing("m-1", NOW))),
                        List.of(entry("n-1"), entry("n-1")))));
        TreeHead head = new TreeHead(2, Hash.sha256(new byte[1]));
        store.entries().advance(TreeHead.EMPTY, head);
        store.settings().put("key", "secret".getBytes(UTF_8));
        reopen();
        assertThat(store().negotiation("n-1")).contains(Samples.fullNegotiation("n-1", 1));
        assertThat(store().outbox()).containsExactly(Samples.outgoing("m-1", NOW));
        assertThat(store.entries().size()).isEqualTo(2);
        assertThat(store.entries().lastSigned()).isEqualTo(head);
        assertThat(store.settings().get("key")).contains("secret".getBytes(UTF_8));
        assertThat(store().commit(withToken(PEER, "t", commit()))).isEqualTo(new Committed.TokenReused());
        assertThat(store().commit(commit(List.of(), List.of(entry("n-1"))))).isEqualTo(new Committed.Done(2));
    }

    @Test
    @DisplayName("answers nothing once it is closed")
    void closed() throws Exception {
        ExchangeStore before = store();
        store.close();
        assertThatThrownBy(() -> before.commit(commit()))
                .isInstanceOf(StoreFailed.class)
                .hasMessage("the store is closed");
        assertThatThrownBy(() -> before.negotiation("n")).isInstanceOf(StoreFailed.class);
        open();
    }

    @Test
    @DisplayName("keeps a second node away while it is open")
    void alone() {
        assertThatThrownBy(
                        () -> SqlStore.open(database(), StoreSettings.DEFAULT, InstantSource.fixed(NOW), failures::add))
                .isInstanceOf(UnfitDatabase.class)
                .hasMessageContaining("in use by another node");
    }

    @Test
    @DisplayName("gives back the canonical bytes of entries, by index and by process")
    void entries() throws Exception {
        List<Entry> given = List.of(entry("a"), entry("b"), entry("a"));
        store().commit(commit(List.of(), given));
        EntryStore entries = store.entries();
        assertThat(entries.read(1, 9))
                .containsExactly(given.get(1).bytes(), given.get(2).bytes());
        assertThat(entries.read(0, 1)).containsExactly(given.get(0).bytes());
        assertThat(entries.read(3, 1)).isEmpty();
        assertThat(entries.entriesOf("a", 9)).extracting(IndexedEntry::index).containsExactly(0L, 2L);
        assertThat(entries.entriesOf("a", 1)).extracting(IndexedEntry::index).containsExactly(0L);
        assertThat(entries.entriesOf("\0", 9)).isEmpty();
    }

    @Test
    @DisplayName("lets the signed tree head go on from the last one only, and never back")
    void signedHead() throws Exception {
        EntryStore entries = store.entries();
        TreeHead one = new TreeHead(1, Hash.sha256(new byte[1]));
        TreeHead otherOne = new TreeHead(1, Hash.sha256(new byte[2]));
        TreeHead two = new TreeHead(2, Hash.sha256(new byte[3]));
        assertThat(entries.lastSigned()).isEqualTo(TreeHead.EMPTY);
        assertThat(entries.advance(TreeHead.EMPTY, one)).isTrue();
        assertThat(entries.advance(TreeHead.EMPTY, otherOne)).isFalse();
        assertThat(entries.advance(otherOne, two)).isFalse();
        assertThat(entries.lastSigned()).isEqualTo(one);
        assertThat(entries.advance(one, two)).isTrue();
        assertThat(entries.lastSigned()).isEqualTo(two);
        assertThatThrownBy(() -> entries.advance(two, one)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("tells a listener every later entry once, in order, and where it begins")
    void listener() throws Exception {
        store().commit(commit(List.of(), List.of(entry("before"))));
        List<byte[]> heard = new ArrayList<>();
        long from = store.entries().listen((first, entries) -> {
            assertThat(first).isEqualTo(1 + heard.size());
            heard.addAll(entries);
        });
        assertThat(from).isEqualTo(1);
        store().commit(commit(List.of(), List.of(entry("a"), entry("b"))));
        store().commit(commit());
        store().commit(commit(List.of(), List.of(entry("c"))));
        assertThat(heard)
                .containsExactly(
                        entry("a").bytes(), entry("b").bytes(), entry("c").bytes());
    }

    @Test
    @DisplayName("refuses a text that cannot be stored, alone, and goes on")
    void impossibleText() throws Exception {
        assertThatThrownBy(() -> store().commit(commit(new Change.OfNegotiation(Samples.negotiation("a\0")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().commit(withToken(PEER, "x".repeat(2_000), commit())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store().commit(commit(new Change.OfNegotiation(Samples.negotiation("a")))))
                .isEqualTo(new Committed.Done(0));
    }

    @Test
    @DisplayName("forgets tokens that have expired, and no others")
    void tokensExpire() throws Exception {
        store().commit(withToken(PEER, "t", commit()));
        assertThat(store.forgetTokens(NOW.plusSeconds(600))).isZero();
        assertThat(store().commit(withToken(PEER, "t", commit()))).isEqualTo(new Committed.TokenReused());
        assertThat(store.forgetTokens(NOW.plusSeconds(601))).isEqualTo(1);
        assertThat(store().commit(withToken(PEER, "t", commit()))).isEqualTo(new Committed.Done(0));
    }

    private static final BodyStore.Erasure RETENTION = new BodyStore.Erasure(PEER, Entry.ErasureGround.RETENTION, NOW);

    @Test
    @DisplayName("keeps bodies apart, so that they can be erased")
    void bodies() throws Exception {
        Hash hash = Hash.sha256("日本".getBytes(UTF_8));
        store().commit(commit(new Change.OfBody(hash.hex(), "日本"), new Change.OfBody(hash.hex(), "日本")));
        assertThat(store.bodies().find(hash))
                .hasValueSatisfying(body -> assertThat(body.bytes()).isEqualTo("日本".getBytes(UTF_8)));
        BodyStore.Body salted = BodyStore.Body.salted(new byte[] {1}, new byte[] {2}, NOW.minusSeconds(1));
        store.bodies().keep(salted);
        store.bodies().keep(salted);
        assertThat(store.bodies().find(salted.hash()).flatMap(BodyStore.Body::salt))
                .contains(new byte[] {1});
        assertThat(store.bodies().eraseOlderThan(NOW, Set.of(), RETENTION)).isEqualTo(1);
        var asked = new BodyStore.Erasure(PEER, Entry.ErasureGround.DATA_SUBJECT, NOW);
        assertThat(store.bodies().erasure(hash)).isEmpty();
        assertThat(store.bodies().erase(hash, asked)).isTrue();
        assertThat(store.bodies().erase(hash, asked)).isFalse();
        assertThat(store.bodies().find(hash)).isEmpty();
        assertThat(store.bodies().erasure(hash)).contains(new BodyStore.Erased(Entry.ErasureGround.DATA_SUBJECT, NOW));
        assertThat(store.entries().read(0, 9).stream()
                        .map(bytes -> Entry.parse(bytes).orElseThrow()))
                .as("evidence of each erasure, with its ground")
                .containsExactly(
                        new Entry.BodiesErased(PEER, NOW, Entry.ErasureGround.RETENTION, List.of(salted.hash())),
                        new Entry.BodiesErased(PEER, NOW, Entry.ErasureGround.DATA_SUBJECT, List.of(hash)));
    }

    @Test
    @DisplayName("erases old bodies in pieces, but none that is in use or younger")
    void retention() throws Exception {
        Set<String> inUse = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = ("body " + i).getBytes(UTF_8);
            // Many of one instant, so that pieces end between bodies of the same age.
            BodyStore.Body body = BodyStore.Body.of(bytes, NOW.minusSeconds(i < 900 ? 10 + i / 300 : 0));
            store.bodies().keep(body);
            if (i % 9 == 0) {
                inUse.add(body.hash().hex());
            }
        }
        assertThat(store.bodies().eraseOlderThan(NOW, inUse, RETENTION)).isEqualTo(800);
        assertThat(store.bodies().eraseOlderThan(NOW, inUse, RETENTION)).isZero();
        assertThat(store.bodies().eraseOlderThan(NOW, Set.of(), RETENTION)).isEqualTo(100);
        assertThat(store.bodies().eraseOlderThan(NOW.plusSeconds(1), Set.of(), RETENTION))
                .isEqualTo(100);
    }

    @Test
    @DisplayName("remembers settings, and the first value of what is made once")
    void settings() throws Exception {
        assertThat(store.settings().get("k")).isEqualTo(Optional.empty());
        assertThat(store.settings().putIfAbsent("k", new byte[] {1})).containsExactly(1);
        assertThat(store.settings().putIfAbsent("k", new byte[] {2})).containsExactly(1);
        store.settings().put("k", new byte[] {3});
        assertThat(store.settings().get("k")).contains(new byte[] {3});
    }

    @Test
    @DisplayName("keeps the answer to a named request with the change it tells of, and only for that request")
    void keptAnswers() throws Exception {
        var answered = new Change.Answered("key", "asked", "the answer", NOW.plusSeconds(60));
        store().commit(commit(new Change.OfNegotiation(Samples.fullNegotiation("n-1", 1)), answered));
        reopen();
        assertThat(store.answers().find("key", NOW)).contains(answered);
        assertThat(store.answers().find("key", NOW.plusSeconds(61))).isEmpty();
        assertThat(store.answers().find("other", NOW)).isEmpty();

        var ofOther = new Change.Answered("key", "asked something else", "no", NOW.plusSeconds(60));
        assertThat(store().commit(commit(new Change.OfNegotiation(Samples.fullNegotiation("n-2", 1)), ofOther)))
                .isInstanceOf(Committed.Conflict.class);
        assertThat(store().negotiation("n-2")).isEmpty();
        assertThat(store.answers().find("key", NOW)).contains(answered);

        assertThat(store.answers().forget(NOW.plusSeconds(61))).isEqualTo(1);
        assertThat(store().commit(commit(ofOther))).isInstanceOf(Committed.Done.class);
    }

    @Test
    @DisplayName("pages through what was changed since a time: what was begun since, is open or has ended since")
    void changedSince() throws Exception {
        List<Negotiation> kept = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            Negotiation begun = Samples.negotiation(
                    "n-%02d".formatted(hour), Optional.empty(), NOW.plus(Duration.ofHours(hour)), 1);
            store().commit(commit(new Change.OfNegotiation(begun)));
            boolean ends = hour % 3 != 0;
            Negotiation now = ends ? Samples.ended(begun, begun.created().plus(Duration.ofHours(hour % 7))) : begun;
            if (ends) {
                store().commit(commit(new Change.OfNegotiation(now)));
            }
            kept.add(now);
        }
        for (int hour = 0; hour < 32; hour++) {
            Instant since = NOW.plus(Duration.ofHours(hour));
            List<String> expected = kept.reversed().stream()
                    .filter(each -> !each.changed().isBefore(since))
                    .map(Negotiation::pid)
                    .toList();
            for (int size : List.of(1, 3, 100)) {
                assertThat(pagesSince(since, Optional.empty(), size))
                        .as("since hour %s, by %s", hour, size)
                        .isEqualTo(expected);
            }
            assertThat(pagesSince(since, Optional.of("REQUESTED"), 2))
                    .isEqualTo(expected.stream()
                            .filter(pid -> Integer.parseInt(pid.substring(2)) % 3 == 0)
                            .toList());
        }
    }

    private List<String> pagesSince(Instant since, Optional<String> state, int size) throws StoreFailed {
        List<String> all = new ArrayList<>();
        Optional<String> last = Optional.empty();
        while (true) {
            List<String> page = store
                    .listings()
                    .negotiations(
                            new ListQuery(state, Optional.empty(), Optional.empty(), Optional.of(since), last, size))
                    .stream()
                    .map(Negotiation::pid)
                    .toList();
            all.addAll(page);
            if (page.size() < size) {
                return all;
            }
            last = Optional.of(page.getLast());
        }
    }

    @Test
    @DisplayName("lists exchanges by peer, dataset, state and time of change, page by page")
    void exchangeLists() throws Exception {
        for (int at = 0; at < 5; at++) {
            store().commit(commit(new Change.OfNegotiation(Samples.fullNegotiation("n-" + at, 1))));
        }
        Listings listings = store.listings();
        var all = listings.negotiations(ListQuery.first(10));
        assertThat(all).hasSize(5);
        var sample = all.getFirst();
        Optional<String> none = Optional.empty();
        var ofSample = new ListQuery(
                Optional.of(sample.state().name()),
                Optional.of(sample.peer()),
                Optional.of(sample.datasetId()),
                Optional.of(sample.changed()),
                Optional.of(all.get(1).pid()),
                2);
        assertThat(listings.negotiations(ofSample)).isEqualTo(all.subList(2, 4));
        assertThat(listings.negotiations(
                        new ListQuery(none, Optional.of("did:web:x"), none, Optional.empty(), none, 9)))
                .isEmpty();
        assertThat(listings.negotiations(new ListQuery(
                        none, none, none, Optional.of(sample.changed().plusNanos(1)), none, 9)))
                .isEmpty();
        assertThat(listings.negotiations(new ListQuery(none, none, Optional.of("\0"), Optional.empty(), none, 9)))
                .isEmpty();
        assertThat(listings.transfers(ListQuery.first(9))).isEmpty();
        assertThat(listings.agreements(ListQuery.first(9))).isEmpty();
    }

    @Test
    @DisplayName("keeps webhooks with how far each was told, and lets one change at a time win")
    void webhooks() throws Exception {
        var webhook = new Webhook(
                "w-1",
                java.net.URI.create("https://hooks.example.eu/"),
                List.of("negotiation.*"),
                new Webhook.Secret("c2VjcmV0"),
                Optional.empty(),
                41,
                Optional.empty(),
                Optional.empty(),
                NOW,
                1);
        assertThat(store.webhooks().add(webhook, Optional.empty(), NOW)).isTrue();
        Webhook failing = webhook.rotated(new Webhook.Secret("bmV3"), NOW.plusSeconds(1))
                .failed(42, new Webhook.Failing(NOW, 3, "answered 500", NOW.plusSeconds(9)), Optional.empty());
        assertThat(store.webhooks().replace(failing)).as("two versions on").isFalse();
        Webhook told = webhook.told(50).givenUp(new Webhook.Disabled(NOW, "a test"));
        assertThat(store.webhooks().replace(webhook.told(50))).isTrue();
        assertThat(store.webhooks().replace(told)).isTrue();
        assertThat(store.webhooks().replace(webhook.told(60)))
                .as("from an old version")
                .isFalse();
        reopen();
        assertThat(store.webhooks().all()).containsExactly(told);
        assertThat(told.toString()).doesNotContain("c2VjcmV0");
        assertThat(store.webhooks().remove("w-1")).isTrue();
        assertThat(store.webhooks().find("w-1")).isEmpty();
    }
}
