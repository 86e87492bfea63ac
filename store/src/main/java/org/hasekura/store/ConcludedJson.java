package org.hasekura.store;

import java.time.Instant;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Role;
import tools.jackson.databind.node.ObjectNode;

/** An agreement as it is kept, with what became of it. */
final class ConcludedJson {

    private ConcludedJson() {}

    static String write(Concluded concluded) {
        ObjectNode node = Json.object()
                .put("role", concluded.role().name())
                .put("peer", concluded.peer())
                .put("negotiationPid", concluded.negotiationPid())
                .put("sha256", concluded.sha256());
        node.set("agreement", PolicyJson.of(concluded.agreement()));
        Json.put(node, "finalized", concluded.finalized());
        Json.put(node, "ended", concluded.ended());
        return Json.text(node);
    }

    static Concluded read(String text) {
        return Json.read(
                "agreement",
                text,
                node -> new Concluded(
                        PolicyJson.agreement(Json.member(node, "agreement")),
                        Role.valueOf(Json.text(node, "role")),
                        Json.text(node, "peer"),
                        Json.text(node, "negotiationPid"),
                        Json.text(node, "sha256"),
                        Json.optionalText(node, "finalized").map(Instant::parse),
                        Json.optionalText(node, "ended").map(Instant::parse)));
    }
}
