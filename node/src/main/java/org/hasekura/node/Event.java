package org.hasekura.node;

import java.util.Locale;
import java.util.Optional;
import org.hasekura.evidence.Entry;

/**
 * Something that has become durable, as it is told to others.
 *
 * @param index of its entry in the evidence log
 * @param type {@code negotiation.} or {@code transfer.} and the state it moved to; of all other entries {@code evidence.} and
 *     their kind
 */
record Event(long index, String type, Entry entry) {

    static Event of(long index, byte[] bytes) {
        Entry entry = Entry.parse(bytes).orElseThrow();
        return new Event(index, type(entry), entry);
    }

    private static String type(Entry entry) {
        return entry instanceof Entry.StateChanged changed
                ? (changed.processKind() + "." + changed.to()).toLowerCase(Locale.ROOT)
                : "evidence."
                        + entry.kind().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** Where to read what it is about; absent of what has no address. */
    Optional<String> address() {
        return switch (entry) {
            case Entry.StateChanged changed ->
                Optional.of(ApiPath.of(
                        changed.processKind() == Entry.ProcessKind.NEGOTIATION ? "/api/negotiations" : "/api/transfers",
                        changed.pid()));
            case Entry.AgreementConcluded concluded ->
                Optional.of(ApiPath.of("/api/agreements", concluded.agreementId()));
            case Entry.TransferStarted started -> Optional.of(ApiPath.of("/api/transfers", started.pid()));
            case Entry.TransferEnded ended -> Optional.of(ApiPath.of("/api/transfers", ended.pid()));
            case Entry.OfferPublished published -> Optional.of(ApiPath.of("/api/datasets", published.datasetId()));
            case Entry.DatasetWithdrawn withdrawn -> Optional.of(ApiPath.of("/api/datasets", withdrawn.datasetId()));
            case Entry.DatasetShown shown -> Optional.of(ApiPath.of("/api/datasets", shown.datasetId()));
            case Entry.ParticipantFactRecorded recorded ->
                Optional.of(ApiPath.of("/api/participants", recorded.participant()));
            default -> entry.process().map(pid -> ApiPath.of("/api/evidence", pid));
        };
    }
}
