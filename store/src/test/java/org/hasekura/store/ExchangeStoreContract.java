package org.hasekura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.store.Samples.NOW;
import static org.hasekura.store.Samples.PEER;
import static org.hasekura.store.Samples.commit;
import static org.hasekura.store.Samples.entry;
import static org.hasekura.store.Samples.withToken;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hasekura.exchange.AgreementUse;
import org.hasekura.exchange.AnswerRule;
import org.hasekura.exchange.Audience;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetDraft;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Grant;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.OnOffer;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;
import org.hasekura.exchange.Visibility;
import org.hasekura.identity.Participant;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Reading;
import org.hasekura.policy.Terms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every exchange store must do, the fake one too. */
abstract class ExchangeStoreContract extends ListingsContract {

    /** The store under test, empty at the beginning of each test. */
    @Override
    abstract ExchangeStore store();

    private static void isDone(Committed committed, long firstIndex) {
        assertThat(committed).isEqualTo(new Committed.Done(firstIndex));
    }

    private static void isConflict(Committed committed) {
        assertThat(committed).isInstanceOf(Committed.Conflict.class);
    }

    @Test
    @DisplayName("gives back every field of what it was given")
    void everyField() throws Exception {
        Negotiation negotiation = Samples.fullNegotiation("n-1", 1);
        Transfer transfer = Samples.transfer("t-1", Optional.of("theirs"), TransferState.STARTED, 1);
        Dataset dataset = Samples.dataset("cells");
        Concluded concluded = Samples.concluded(PEER, Optional.of(NOW));
        Participant participant = Samples.participant(PEER);
        Outgoing outgoing = Samples.outgoing("m-1", NOW);
        isDone(
                store().commit(commit(
                        new Change.OfNegotiation(negotiation),
                        new Change.OfTransfer(transfer),
                        new Change.OfDataset(dataset),
                        new Change.OfAgreement(concluded),
                        new Change.OfParticipant(participant),
                        new Change.Send(outgoing))),
                0);
        assertThat(store().negotiation("n-1")).contains(negotiation);
        assertThat(store().transfer("t-1")).contains(transfer);
        assertThat(store().dataset("cells")).contains(dataset);
        assertThat(store().agreement(concluded.agreement().id())).contains(concluded);
        assertThat(store().participant(PEER)).contains(participant);
        assertThat(store().isParticipant(PEER)).isTrue();
        assertThat(store().outbox()).containsExactly(outgoing);
    }

    @Test
    @DisplayName("knows nothing that was not stored")
    void unknown() throws Exception {
        assertThat(store().negotiation("n")).isEmpty();
        assertThat(store().negotiationOfPeer(PEER, "n")).isEmpty();
        assertThat(store().transfer("t")).isEmpty();
        assertThat(store().agreement("a")).isEmpty();
        assertThat(store().dataset("d")).isEmpty();
        assertThat(store().participant("did:web:nobody.example")).isEmpty();
        assertThat(store().isParticipant("did:web:nobody.example")).isFalse();
        assertThat(store().listedOnOffer(Audience.everybody(), "", -1)).isEmpty();
        assertThat(store().negotiations("n", 5)).isEmpty();
        assertThat(store().agreements("", -1)).isEmpty();
        assertThat(store().datasetsOnOffer("", -1)).isEmpty();
        assertThat(store().outbox()).isEmpty();
    }

    @Test
    @DisplayName("finds nothing under a name that cannot be stored, and goes on")
    void impossibleNames() throws Exception {
        for (String name : List.of("a\0b", "\ud800", "x".repeat(100_000))) {
            assertThat(store().negotiation(name)).isEmpty();
            assertThat(store().negotiationOfPeer(PEER, name)).isEmpty();
            assertThat(store().datasetsOnOffer(name, 1)).isEmpty();
            assertThat(store().listedOnOffer(Audience.everybody(), name, 1)).isEmpty();
            assertThat(store().isParticipant(name)).isFalse();
            assertThat(store().transfers(name, 1)).isEmpty();
        }
        isDone(store().commit(commit(new Change.OfNegotiation(Samples.negotiation("n-1")))), 0);
    }

    @Test
    @DisplayName("takes the next version of a process and no other")
    void versions() throws Exception {
        Negotiation first = Samples.negotiation("n-1");
        Negotiation second = Samples.fullNegotiation("n-1", 2);
        isConflict(store().commit(commit(new Change.OfNegotiation(second))));
        isDone(store().commit(commit(new Change.OfNegotiation(first))), 0);
        isConflict(store().commit(commit(new Change.OfNegotiation(first))));
        isConflict(store().commit(commit(new Change.OfNegotiation(Samples.fullNegotiation("n-1", 3)))));
        isDone(store().commit(commit(new Change.OfNegotiation(second))), 0);
        isConflict(store().commit(commit(new Change.OfNegotiation(second))));
        assertThat(store().negotiation("n-1")).contains(second);
    }

    @Test
    @DisplayName("changes nothing at all where one change conflicts")
    void wholeOrNotAtAll() throws Exception {
        isDone(store().commit(commit(new Change.OfNegotiation(Samples.negotiation("n-1")))), 0);
        isConflict(store().commit(withToken(
                PEER,
                "token-1",
                commit(
                        List.of(
                                new Change.OfDataset(Samples.dataset("cells")),
                                new Change.Send(Samples.outgoing("m-1", NOW)),
                                new Change.OfNegotiation(Samples.negotiation("n-1"))),
                        List.of(entry("n-1"))))));
        assertThat(store().dataset("cells")).isEmpty();
        assertThat(store().outbox()).isEmpty();
        // Neither the token is used nor the index taken.
        isDone(store().commit(withToken(PEER, "token-1", commit(List.of(), List.of(entry("n-1"))))), 0);
    }

    @Test
    @DisplayName("refuses a token that was used before, whole, but not another issuer's of the same id")
    void tokens() throws Exception {
        isDone(store().commit(withToken(PEER, "t", commit())), 0);
        assertThat(store().commit(withToken(PEER, "t", commit(new Change.OfDataset(Samples.dataset("cells"))))))
                .isEqualTo(new Committed.TokenReused());
        assertThat(store().dataset("cells")).isEmpty();
        isDone(store().commit(withToken("did:web:node.example.ke", "t", commit())), 0);
    }

    @Test
    @DisplayName("numbers entries without a gap, over commits with none, one and several")
    void indexes() throws Exception {
        isDone(store().commit(commit(List.of(), List.of(entry("a"), entry("b")))), 0);
        isDone(store().commit(commit()), 2);
        isDone(store().commit(commit(List.of(), List.of(entry("c")))), 2);
        isDone(store().commit(commit(List.of(), List.of(entry("d"), entry("e"), entry("f")))), 3);
        isDone(store().commit(commit()), 6);
    }

    @Test
    @DisplayName("opens only one process for a peer's name of it")
    void openedByPeer() throws Exception {
        Negotiation theirs = Samples.negotiation("n-1", Optional.of("theirs"), NOW, 1);
        isDone(store().commit(commit(new Change.OfNegotiation(theirs))), 0);
        isConflict(store().commit(
                        commit(new Change.OfNegotiation(Samples.negotiation("n-2", Optional.of("theirs"), NOW, 1)))));
        Transfer transfer = Samples.transfer("t-1", Optional.of("theirs"), TransferState.REQUESTED, 1);
        isDone(store().commit(commit(new Change.OfTransfer(transfer))), 0);
        isConflict(store().commit(commit(
                new Change.OfTransfer(Samples.transfer("t-2", Optional.of("theirs"), TransferState.REQUESTED, 1)))));
        assertThat(store().negotiationOfPeer(PEER, "theirs")).contains(theirs);
        assertThat(store().transferOfPeer(PEER, "theirs")).contains(transfer);
        assertThat(store().negotiationOfPeer("did:web:other.example", "theirs")).isEmpty();
    }

    @Test
    @DisplayName("lets a peer give the same name to two processes that we opened")
    void namedByPeer() throws Exception {
        for (String pid : List.of("n-1", "n-2")) {
            isDone(store().commit(commit(new Change.OfNegotiation(Samples.negotiation(pid)))), 0);
            isDone(
                    store().commit(commit(
                            new Change.OfNegotiation(Samples.negotiation(pid, Optional.of("same"), NOW, 2)))),
                    0);
        }
        assertThat(store().negotiationOfPeer(PEER, "same")).isEmpty();
    }

    @Test
    @DisplayName("keeps an agreement from being replaced by another peer's with the same id")
    void agreementIds() throws Exception {
        isDone(store().commit(commit(new Change.OfAgreement(Samples.concluded(PEER, Optional.empty())))), 0);
        isConflict(store().commit(
                        commit(new Change.OfAgreement(Samples.concluded("did:web:other.example", Optional.empty())))));
        Concluded ended = Samples.concluded(PEER, Optional.of(NOW));
        isDone(store().commit(commit(new Change.OfAgreement(ended))), 0);
        assertThat(store().agreements("", 9)).containsExactly(ended);
    }

    @Test
    @DisplayName("counts the tries of a message that is on its way, and forgets those of one that is not")
    void tries() throws Exception {
        Outgoing outgoing = Samples.outgoing("m-1", NOW);
        isDone(store().commit(commit(new Change.Send(outgoing), new Change.Tried("m-1", 7))), 0);
        assertThat(store().outbox()).containsExactly(outgoing.tried(7));
        isDone(store().commit(commit(new Change.Sent("m-1"))), 0);
        isDone(store().commit(commit(new Change.Tried("m-1", 8))), 0);
        assertThat(store().outbox()).isEmpty();
    }

    @Test
    @DisplayName("counts the uses of an agreement one by one, and keeps when the first was")
    void uses() throws Exception {
        assertThat(store().use("a-1")).isEmpty();
        isConflict(store().commit(commit(new Change.OfUse(new AgreementUse("a-1", 2, NOW)))));
        isDone(store().commit(commit(new Change.OfUse(new AgreementUse("a-1", 1, NOW)))), 0);
        isConflict(store().commit(commit(new Change.OfUse(new AgreementUse("a-1", 1, NOW)))));
        isDone(store().commit(commit(new Change.OfUse(new AgreementUse("a-1", 2, NOW)))), 0);
        assertThat(store().use("a-1")).contains(new AgreementUse("a-1", 2, NOW));
        assertThat(store().use("a-2")).isEmpty();
        assertThat(store().use("a\0")).isEmpty();
    }

    @Test
    @DisplayName("keeps limits on connections in their order, and lifts each once")
    void limits() throws Exception {
        assertThat(store().limits()).isEmpty();
        Limit party = limit("l-2", new Limit.Target.Party(PEER), Optional.of(NOW.plusSeconds(5)), Optional.empty());
        Limit supplier = limit("l-1", new Limit.Target.Supplier("Cable Works"), Optional.empty(), Optional.empty());
        isDone(store().commit(commit(new Change.OfLimit(party), new Change.OfLimit(supplier))), 0);
        isConflict(store().commit(commit(new Change.OfLimit(party))));
        assertThat(store().limits()).containsExactly(supplier, party);
        Limit lifted = limit(
                "l-2",
                party.target(),
                party.until(),
                Optional.of(new Limit.Lifting(NOW.plusSeconds(1), "operator", "over")));
        isDone(store().commit(commit(new Change.OfLimit(lifted))), 0);
        isConflict(store().commit(commit(new Change.OfLimit(lifted))));
        assertThat(store().limits()).containsExactly(supplier, lifted);
    }

    private static Limit limit(
            String id, Limit.Target target, Optional<Instant> until, Optional<Limit.Lifting> lifted) {
        return new Limit(id, target, Limit.Effect.SUSPEND, NOW, until, "examined", "order 7", "operator", NOW, lifted);
    }

    @Test
    @DisplayName("keeps a dataset's rules of answering as they were written")
    void rules() throws Exception {
        Dataset plain = Samples.dataset("cells");
        var rule = new AnswerRule(
                "partners",
                AnswerRule.Match.EQUAL,
                Optional.of(Terms.permitting(Permission.use())),
                List.of(Constraint.Atomic.of("spatial", Operator.IS_PART_OF, "EEA", "JP")),
                AnswerRule.Then.REFUSE,
                Optional.of("not yet"));
        var ruled = new Dataset(
                "cells",
                plain.titles(),
                plain.descriptions(),
                plain.keywords(),
                plain.licence(),
                plain.facts(),
                plain.offers(),
                Dataset.Answering.by(List.of(rule)),
                plain.content(),
                plain.published(),
                plain.withdrawn(),
                plain.version());
        isDone(store().commit(commit(new Change.OfDataset(ruled))), 0);
        assertThat(store().dataset("cells")).contains(ruled);
    }

    @Test
    @DisplayName("pages through agreements from the newest on, and finds none before one that is unknown")
    void agreementPages() throws Exception {
        List<Concluded> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // Two of the same second, whose ids decide.
            Concluded each = Samples.concluded("agreement-" + i, NOW.plusSeconds(i / 2));
            isDone(store().commit(commit(new Change.OfAgreement(each))), 0);
            made.addFirst(each);
        }
        List<Concluded> found = new ArrayList<>();
        String before = "";
        for (List<Concluded> page = store().agreements(before, 2);
                !page.isEmpty();
                page = store().agreements(before, 2)) {
            found.addAll(page);
            before = page.getLast().agreement().id();
        }
        assertThat(found).isEqualTo(made);
        assertThat(store().agreements("nobody's", 2)).isEmpty();
    }

    @Test
    @DisplayName("pages through datasets on offer in the order of their ids' bytes")
    void datasets() throws Exception {
        // U+FF5E sorts after U+10000 as UTF-16 and before it as UTF-8; capitals sort before small letters.
        List<String> ids = List.of("B", "a", "a-1", "a1", "é", "日本", "\uff5e", "\ud800\udc00");
        for (String id : ids.reversed()) {
            isDone(store().commit(commit(new Change.OfDataset(Samples.dataset(id)))), 0);
        }
        Dataset withdrawn = Samples.dataset("a-1").withdrawn(NOW, "old");
        isDone(store().commit(commit(new Change.OfDataset(withdrawn))), 0);
        List<String> found = new ArrayList<>();
        String after = "";
        for (List<Dataset> page = store().datasetsOnOffer(after, 3);
                !page.isEmpty();
                page = store().datasetsOnOffer(after, 3)) {
            assertThat(store().listedOnOffer(Audience.own(), after, 3))
                    .isEqualTo(page.stream()
                            .map(each -> new OnOffer(each.id(), each.version()))
                            .toList());
            page.forEach(each -> found.add(each.id()));
            after = found.getLast();
        }
        assertThat(found).containsExactly("B", "a", "a1", "é", "日本", "\uff5e", "\ud800\udc00");
        assertThat(store().dataset("a-1")).contains(withdrawn);
    }

    @Test
    @DisplayName("pages through datasets as an audience sees them, each once, in order, whatever shows it to them")
    void audiences() throws Exception {
        Visibility some = restricted("did:web:a.example", "country:JP");
        isDone(store().commit(commit(new Change.OfDataset(Samples.dataset("b-open")))), 0);
        isDone(store().commit(commit(new Change.OfDataset(shown("c-some", 1, some)))), 0);
        isDone(store().commit(commit(new Change.OfDataset(shown("a-jp", 1, restricted("country:JP"))))), 0);
        isDone(store().commit(commit(new Change.OfDataset(Samples.dataset("d-open")))), 0);
        assertThat(store().dataset("c-some").orElseThrow().visibility()).isEqualTo(some);
        assertThat(store().grants()).containsExactlyInAnyOrder("did:web:a.example", "country:JP");

        assertThat(seen(Audience.own())).containsExactly("a-jp", "b-open", "c-some", "d-open");
        assertThat(seen(Audience.everybody())).containsExactly("b-open", "d-open");
        assertThat(seen(peer("country:DE"))).containsExactly("b-open", "d-open");
        assertThat(seen(peer("did:web:a.example"))).containsExactly("b-open", "c-some", "d-open");
        assertThat(seen(peer("did:web:a.example", "country:JP"))).containsExactly("a-jp", "b-open", "c-some", "d-open");

        isDone(store().commit(commit(new Change.OfDataset(shown("c-some", 2, Visibility.everyone())))), 0);
        isDone(
                store().commit(commit(new Change.OfDataset(
                        store().dataset("a-jp").orElseThrow().withdrawn(NOW, "over")))),
                0);
        assertThat(seen(Audience.everybody())).containsExactly("b-open", "c-some", "d-open");
        assertThat(seen(peer("country:JP"))).containsExactly("b-open", "c-some", "d-open");
    }

    private static Visibility restricted(String... grants) {
        return Visibility.of(Stream.of(grants)
                .map(each -> switch (Grant.parse(each)) {
                    case Reading.Read<Grant>(Grant grant) -> grant;
                    case Reading.Refused<Grant> refused -> throw new AssertionError(refused.sentence());
                })
                .toList());
    }

    private static Dataset shown(String id, long version, Visibility visibility) {
        Dataset dataset = Samples.dataset(id);
        for (long each = 1; each < version; each++) {
            dataset = dataset.shownTo(visibility);
        }
        return version > 1 ? dataset : Samples.dataset(id, visibility);
    }

    private static Audience peer(String... grants) {
        return new Audience.Peer(new TreeSet<>(List.of(grants)));
    }

    /** Read by names alone and whole, two at a time, with the same result. */
    private List<String> seen(Audience audience) throws Exception {
        List<String> ids = new ArrayList<>();
        String after = "";
        for (List<Dataset> page = store().datasetsOnOffer(audience, after, 2);
                !page.isEmpty();
                page = store().datasetsOnOffer(audience, after, 2)) {
            assertThat(store().listedOnOffer(audience, after, 2))
                    .isEqualTo(page.stream()
                            .map(each -> new OnOffer(each.id(), each.version()))
                            .toList());
            page.forEach(each -> ids.add(each.id()));
            after = ids.getLast();
        }
        return ids;
    }

    @Test
    @DisplayName("keeps descriptions that are not published apart from datasets, and discards them")
    void drafts() throws Exception {
        isDone(store().commit(commit(new Change.OfDataset(Samples.dataset("cells")))), 0);
        for (String id : List.of("sea", "cells", "日本")) {
            isDone(store().commit(commit(new Change.OfDraft(new DatasetDraft(id, "{}", NOW, 1)))), 0);
        }
        var next = new DatasetDraft("sea", "{\"id\":\"sea\"}", NOW.plusSeconds(1), 2);
        isDone(store().commit(commit(new Change.OfDraft(next))), 0);
        assertThat(store().commit(commit(new Change.OfDraft(next)))).isInstanceOf(Committed.Conflict.class);

        assertThat(store().draft("sea")).contains(next);
        assertThat(store().drafts("", 2)).extracting(DatasetDraft::id).containsExactly("cells", "sea");
        assertThat(store().drafts("sea", 2)).extracting(DatasetDraft::id).containsExactly("日本");
        assertThat(store().datasetsOnOffer("", 10)).extracting(Dataset::id).containsExactly("cells");

        isDone(store().commit(commit(new Change.DraftGone("cells"), new Change.DraftGone("nothing"))), 0);
        assertThat(store().draft("cells")).isEmpty();
        assertThat(store().dataset("cells")).isPresent();
        isDone(store().commit(commit(new Change.OfDraft(new DatasetDraft("cells", "{}", NOW, 1)))), 0);
    }

    @Test
    @DisplayName("pages through processes, newest first, those of one instant by their names")
    void pages() throws Exception {
        for (int i : List.of(3, 1, 4, 0, 2)) {
            isDone(
                    store().commit(commit(
                            new Change.OfNegotiation(
                                    Samples.negotiation("n-" + i, Optional.empty(), NOW.plusNanos(i / 2), 1)),
                            new Change.OfTransfer(
                                    Samples.transfer("t-" + i, Optional.empty(), TransferState.REQUESTED, 1)))),
                    0);
        }
        assertThat(store().negotiations("", 2)).extracting(Negotiation::pid).containsExactly("n-4", "n-3");
        assertThat(store().negotiations("n-3", 9)).extracting(Negotiation::pid).containsExactly("n-2", "n-1", "n-0");
        assertThat(store().transfers("t-1", 9)).extracting(Transfer::pid).containsExactly("t-0");
        assertThat(store().transfers("", 1)).extracting(Transfer::pid).containsExactly("t-4");
    }

    @Test
    @DisplayName("knows which processes are open, oldest first")
    void openProcesses() throws Exception {
        Negotiation ending = Samples.negotiation("n-1");
        isDone(
                store().commit(commit(
                        new Change.OfNegotiation(ending),
                        new Change.OfNegotiation(Samples.negotiation("n-3", Optional.empty(), NOW, 1)),
                        new Change.OfNegotiation(Samples.negotiation("n-2", Optional.empty(), NOW.plusSeconds(1), 1)),
                        new Change.OfTransfer(Samples.transfer("t-1", Optional.empty(), TransferState.COMPLETED, 1)),
                        new Change.OfTransfer(Samples.transfer("t-2", Optional.empty(), TransferState.STARTED, 1)))),
                0);
        isDone(store().commit(commit(new Change.OfNegotiation(Samples.ended(ending)))), 0);
        assertThat(store().openNegotiations()).extracting(Negotiation::pid).containsExactly("n-3", "n-2");
        assertThat(store().openTransfers()).extracting(Transfer::pid).containsExactly("t-2");
    }

    @Test
    @DisplayName("keeps what is on its way in the order it was made, until it was sent")
    void outbox() throws Exception {
        Outgoing first = Samples.outgoing("m-2", NOW);
        Outgoing second = Samples.outgoing("m-1", NOW.plusNanos(1));
        isDone(store().commit(commit(new Change.Send(second), new Change.Send(first))), 0);
        isDone(store().commit(commit(new Change.Send(first.triedAgain()))), 0);
        assertThat(store().outbox()).containsExactly(first.triedAgain(), second);
        isDone(store().commit(commit(new Change.Sent("m-2"), new Change.Sent("m-never"))), 0);
        assertThat(store().outbox()).containsExactly(second);
    }

    @Test
    @DisplayName("replaces what the register says of a participant, and lists the register by DID")
    void register() throws Exception {
        Participant before = new Participant(Samples.participant(PEER).did(), List.of(), List.of());
        isDone(store().commit(commit(new Change.OfParticipant(before))), 0);
        isDone(
                store().commit(commit(
                        new Change.OfParticipant(Samples.participant(PEER)),
                        new Change.OfParticipant(Samples.participant("did:web:a.example")))),
                0);
        assertThat(store().participants())
                .containsExactly(Samples.participant("did:web:a.example"), Samples.participant(PEER));
    }

    @Test
    @DisplayName("takes many commits at once: all acknowledged are there, their indexes without a gap")
    void concurrently() throws Exception {
        int processes = 200;
        List<Callable<List<Long>>> work = IntStream.range(0, processes)
                .<Callable<List<Long>>>mapToObj(i -> () -> walk("n-" + i))
                .toList();
        List<Long> indexes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Long>> each : threads.invokeAll(work)) {
                indexes.addAll(each.get());
            }
        }
        assertThat(indexes)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, processes * 3L).boxed().toList());
        for (int i = 0; i < processes; i++) {
            assertThat(store().negotiation("n-" + i).map(Negotiation::version)).contains(3L);
        }
    }

    private List<Long> walk(String pid) throws Exception {
        List<Long> indexes = new ArrayList<>();
        for (long version = 1; version <= 3; version++) {
            Negotiation next = Samples.negotiation(pid, Optional.empty(), NOW, version);
            Committed committed = store().commit(withToken(
                    PEER, pid + version, commit(List.of(new Change.OfNegotiation(next)), List.of(entry(pid)))));
            if (committed instanceof Committed.Done(long index)) {
                indexes.add(index);
            }
        }
        return indexes;
    }

    @Test
    @DisplayName("lets one of many that change the same process win")
    void rivals() throws Exception {
        isDone(store().commit(commit(new Change.OfNegotiation(Samples.negotiation("n-1")))), 0);
        List<Callable<Committed>> rivals = IntStream.range(0, 50)
                .<Callable<Committed>>mapToObj(_ -> () -> store().commit(commit(
                        List.of(new Change.OfNegotiation(Samples.fullNegotiation("n-1", 2))), List.of(entry("n-1")))))
                .toList();
        List<Committed> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Committed> each : threads.invokeAll(rivals)) {
                outcomes.add(each.get());
            }
        }
        assertThat(outcomes).filteredOn(Committed.Done.class::isInstance).containsExactly(new Committed.Done(0));
        assertThat(outcomes).filteredOn(Committed.Conflict.class::isInstance).hasSize(49);
    }
}
