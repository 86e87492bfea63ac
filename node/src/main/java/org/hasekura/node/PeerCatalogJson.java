package org.hasekura.node;

import java.time.Duration;
import java.time.Instant;
import org.hasekura.exchange.PeerCatalog;
import tools.jackson.databind.node.ObjectNode;

/** How the catalog of a peer stands, for the management API. */
final class PeerCatalogJson {

    private PeerCatalogJson() {}

    static String text(PeerCatalog catalog, Instant now) {
        return write(catalog, now).toString();
    }

    static ObjectNode write(PeerCatalog catalog, Instant now) {
        ObjectNode node = ManagementJson.object()
                .put("peer", catalog.peer())
                .put("datasets", catalog.datasets())
                .put("added", catalog.added().toString());
        catalog.read()
                .ifPresent(read -> node.put("read", read.toString())
                        .put(
                                "ageSeconds",
                                Math.max(0, Duration.between(read, now).toSeconds())));
        node.put("due", catalog.due().toString());
        catalog.problem().ifPresent(problem -> node.put("problem", problem));
        if (catalog.failures() > 0) {
            node.put("failures", catalog.failures());
        }
        return node;
    }
}
