package org.hasekura.node;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.ExchangeStore;

/** Entries of things that change nothing else that is kept. */
final class Recorded {

    private Recorded() {}

    /**
     * Makes the entry durable.
     *
     * @throws IOException if there is too much at once: what it proves must not happen then
     */
    static void in(ExchangeStore store, Entry entry) throws IOException {
        Committed committed = store.commit(new Commit(List.of(), Optional.empty(), List.of(entry)));
        if (!(committed instanceof Committed.Done)) {
            throw new IOException("too much at once; ask again a little later");
        }
    }
}
