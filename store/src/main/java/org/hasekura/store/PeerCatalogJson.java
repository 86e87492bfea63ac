package org.hasekura.store;

import java.time.Instant;
import org.hasekura.exchange.PeerCatalog;
import tools.jackson.databind.node.ObjectNode;

/** How the reading of a peer's catalog stands, as it is kept. */
final class PeerCatalogJson {

    private PeerCatalogJson() {}

    static String write(PeerCatalog catalog) {
        ObjectNode node = Json.object()
                .put("peer", catalog.peer())
                .put("added", catalog.added().toString())
                .put("due", catalog.due().toString())
                .put("failures", catalog.failures())
                .put("datasets", catalog.datasets());
        Json.put(node, "read", catalog.read());
        Json.put(node, "problem", catalog.problem().map(problem -> problem.replace('\0', ' ')));
        return Json.text(node);
    }

    static PeerCatalog read(String text) {
        return Json.read(
                "catalog of a peer",
                text,
                node -> new PeerCatalog(
                        Json.text(node, "peer"),
                        Json.instant(node, "added"),
                        Json.instant(node, "due"),
                        (int) Json.number(node, "failures"),
                        Json.optionalText(node, "read").map(Instant::parse),
                        Json.number(node, "datasets"),
                        Json.optionalText(node, "problem")));
    }
}
