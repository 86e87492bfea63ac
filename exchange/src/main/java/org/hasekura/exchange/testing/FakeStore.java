package org.hasekura.exchange.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.AgreementUse;
import org.hasekura.exchange.Audience;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetDraft;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.OnOffer;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Participant;

/**
 * A store in memory, held to the same contract as the real ones. It never fails by itself: wrap it in a
 * {@link CommitPoints}. What it holds outlives such a wrapper, as a disk outlives a node.
 */
public final class FakeStore implements ExchangeStore {

    private record Key(Class<?> kind, String id) {}

    private record OpenedByPeer(Class<?> kind, String peer, String peerPid) {}

    /** What one commit would change; thrown away if it is refused. */
    private final class Draft {
        private final Map<Key, Optional<Object>> rows = new LinkedHashMap<>();
        private final Map<OpenedByPeer, String> opened = new HashMap<>();

        Optional<Object> row(Key key) {
            return rows.getOrDefault(key, Optional.ofNullable(FakeStore.this.rows.get(key)));
        }

        /** Whether the change fits. */
        boolean take(Change change) {
            return switch (change) {
                case Change.OfNegotiation(Negotiation now) ->
                    next(
                                    now.pid(),
                                    now,
                                    now.version(),
                                    row(new Key(Negotiation.class, now.pid()))
                                            .map(before -> ((Negotiation) before).version()))
                            && opens(Negotiation.class, now.version(), now.peer(), now.peerPid(), now.pid());
                case Change.OfTransfer(Transfer now) ->
                    next(
                                    now.pid(),
                                    now,
                                    now.version(),
                                    row(new Key(Transfer.class, now.pid()))
                                            .map(before -> ((Transfer) before).version()))
                            && opens(Transfer.class, now.version(), now.peer(), now.peerPid(), now.pid());
                case Change.OfDataset(Dataset now) ->
                    next(
                            now.id(),
                            now,
                            now.version(),
                            row(new Key(Dataset.class, now.id())).map(before -> ((Dataset) before).version()));
                case Change.OfDraft(DatasetDraft now) ->
                    next(
                            now.id(),
                            now,
                            now.version(),
                            row(new Key(DatasetDraft.class, now.id()))
                                    .map(before -> ((DatasetDraft) before).version()));
                case Change.DraftGone(String id) -> {
                    rows.put(new Key(DatasetDraft.class, id), Optional.empty());
                    yield true;
                }
                case Change.OfAgreement(Concluded now) ->
                    row(new Key(Concluded.class, now.agreement().id()))
                                    .map(before -> (Concluded) before)
                                    .filter(before -> !before.peer().equals(now.peer())
                                            || !before.negotiationPid().equals(now.negotiationPid()))
                                    .isEmpty()
                            && put(now.agreement().id(), now);
                case Change.OfUse(AgreementUse now) ->
                    next(
                            now.agreementId(),
                            now,
                            now.count(),
                            row(new Key(AgreementUse.class, now.agreementId()))
                                    .map(before -> ((AgreementUse) before).count()));
                case Change.OfLimit(Limit now) ->
                    row(new Key(Limit.class, now.id()))
                                    .filter(before -> now.lifted().isEmpty()
                                            || ((Limit) before).lifted().isPresent())
                                    .isEmpty()
                            && put(now.id(), now);
                case Change.OfParticipant(Participant now) -> put(now.did().text(), now);
                case Change.Send(Outgoing now) -> put(now.id(), now);
                case Change.Tried(String id, int attempts) -> {
                    row(new Key(Outgoing.class, id))
                            .map(Outgoing.class::cast)
                            .ifPresent(now -> put(id, now.tried(attempts)));
                    yield true;
                }
                case Change.Sent(String id) -> {
                    rows.put(new Key(Outgoing.class, id), Optional.empty());
                    yield true;
                }
                case Change.OfBody body -> put(body.sha256(), body);
                case Change.Answered now ->
                    row(new Key(Change.Answered.class, now.name()))
                                    .map(Change.Answered.class::cast)
                                    .filter(before -> !before.request().equals(now.request()))
                                    .isEmpty()
                            && put(now.name(), now);
            };
        }

        private boolean next(String id, Object now, long version, Optional<Long> before) {
            return version == before.orElse(0L) + 1 && put(id, now);
        }

        private boolean opens(Class<?> kind, long version, String peer, Optional<String> peerPid, String pid) {
            if (version > 1 || peerPid.isEmpty()) {
                return true;
            }
            OpenedByPeer name = new OpenedByPeer(kind, peer, peerPid.get());
            return !FakeStore.this.opened.containsKey(name) && opened.putIfAbsent(name, pid) == null;
        }

        private boolean put(String id, Object now) {
            rows.put(new Key(now.getClass(), id), Optional.of(now));
            return true;
        }
    }

    // Guarded by this.
    private final Map<Key, Object> rows = new HashMap<>();
    private final Map<OpenedByPeer, String> opened = new HashMap<>();
    private final Set<List<String>> tokens = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private final FakeListings listings = new FakeListings();
    private final Set<String> grants = new TreeSet<>();
    private long datasetsChanged;

    /** What of it can be found, and what is put there of peers. */
    public FakeListings listings() {
        return listings;
    }

    /** The evidence so far; an entry's index is its place here. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized Optional<String> body(String sha256) {
        return row(Change.OfBody.class, sha256).map(Change.OfBody::body);
    }

    @Override
    public synchronized Committed commit(Commit commit) {
        Optional<List<String>> token = commit.token().map(each -> List.of(each.issuer(), each.tokenId()));
        if (token.filter(tokens::contains).isPresent()) {
            return new Committed.TokenReused();
        }
        Draft draft = new Draft();
        for (Change change : commit.changes()) {
            if (!draft.take(change)) {
                return new Committed.Conflict(change.getClass().getSimpleName());
            }
        }
        draft.rows.forEach((key, row) -> row.ifPresentOrElse(it -> rows.put(key, it), () -> rows.remove(key)));
        opened.putAll(draft.opened);
        commit.changes().forEach(listings::follow);
        commit.changes().stream()
                .flatMap(each -> each instanceof Change.OfDataset(Dataset dataset)
                        ? dataset.visibility().grants().stream()
                        : Stream.empty())
                .forEach(grants::add);
        datasetsChanged += commit.changes().stream()
                .filter(Change.OfDataset.class::isInstance)
                .count();
        token.ifPresent(tokens::add);
        long first = entries.size();
        entries.addAll(commit.entries());
        return new Committed.Done(first);
    }

    @Override
    public Optional<Negotiation> negotiation(String pid) {
        return row(Negotiation.class, pid);
    }

    @Override
    public synchronized Optional<Negotiation> negotiationOfPeer(String peer, String peerPid) {
        return Optional.ofNullable(opened.get(new OpenedByPeer(Negotiation.class, peer, peerPid)))
                .flatMap(this::negotiation);
    }

    @Override
    public Optional<Transfer> transfer(String pid) {
        return row(Transfer.class, pid);
    }

    @Override
    public synchronized Optional<Transfer> transferOfPeer(String peer, String peerPid) {
        return Optional.ofNullable(opened.get(new OpenedByPeer(Transfer.class, peer, peerPid)))
                .flatMap(this::transfer);
    }

    @Override
    public Optional<Concluded> agreement(String agreementId) {
        return row(Concluded.class, agreementId);
    }

    @Override
    public Optional<AgreementUse> use(String agreementId) {
        return row(AgreementUse.class, agreementId);
    }

    @Override
    public List<Limit> limits() {
        return all(Limit.class)
                .sorted(Comparator.comparing(Limit::given).thenComparing(Limit::id, FakeStore::compare))
                .toList();
    }

    @Override
    public Optional<Dataset> dataset(String datasetId) {
        return row(Dataset.class, datasetId);
    }

    @Override
    public List<Dataset> datasetsOnOffer(Audience audience, String after, int limit) {
        return all(Dataset.class)
                .filter(each -> each.isOnOffer() && audience.sees(each.visibility()) && compare(each.id(), after) > 0)
                .sorted((a, b) -> compare(a.id(), b.id()))
                .limit(Math.max(0, limit))
                .toList();
    }

    @Override
    public List<OnOffer> listedOnOffer(Audience audience, String after, int limit) {
        return datasetsOnOffer(audience, after, limit).stream()
                .map(each -> new OnOffer(each.id(), each.version()))
                .toList();
    }

    @Override
    public synchronized Set<String> grants() {
        return Set.copyOf(grants);
    }

    @Override
    public Optional<DatasetDraft> draft(String datasetId) {
        return row(DatasetDraft.class, datasetId);
    }

    @Override
    public List<DatasetDraft> drafts(String after, int limit) {
        return all(DatasetDraft.class)
                .filter(each -> compare(each.id(), after) > 0)
                .sorted((a, b) -> compare(a.id(), b.id()))
                .limit(Math.max(0, limit))
                .toList();
    }

    @Override
    public synchronized long datasetsChanged() {
        return datasetsChanged;
    }

    @Override
    public boolean isParticipant(String did) {
        return participant(did).isPresent();
    }

    @Override
    public Optional<Participant> participant(String did) {
        return row(Participant.class, did);
    }

    @Override
    public List<Participant> participants() {
        return all(Participant.class)
                .sorted((a, b) -> compare(a.did().text(), b.did().text()))
                .toList();
    }

    @Override
    public List<Negotiation> negotiations(String before, int limit) {
        return page(all(Negotiation.class).sorted(NEGOTIATION_AGE).toList(), Negotiation::pid, before, limit);
    }

    @Override
    public List<Transfer> transfers(String before, int limit) {
        return page(all(Transfer.class).sorted(TRANSFER_AGE).toList(), Transfer::pid, before, limit);
    }

    @Override
    public List<Concluded> agreements(String before, int limit) {
        List<Concluded> oldestFirst = all(Concluded.class)
                .sorted(Comparator.comparing(
                                (Concluded each) -> each.agreement().timestamp())
                        .thenComparing(each -> each.agreement().id(), FakeStore::compare))
                .toList();
        return page(oldestFirst, each -> each.agreement().id(), before, limit);
    }

    @Override
    public List<Outgoing> outbox() {
        return all(Outgoing.class)
                .sorted(Comparator.comparing(Outgoing::created).thenComparing(Outgoing::id, FakeStore::compare))
                .toList();
    }

    @Override
    public List<Negotiation> openNegotiations() {
        return all(Negotiation.class)
                .filter(Negotiation::isOpen)
                .sorted(NEGOTIATION_AGE)
                .toList();
    }

    @Override
    public List<Transfer> openTransfers() {
        return all(Transfer.class).filter(Transfer::isOpen).sorted(TRANSFER_AGE).toList();
    }

    private static final Comparator<Negotiation> NEGOTIATION_AGE =
            Comparator.comparing(Negotiation::created).thenComparing(Negotiation::pid, FakeStore::compare);
    private static final Comparator<Transfer> TRANSFER_AGE =
            Comparator.comparing(Transfer::created).thenComparing(Transfer::pid, FakeStore::compare);

    private static <T> List<T> page(List<T> oldestFirst, Function<T, String> pid, String before, int limit) {
        Stream<T> newestFirst = oldestFirst.reversed().stream();
        if (!before.isEmpty()) {
            if (oldestFirst.stream().map(pid).noneMatch(before::equals)) {
                return List.of();
            }
            newestFirst = newestFirst
                    .dropWhile(each -> !pid.apply(each).equals(before))
                    .skip(1);
        }
        return newestFirst.limit(Math.max(0, limit)).toList();
    }

    private synchronized <T> Optional<T> row(Class<T> kind, String id) {
        return Optional.ofNullable(rows.get(new Key(kind, id))).map(kind::cast);
    }

    private synchronized <T> Stream<T> all(Class<T> kind) {
        return rows.entrySet().stream()
                .filter(each -> each.getKey().kind() == kind)
                .map(each -> kind.cast(each.getValue()))
                .toList()
                .stream();
    }

    /** In the order of code points, which is that of UTF-8's bytes in a database, and not Java's of UTF-16. */
    private static int compare(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
