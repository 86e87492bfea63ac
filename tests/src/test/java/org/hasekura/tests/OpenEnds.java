package org.hasekura.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the demonstration brings to its end is left open here, by the management API: a request that waits for a person, a transfer that
 * runs, and one that the law leaves to a person. So every page of an exchange has something to show.
 */
final class OpenEnds {

    private static final String NEGOTIATIONS = "/api/negotiations";
    private static final String TRANSFERS = "/api/transfers";

    private OpenEnds() {}

    /**
     * Leaves them.
     *
     * @param offered a file that one of the nodes may offer
     * @param waiting a node that does not come for bytes by itself
     */
    static void leave(DemoBrowser demo, Path offered, TestNode waiting) throws IOException {
        Api germany = demo.api("DE");
        Api japan = demo.api("JP");
        String peer = agreed(japan, "eu-japan-commitments").path("peer").asString();
        requestForAPerson(germany, japan, peer, offered);
        running(germany, peer, waiting);
        leftOpenByTheLaw(germany, japan);
    }

    /** Japan asks for what Germany offers by hand. */
    private static void requestForAPerson(Api germany, Api japan, String peer, Path offered) throws IOException {
        ObjectNode dataset = (ObjectNode) JsonMapper.shared().readTree("""
                {"id": "visits", "title": {"en": "Visits to the plant", "ja": "工場見学"},
                 "facts": {"nonPersonal": "true", "originRegime": "none"},
                 "offers": [{"@id": "any-use", "@type": "Offer", "permission": [{"action": "use"}]}],
                 "answering": "manual", "mediaType": "text/csv"}""");
        dataset.put("file", offered.toString());
        Api.good(germany.post("/api/datasets", dataset.toString()));
        Api.good(japan.post(NEGOTIATIONS, Dealings.object("peer", peer, "dataset", "visits")));
        until(germany, NEGOTIATIONS, each -> isOf(each, "visits") && each.has("waiting"));
    }

    /** Somebody whose node does not come for the bytes by itself is given the open register. */
    private static void running(Api germany, String peer, TestNode waiting) throws IOException {
        Api.good(germany.put("/api/participants", Dealings.participant(waiting.did(), "JP")));
        Api.good(waiting.api().put("/api/participants", Dealings.participant(peer, "DE")));
        Api.good(waiting.api().post(NEGOTIATIONS, Dealings.object("peer", peer, "dataset", "adequacy-decisions")));
        String agreement =
                agreed(waiting.api(), "adequacy-decisions").path("agreement").asString();
        Api.good(waiting.api().post(TRANSFERS, Dealings.object("agreement", agreement)));
        until(germany, TRANSFERS, each -> isOf(each, "adequacy-decisions") && isAt(each, "STARTED"));
    }

    /** Germany comes to doubt in which role Japan takes personal data, when it asks for them again. */
    private static void leftOpenByTheLaw(Api germany, Api japan) throws IOException {
        JsonNode agreed = agreed(japan, "service-contacts");
        String of = until(germany, NEGOTIATIONS, each -> each.path("peerPid").equals(agreed.path("pid")))
                .path("peer")
                .asString();
        ObjectNode doubted = (ObjectNode) JsonMapper.shared().readTree(PersonalData.japanese(of));
        for (int at = doubted.path("facts").size() - 1; at >= 0; at--) {
            if (doubted.path("facts").path(at).path("name").asString().equals("role")) {
                doubted.withArray("facts").remove(at);
            }
        }
        Api.good(germany.put("/api/participants", doubted.toString()));
        Api.good(japan.post(
                TRANSFERS, Dealings.object("agreement", agreed.path("agreement").asString())));
        until(
                germany,
                TRANSFERS,
                each -> isOf(each, "service-contacts")
                        && each.path("reason").path("code").asString().equals("person-decides"));
    }

    /** The negotiation that ended in an agreement on the dataset. */
    private static JsonNode agreed(Api consumer, String dataset) {
        return until(consumer, NEGOTIATIONS, each -> isOf(each, dataset) && isAt(each, "FINALIZED"));
    }

    private static boolean isOf(JsonNode process, String dataset) {
        return process.path("dataset").asString().equals(dataset);
    }

    private static boolean isAt(JsonNode process, String state) {
        return process.path("state").asString().equals(state) && !process.has("sending");
    }

    /** The first of the list that is as wanted, when there is one. */
    private static JsonNode until(Api node, String path, Predicate<JsonNode> wanted) {
        return Waiting.until(
                        () -> StreamSupport.stream(node.read(path).path("items").spliterator(), false)
                                .filter(wanted)
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
