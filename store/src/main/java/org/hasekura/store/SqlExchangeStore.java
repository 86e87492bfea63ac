package org.hasekura.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.hasekura.exchange.ProcessKind;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantJson;

/** The exchange's port on SQL. */
final class SqlExchangeStore implements ExchangeStore {

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Line(Optional<String> process, byte[] bytes) {}

    private static final int PARTICIPANTS_KEPT = 10_000;

    private final GroupCommitWriter writer;
    private final Readers readers;
    private final Recent recent;
    private final InstantSource clock;
    private final UnaryOperator<Commit> riding;
    private final ListingNews news;
    /** Participants are replaced, but never taken away: who is one stays one. */
    private final Set<String> knownParticipants = ConcurrentHashMap.newKeySet();

    /** @param news shared by all that commit to the same database */
    SqlExchangeStore(
            GroupCommitWriter writer,
            Readers readers,
            Recent recent,
            InstantSource clock,
            ListingNews news,
            UnaryOperator<Commit> riding) {
        this.news = news;
        this.riding = riding;
        this.writer = writer;
        this.readers = readers;
        this.recent = recent;
        this.clock = clock;
    }

    @Override
    public Committed commit(Commit asked) throws StoreFailed {
        Commit commit = riding.apply(asked);
        // All that costs time or can be wrong is done here, so that the one writer does nothing but write.
        Optional<Write> token = commit.token().map(ExchangeWrites::token);
        Instant now = clock.instant();
        List<ExchangeWrites.Step> steps =
                commit.changes().stream().flatMap(change -> steps(change, now)).toList();
        List<Line> lines = commit.entries().stream()
                .map(entry -> new Line(Sql.key("pid", entry.process()), entry.bytes()))
                .toList();
        Runnable onceDurable = () -> commit.changes().forEach(recent::stored);
        try {
            return writer.run(transaction -> run(transaction, token, steps, lines, onceDurable))
                    .orElseGet(Committed.Busy::new);
        } finally {
            // Whatever became of it: the datasets may be others now.
            if (commit.changes().stream().anyMatch(Change.OfDataset.class::isInstance)) {
                news.ownMayHaveChanged();
            }
        }
    }

    private static Stream<ExchangeWrites.Step> steps(Change change, Instant now) {
        Stream<ExchangeWrites.Step> step = Stream.of(ExchangeWrites.of(change, now));
        return change instanceof Change.OfDataset(Dataset dataset)
                ? Stream.concat(step, ListingWrites.of(dataset))
                : step;
    }

    private static GroupCommitWriter.Outcome<Committed> run(
            Transaction transaction,
            Optional<Write> token,
            List<ExchangeWrites.Step> steps,
            List<Line> lines,
            Runnable onceDurable)
            throws SQLException {
        if (token.isPresent() && transaction.run(token.get()) == 0) {
            return new GroupCommitWriter.Outcome.Undo<>(new Committed.TokenReused());
        }
        for (ExchangeWrites.Step step : steps) {
            boolean changed = transaction.run(step.write()) > 0;
            if (!changed && step.versioned().isPresent()) {
                return new GroupCommitWriter.Outcome.Undo<>(
                        new Committed.Conflict(step.versioned().get()));
            }
        }
        long first = transaction.nextIndex();
        for (Line line : lines) {
            transaction.append(line.process(), line.bytes());
        }
        return new GroupCommitWriter.Outcome.Keep<>(new Committed.Done(first), onceDurable);
    }

    @Override
    public Optional<Negotiation> negotiation(String pid) throws StoreFailed {
        return known(Negotiation.class, pid, "SELECT body FROM negotiation WHERE pid = ?", NegotiationJson::read);
    }

    @Override
    public Optional<Negotiation> negotiationOfPeer(String peer, String peerPid) throws StoreFailed {
        return one("SELECT body FROM negotiation WHERE peer = ? AND opened_as = ?", peer, peerPid)
                .map(NegotiationJson::read);
    }

    @Override
    public Optional<Transfer> transfer(String pid) throws StoreFailed {
        return known(Transfer.class, pid, "SELECT body FROM transfer WHERE pid = ?", TransferJson::read);
    }

    @Override
    public Optional<Transfer> transferOfPeer(String peer, String peerPid) throws StoreFailed {
        return one("SELECT body FROM transfer WHERE peer = ? AND opened_as = ?", peer, peerPid)
                .map(TransferJson::read);
    }

    @Override
    public Optional<String> body(String sha256) throws StoreFailed {
        return readers.first(
                Write.of("SELECT bytes FROM body WHERE sha256 = ? AND salt IS NULL", sha256),
                row -> new String(row.getBytes(1), UTF_8));
    }

    @Override
    public Optional<Concluded> agreement(String agreementId) throws StoreFailed {
        return known(Concluded.class, agreementId, "SELECT body FROM agreement WHERE id = ?", ConcludedJson::read);
    }

    @Override
    public Optional<AgreementUse> use(String agreementId) throws StoreFailed {
        return Sql.asKey(agreementId).isEmpty()
                ? Optional.empty()
                : readers.first(
                        Write.of("SELECT uses, first_use FROM agreement_use WHERE agreement = ?", agreementId),
                        row -> new AgreementUse(agreementId, row.getLong(1), Sql.instant(row.getLong(2))));
    }

    @Override
    public List<Limit> limits() throws StoreFailed {
        return bodies("SELECT body FROM connection_limit ORDER BY given, id").stream()
                .map(LimitJson::read)
                .toList();
    }

    @Override
    public Optional<Dataset> dataset(String datasetId) throws StoreFailed {
        return known(Dataset.class, datasetId, "SELECT body FROM dataset WHERE id = ?", DatasetJson::read);
    }

    @Override
    public List<Dataset> datasetsOnOffer(Audience audience, String after, int limit) throws StoreFailed {
        return Sql.asKey(after).isEmpty()
                ? List.of()
                : readers
                        .all(OnOfferQuery.of("body", audience, after, Sql.limit(limit)), row -> row.getString(2))
                        .stream()
                        .map(DatasetJson::read)
                        .toList();
    }

    @Override
    public List<OnOffer> listedOnOffer(Audience audience, String after, int limit) throws StoreFailed {
        return Sql.asKey(after).isEmpty()
                ? List.of()
                : readers.all(
                        OnOfferQuery.of("version", audience, after, Sql.limit(limit)),
                        row -> new OnOffer(row.getString(1), row.getLong(2)));
    }

    @Override
    public Set<String> grants() throws StoreFailed {
        return Set.copyOf(readers.all(Write.of("SELECT named FROM granted"), row -> row.getString(1)));
    }

    @Override
    public Optional<DatasetDraft> draft(String datasetId) throws StoreFailed {
        return Sql.asKey(datasetId).isEmpty()
                ? Optional.empty()
                : readers.first(
                        Write.of("SELECT id, body, saved, version FROM dataset_draft WHERE id = ?", datasetId),
                        SqlExchangeStore::draft);
    }

    @Override
    public List<DatasetDraft> drafts(String after, int limit) throws StoreFailed {
        return Sql.asKey(after).isEmpty()
                ? List.of()
                : readers.all(
                        Write.of(
                                "SELECT id, body, saved, version FROM dataset_draft WHERE id > ? ORDER BY id LIMIT ?",
                                after,
                                Sql.limit(limit)),
                        SqlExchangeStore::draft);
    }

    private static DatasetDraft draft(ResultSet row) throws SQLException {
        return new DatasetDraft(row.getString(1), row.getString(2), Sql.instant(row.getLong(3)), row.getLong(4));
    }

    @Override
    public boolean isParticipant(String did) throws StoreFailed {
        readers.check();
        if (knownParticipants.contains(did)) {
            return true;
        }
        boolean isOne = one("SELECT did FROM participant WHERE did = ?", did).isPresent();
        if (isOne && knownParticipants.size() < PARTICIPANTS_KEPT) {
            knownParticipants.add(did);
        }
        return isOne;
    }

    @Override
    public long datasetsChanged() throws StoreFailed {
        readers.check();
        return news.ownChanges();
    }

    @Override
    public Optional<Participant> participant(String did) throws StoreFailed {
        return known(
                Participant.class, did, "SELECT body FROM participant WHERE did = ?", SqlExchangeStore::participantOf);
    }

    @Override
    public List<Participant> participants() throws StoreFailed {
        return bodies("SELECT body FROM participant ORDER BY did").stream()
                .map(SqlExchangeStore::participantOf)
                .toList();
    }

    @Override
    public List<Negotiation> negotiations(String before, int limit) throws StoreFailed {
        return page("negotiation", "created", "pid", before, limit).stream()
                .map(NegotiationJson::read)
                .toList();
    }

    @Override
    public List<Transfer> transfers(String before, int limit) throws StoreFailed {
        return page("transfer", "created", "pid", before, limit).stream()
                .map(TransferJson::read)
                .toList();
    }

    @Override
    public List<Concluded> agreements(String before, int limit) throws StoreFailed {
        return page("agreement", "made", "id", before, limit).stream()
                .map(ConcludedJson::read)
                .toList();
    }

    @Override
    public List<Outgoing> outbox() throws StoreFailed {
        return readers.all(
                Write.of("SELECT id, process, pid, peer, target, type, body, created, attempts FROM outbox"
                        + " ORDER BY created, id"),
                SqlExchangeStore::outgoing);
    }

    @Override
    public List<Negotiation> openNegotiations() throws StoreFailed {
        return bodies("SELECT body FROM negotiation WHERE open ORDER BY created, pid").stream()
                .map(NegotiationJson::read)
                .toList();
    }

    @Override
    public List<Transfer> openTransfers() throws StoreFailed {
        return bodies("SELECT body FROM transfer WHERE open ORDER BY created, pid").stream()
                .map(TransferJson::read)
                .toList();
    }

    private <T> Optional<T> known(Class<T> type, String name, String sql, Function<String, T> reader)
            throws StoreFailed {
        readers.check();
        return recent.find(type, name, () -> one(sql, name).map(reader));
    }

    /** What has a name that cannot be stored is not there. */
    private Optional<String> one(String sql, String... keys) throws StoreFailed {
        for (String key : keys) {
            if (Sql.asKey(key).isEmpty()) {
                return Optional.empty();
            }
        }
        return readers.first(Write.of(sql, (Object[]) keys), row -> row.getString(1));
    }

    private List<String> bodies(String sql, Object... values) throws StoreFailed {
        return readers.all(Write.of(sql, values), row -> row.getString(1));
    }

    /** Newest first, from the one after {@code before} on; none where that is unknown. */
    private List<String> page(String table, String age, String name, String before, int limit) throws StoreFailed {
        String order = " ORDER BY " + age + " DESC, " + name + " DESC LIMIT ?";
        if (before.isEmpty()) {
            return bodies("SELECT body FROM " + table + order, Sql.limit(limit));
        }
        String key = "(" + age + ", " + name + ")";
        String than = "(SELECT " + age + ", " + name + " FROM " + table + " WHERE " + name + " = ?)";
        return Sql.asKey(before).isEmpty()
                ? List.of()
                : bodies(
                        "SELECT body FROM " + table + " WHERE " + key + " < " + than + order, before, Sql.limit(limit));
    }

    private static Participant participantOf(String body) {
        // Development mode admits the most; what may be used is decided where the node reads its settings.
        return switch (ParticipantJson.read(body.getBytes(UTF_8), Admission.DEVELOPMENT, Instant.EPOCH)) {
            case ParticipantJson.Read.Participants(List<Participant> participants) -> participants.getFirst();
            case ParticipantJson.Read.Unreadable(String words) ->
                throw new IllegalStateException("a stored participant cannot be read: " + words);
        };
    }

    private static Outgoing outgoing(ResultSet row) throws SQLException {
        return new Outgoing(
                row.getString(1),
                ProcessKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                URI.create(row.getString(5)),
                row.getString(6),
                row.getString(7),
                Sql.instant(row.getLong(8)),
                row.getInt(9));
    }
}
