package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.hasekura.evidence.AddCheckpoint;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.TreeHead;
import org.hasekura.evidence.VerifierKey;
import org.hasekura.evidence.Witness;
import org.hasekura.evidence.WitnessAnswer;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.store.SettingStore;

/**
 * Remembers the largest head that this node has cosigned of each log, durably and before the cosignature goes out: a
 * log that shows two histories is found out even across a restart.
 */
final class WitnessMemory {

    private final Shelf heads;
    private final Clock clock;

    WitnessMemory(Shelf heads, Clock clock) {
        this.heads = heads;
        this.clock = clock;
    }

    /** A memory in the store of a node. */
    static WitnessMemory in(SettingStore settings, Clock clock) {
        return new WitnessMemory(Shelf.of(settings), clock);
    }

    /** Looks, checks and records as one step; requests wait for each other. */
    synchronized WitnessAnswer answer(Witness witness, AddCheckpoint request) throws StoreFailed {
        String name = "witnessed."
                + Hash.sha256(log(witness, request).getBytes(StandardCharsets.UTF_8))
                        .hex();
        WitnessAnswer answer = witness.step(last(name), request, clock.instant());
        if (answer instanceof WitnessAnswer.Cosigned cosigned) {
            String text = cosigned.head().size() + " " + cosigned.head().root().hex();
            heads.put(name, text.getBytes(StandardCharsets.US_ASCII));
        }
        return answer;
    }

    /** Origin and key: a participant that uses the origin of another's log under its own key stays apart from it. */
    private static String log(Witness witness, AddCheckpoint request) {
        String origin = request.checkpoint().origin();
        return witness.logs().stream()
                .filter(key -> key.name().equals(origin))
                .findFirst()
                .map(VerifierKey::vkey)
                .orElse(origin);
    }

    private TreeHead last(String name) throws StoreFailed {
        Optional<String> kept = heads.get(name).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        if (kept.isEmpty()) {
            return TreeHead.EMPTY;
        }
        String[] parts = kept.get().split(" ", 2);
        return new TreeHead(Long.parseLong(parts[0]), Hash.parseHex(parts[1]).orElseThrow());
    }
}
