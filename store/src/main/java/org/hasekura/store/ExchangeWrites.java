package org.hasekura.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.hasekura.exchange.AgreementUse;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetDraft;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantJson;

/** The statements that changes come to. */
final class ExchangeWrites {

    /**
     * One change as a statement.
     *
     * @param versioned what conflicts if the statement changes no row; absent where none is no conflict
     */
    record Step(Write write, Optional<String> versioned) {}

    private static final String NEW_NEGOTIATION = """
            INSERT INTO negotiation (pid, peer, peer_pid, opened_as, role, dataset, state, open, created, changed, version, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String NEXT_NEGOTIATION = """
            UPDATE negotiation SET peer_pid = ?, state = ?, open = ?, changed = ?, version = ?, body = ?
            WHERE pid = ? AND version = ?""";
    private static final String NEW_TRANSFER = """
            INSERT INTO transfer (pid, peer, peer_pid, opened_as, role, agreement, state, open, created, changed, version, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String NEXT_TRANSFER = """
            UPDATE transfer SET peer_pid = ?, state = ?, open = ?, changed = ?, version = ?, body = ?
            WHERE pid = ? AND version = ?""";
    private static final String NEW_DATASET =
            "INSERT INTO dataset (id, on_offer, for_everyone, version, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String NEXT_DATASET =
            "UPDATE dataset SET on_offer = ?, for_everyone = ?, version = ?, body = ? WHERE id = ? AND version = ?";
    private static final String NEW_DRAFT =
            "INSERT INTO dataset_draft (id, saved, version, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String NEXT_DRAFT =
            "UPDATE dataset_draft SET saved = ?, version = ?, body = ? WHERE id = ? AND version = ?";
    private static final String NO_DRAFT = "DELETE FROM dataset_draft WHERE id = ?";
    private static final String AGREEMENT = """
            INSERT INTO agreement (id, peer, negotiation, dataset, made, stands, body) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET stands = excluded.stands, body = excluded.body
            WHERE agreement.peer = excluded.peer AND agreement.negotiation = excluded.negotiation""";
    private static final String NEW_USE =
            "INSERT INTO agreement_use (agreement, uses, first_use) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String NEXT_USE = "UPDATE agreement_use SET uses = ? WHERE agreement = ? AND uses = ?";
    private static final String NEW_LIMIT =
            "INSERT INTO connection_limit (id, given, lifted, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String LIFTED_LIMIT =
            "UPDATE connection_limit SET lifted = ?, body = ? WHERE id = ? AND lifted = ?";
    private static final String PARTICIPANT = """
            INSERT INTO participant (did, body) VALUES (?, ?)
            ON CONFLICT (did) DO UPDATE SET body = excluded.body""";
    private static final String SEND = """
            INSERT INTO outbox (id, process, pid, peer, target, type, body, created, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET target = excluded.target, body = excluded.body, attempts = excluded.attempts""";
    private static final String TRIED = "UPDATE outbox SET attempts = ? WHERE id = ?";
    private static final String SENT = "DELETE FROM outbox WHERE id = ?";
    private static final String TOKEN =
            "INSERT INTO token_use (issuer, token_id, expires) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private ExchangeWrites() {}

    static Write token(Commit.TokenUse token) {
        return Write.of(
                TOKEN, Sql.key("issuer", token.issuer()), Sql.key("token id", token.tokenId()), token.expires());
    }

    /** @param now when a body is kept, to know later how old it is */
    static Step of(Change change, Instant now) {
        return switch (change) {
            case Change.OfNegotiation(Negotiation negotiation) -> of(negotiation);
            case Change.OfTransfer(Transfer transfer) -> of(transfer);
            case Change.OfDataset(Dataset dataset) -> of(dataset);
            case Change.OfDraft(DatasetDraft draft) -> of(draft);
            case Change.DraftGone(String datasetId) -> always(Write.of(NO_DRAFT, Sql.key("dataset", datasetId)));
            case Change.OfAgreement(Concluded concluded) -> of(concluded);
            case Change.OfUse(AgreementUse use) -> of(use);
            case Change.OfLimit(Limit limit) -> of(limit);
            case Change.OfParticipant(Participant participant) ->
                always(Write.of(
                        PARTICIPANT,
                        Sql.key("DID", participant.did().text()),
                        Sql.text("participant", new String(ParticipantJson.write(participant), UTF_8))));
            case Change.OfBody(String sha256, String body) ->
                always(BodyStore.insert(sha256, Optional.empty(), body.getBytes(UTF_8), now));
            case Change.Send(Outgoing outgoing) -> always(of(outgoing));
            case Change.Tried(String outgoingId, int attempts) ->
                always(Write.of(TRIED, attempts, Sql.key("message id", outgoingId)));
            case Change.Answered answered ->
                new Step(KeptAnswers.keep(answered, now), Optional.of("the name of a request"));
            case Change.Sent(String outgoingId) -> always(Write.of(SENT, Sql.key("message id", outgoingId)));
        };
    }

    private static Step always(Write write) {
        return new Step(write, Optional.empty());
    }

    private static Step of(Negotiation negotiation) {
        String pid = Sql.key("pid", negotiation.pid());
        Optional<String> peerPid = Sql.key("peer's pid", negotiation.peerPid());
        String state = negotiation.state().name();
        String body = Sql.text("negotiation", NegotiationJson.write(negotiation));
        long version = negotiation.version();
        Write write = version == 1
                ? Write.of(
                        NEW_NEGOTIATION,
                        pid,
                        Sql.key("peer", negotiation.peer()),
                        peerPid,
                        peerPid,
                        negotiation.role().name(),
                        Sql.key("dataset", negotiation.datasetId()),
                        state,
                        negotiation.isOpen(),
                        negotiation.created(),
                        negotiation.changed(),
                        version,
                        body)
                : Write.of(
                        NEXT_NEGOTIATION,
                        peerPid,
                        state,
                        negotiation.isOpen(),
                        negotiation.changed(),
                        version,
                        body,
                        pid,
                        version - 1);
        return new Step(write, Optional.of("negotiation `" + pid + "`"));
    }

    private static Step of(Transfer transfer) {
        String pid = Sql.key("pid", transfer.pid());
        Optional<String> peerPid = Sql.key("peer's pid", transfer.peerPid());
        String state = transfer.state().name();
        String body = Sql.text("transfer", TransferJson.write(transfer));
        long version = transfer.version();
        Write write = version == 1
                ? Write.of(
                        NEW_TRANSFER,
                        pid,
                        Sql.key("peer", transfer.peer()),
                        peerPid,
                        peerPid,
                        transfer.role().name(),
                        Sql.key("agreement", transfer.agreementId()),
                        state,
                        transfer.isOpen(),
                        transfer.created(),
                        transfer.changed(),
                        version,
                        body)
                : Write.of(
                        NEXT_TRANSFER,
                        peerPid,
                        state,
                        transfer.isOpen(),
                        transfer.changed(),
                        version,
                        body,
                        pid,
                        version - 1);
        return new Step(write, Optional.of("transfer `" + pid + "`"));
    }

    private static Step of(Dataset dataset) {
        String body = Sql.text("dataset", DatasetJson.write(dataset));
        String id = Sql.key("dataset", dataset.id());
        boolean isForEveryone = dataset.visibility().isForEveryone();
        long version = dataset.version();
        Write write = version == 1
                ? Write.of(NEW_DATASET, id, dataset.isOnOffer(), isForEveryone, version, body)
                : Write.of(NEXT_DATASET, dataset.isOnOffer(), isForEveryone, version, body, id, version - 1);
        return new Step(write, Optional.of("dataset `" + dataset.id() + "`"));
    }

    private static Step of(DatasetDraft draft) {
        String id = Sql.key("dataset", draft.id());
        String body = Sql.text("draft", draft.description());
        long version = draft.version();
        Write write = version == 1
                ? Write.of(NEW_DRAFT, id, draft.saved(), version, body)
                : Write.of(NEXT_DRAFT, draft.saved(), version, body, id, version - 1);
        return new Step(write, Optional.of("draft of dataset `" + draft.id() + "`"));
    }

    /** The provider chooses the id: another's agreement must not be replaced by one that happens to have it too. */
    private static Step of(Concluded concluded) {
        String id = Sql.key("agreement", concluded.agreement().id());
        Write write = Write.of(
                AGREEMENT,
                id,
                Sql.key("peer", concluded.peer()),
                Sql.key("pid", concluded.negotiationPid()),
                Sql.key("dataset", concluded.agreement().target()),
                concluded.agreement().timestamp(),
                concluded.stands(),
                Sql.text("agreement", ConcludedJson.write(concluded)));
        return new Step(write, Optional.of("agreement `" + id + "`"));
    }

    private static Step of(AgreementUse use) {
        String agreement = Sql.key("agreement", use.agreementId());
        Write write = use.count() == 1
                ? Write.of(NEW_USE, agreement, use.count(), use.first())
                : Write.of(NEXT_USE, use.count(), agreement, use.count() - 1);
        return new Step(write, Optional.of("use of agreement `" + agreement + "`"));
    }

    private static Step of(Limit limit) {
        String id = Sql.key("limit", limit.id());
        String body = Sql.text("limit", LimitJson.write(limit));
        Write write = limit.lifted().isEmpty()
                ? Write.of(NEW_LIMIT, id, limit.given(), false, body)
                : Write.of(LIFTED_LIMIT, true, body, id, false);
        return new Step(write, Optional.of("limit `" + id + "`"));
    }

    private static Write of(Outgoing outgoing) {
        return Write.of(
                SEND,
                Sql.key("message id", outgoing.id()),
                outgoing.process().name(),
                Sql.key("pid", outgoing.pid()),
                Sql.key("peer", outgoing.peer()),
                Sql.text("target", outgoing.target().toString()),
                Sql.text("type", outgoing.type()),
                Sql.text("body", outgoing.body()),
                outgoing.created(),
                outgoing.attempts());
    }
}
