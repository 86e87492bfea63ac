package org.hasekura.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.DataAddress;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Heard;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Terms;

/** Grounds in memory, which can fail, with makers of what lies in them. */
final class MemoryGrounds implements Grounds {
    static final Instant PUBLISHED = Instant.parse("2026-11-21T10:00:00.250Z");
    static final String PROVIDER = "did:web:provider.example";
    static final String CONSUMER = "did:web:consumer.example";

    final Map<String, Transfer> transfers = new ConcurrentHashMap<>();
    final Map<String, Concluded> agreements = new ConcurrentHashMap<>();
    final Map<String, Dataset> datasets = new ConcurrentHashMap<>();
    volatile boolean isBroken;

    @Override
    public Optional<Transfer> transfer(String pid) throws StoreFailed {
        return read(transfers, pid);
    }

    @Override
    public Optional<Concluded> agreement(String agreementId) throws StoreFailed {
        return read(agreements, agreementId);
    }

    @Override
    public Optional<Dataset> dataset(String datasetId) throws StoreFailed {
        return read(datasets, datasetId);
    }

    private <T> Optional<T> read(Map<String, T> from, String key) throws StoreFailed {
        if (isBroken) {
            throw new StoreFailed("the disk is gone");
        }
        return Optional.ofNullable(from.get(key));
    }

    Transfer put(Transfer transfer) {
        transfers.put(transfer.pid(), transfer);
        return transfer;
    }

    /** The newest state with the next version. */
    Transfer move(String pid, TransferState state, Optional<String> tokenHash, Optional<DataAddress> address) {
        Transfer now = Optional.ofNullable(transfers.get(pid)).orElseThrow();
        return put(new Transfer(
                pid,
                now.peerPid(),
                now.role(),
                now.peer(),
                now.peerAddress(),
                now.agreementId(),
                now.datasetId(),
                now.format(),
                state,
                Optional.empty(),
                address,
                tokenHash,
                now.judged(),
                now.delivered(),
                now.reason(),
                now.heard(),
                now.created(),
                now.changed(),
                now.version() + 1));
    }

    static Transfer requested(String pid, Role role) {
        return new Transfer(
                pid,
                Optional.of("peer-of-" + pid),
                role,
                role == Role.PROVIDER ? CONSUMER : PROVIDER,
                URI.create("https://peer.example/dsp"),
                "agreement",
                "dataset",
                "HttpData-PULL",
                TransferState.REQUESTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Heard.NOTHING,
                PUBLISHED,
                PUBLISHED,
                0);
    }

    static Concluded concluded(Optional<Instant> finalized, Optional<Instant> ended) {
        var agreement = new Agreement(
                "agreement", "dataset", PROVIDER, CONSUMER, PUBLISHED, new Terms(List.of(), List.of(), List.of()));
        return new Concluded(agreement, Role.PROVIDER, CONSUMER, "negotiation", "00".repeat(32), finalized, ended);
    }

    static Dataset dataset(Dataset.Content content) {
        var offer = new Offer("offer", new Terms(List.of(), List.of(), List.of()));
        return new Dataset(
                "dataset",
                Map.of("en", "Some bytes"),
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of(offer),
                Dataset.Answering.DIRECT,
                content,
                PUBLISHED,
                Optional.empty(),
                1);
    }
}
