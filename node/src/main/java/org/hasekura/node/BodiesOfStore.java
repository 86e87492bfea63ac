package org.hasekura.node;

import java.util.Optional;
import org.hasekura.evidence.EvidenceBodies;
import org.hasekura.store.BodyStore;

/** The bodies in the store, as evidence asks for them. */
final class BodiesOfStore {

    private BodiesOfStore() {}

    static EvidenceBodies in(BodyStore store) {
        return hash -> {
            Optional<BodyStore.Body> body = store.find(hash);
            if (body.isPresent()) {
                return new EvidenceBodies.State.Kept(
                        body.get().salt().orElse(new byte[0]), body.get().bytes());
            }
            Optional<BodyStore.Erased> erasure = store.erasure(hash);
            return erasure.isPresent()
                    ? new EvidenceBodies.State.Erased(
                            erasure.get().ground(), erasure.get().at())
                    : new EvidenceBodies.State.Unknown();
        };
    }
}
