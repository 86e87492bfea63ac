package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.TrustPolicy;
import org.hasekura.evidence.VerifierKey;

/**
 * The standing witnesses of the settings, asked to cosign this node's checkpoints. One that does not answer delays receipts,
 * never exchanges.
 */
final class StandingWitnesses {

    private static final System.Logger LOG = System.getLogger(StandingWitnesses.class.getName());
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private static final Map<String, String> TEXT = Map.of("Content-Type", "text/plain; charset=utf-8");

    private final TrustPolicy policy;
    private final PeerClient client;
    private final Cosigning cosigning;

    /** @param policy names them with their keys and addresses, and how many of them receipts wait for */
    StandingWitnesses(TrustPolicy policy, PeerClient client, Cosigning cosigning) {
        this.policy = policy;
        this.client = client;
        this.cosigning = cosigning;
    }

    /** Those of a file; none where none is set. */
    static TrustPolicy read(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return new TrustPolicy(List.of(), List.of(), List.of(), Optional.empty());
        }
        byte[] bytes = Files.readAllBytes(file.get());
        return switch (TrustPolicy.parse(bytes)) {
            case Parsed.Valid<TrustPolicy>(TrustPolicy read) -> read;
            case Parsed.Malformed<TrustPolicy>(String reason) ->
                throw new IOException("`evidence.witnesses` names `" + file.get() + "`, which is no policy: " + reason);
        };
    }

    /** What they are called. */
    List<String> names() {
        return policy.witnesses().stream().map(each -> each.key().name()).toList();
    }

    /** The checkpoint with the cosignatures of those that answer. */
    Receipts.Signed cosigned(Receipts.Signed signed) {
        Note note = signed.note();
        List<VerifierKey> keys = new ArrayList<>(signed.witnesses());
        for (TrustPolicy.NamedWitness witness : policy.witnesses()) {
            if (witness.url().isEmpty()) {
                continue;
            }
            URI address = URI.create(withoutSlash(witness.url().get()) + "/add-checkpoint");
            try {
                note = cosigning.cosigned(
                        note,
                        witness.name(),
                        witness.key(),
                        request -> client.post(address, TEXT, request.body(), ANSWER_BYTES_MAX));
                keys.add(witness.key());
            } catch (IOException away) {
                LOG.log(System.Logger.Level.INFO, "no cosignature of {0}: {1}", witness.name(), away.getMessage());
            }
        }
        return new Receipts.Signed(note, signed.log(), keys, signed.documents());
    }

    /**
     * The same, for a receipt.
     *
     * @throws IOException when fewer have cosigned than the policy wants: ask again later
     */
    Receipts.Signed cosignedByQuorum(Receipts.Signed signed) throws IOException {
        Receipts.Signed cosigned = cosigned(signed);
        if (!policy.isReachedBy(cosigned.witnesses())) {
            throw new IOException(
                    "the standing witnesses have not cosigned as `evidence.witnesses` wants; ask again later");
        }
        return cosigned;
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
