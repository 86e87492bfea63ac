package org.hasekura.exchange;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One transfer process as one side keeps it. DSP 2025-1 #transfer-process.
 *
 * @param pid the name this side made
 * @param peerPid the name the other side made; absent until a consumer has heard of it
 * @param dataAddress on the consumer's side, where the bytes are to be had, while started
 * @param dataTokenHash on the provider's side, SHA-256 in hex of the token that opens the bytes, while started
 * @param judged on the provider's side, the last ruling on it
 * @param delivered what has arrived or was served, once known
 * @param version grows by one with each change; a change against another version is refused
 */
public record Transfer(
        String pid,
        Optional<String> peerPid,
        Role role,
        String peer,
        URI peerAddress,
        String agreementId,
        String datasetId,
        String format,
        TransferState state,
        Optional<Sending<TransferState>> sending,
        Optional<DataAddress> dataAddress,
        Optional<String> dataTokenHash,
        Optional<Judged> judged,
        Optional<Delivered> delivered,
        Optional<Reason> reason,
        Heard heard,
        Instant created,
        Instant changed,
        long version)
        implements Conversation<TransferState> {

    /** The bytes as they arrived: their number and SHA-256 in lower-case hex, and where the consumer put them. */
    public record Delivered(long bytes, String sha256, Optional<String> location) {}

    @Override
    public ProcessKind kind() {
        return ProcessKind.TRANSFER;
    }

    /** Whether bytes may move on it now, or this side has said so. */
    public boolean isRunning() {
        return effective() == TransferState.STARTED;
    }
}
