package org.hasekura.node;

import java.time.Instant;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How timestamping stands, as JSON and, for people, in words. */
final class TimestampJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private TimestampJson() {}

    static String write(Timestamping.Status status, TimestampTerms terms) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put(
                "state",
                status.authorities().isEmpty() ? "NONE" : status.state().name());
        node.put("needed", terms.needed());
        node.put("interval", terms.interval().toString());
        node.put("grace", terms.grace().toString());
        put(node, "waitingSince", status.waiting());
        put(node, "refusesFrom", status.waiting().map(terms::refusesFrom));
        ArrayNode items = node.putArray("items");
        for (Timestamping.Standing each : status.authorities()) {
            ObjectNode item = items.addObject();
            item.put("name", each.authority().name());
            item.put("label", each.authority().label());
            item.put("address", each.authority().address().toString());
            item.put("stamps", each.stamps());
            each.newest().ifPresent(newest -> item.put("entries", newest.size()));
            put(item, "at", each.newest().map(KeptTimestamps.Kept::at));
            put(item, "next", each.next());
            item.put("failures", each.failures());
            each.reason().ifPresent(reason -> item.put("reason", reason));
        }
        return MAPPER.writeValueAsString(node);
    }

    private static void put(ObjectNode node, String name, Optional<Instant> time) {
        time.ifPresent(at -> node.put(name, at.toString()));
    }

    /** The state of an answer, in one sentence. */
    static String words(byte[] answer, Language language) {
        JsonNode node = MAPPER.readTree(answer);
        boolean isJapanese = language == Language.ja;
        String state = node.path("state").asString("");
        String since = node.path("waitingSince").asString("");
        String end = node.path("refusesFrom").asString("");
        if (state.equals("NONE")) {
            return isJapanese
                    ? "タイムスタンプ局は設定されていません(evidence.timestamp-authorities)。"
                    : "no timestamp authority is set (`evidence.timestamp-authorities`)";
        }
        return switch (Entry.Timestamping.valueOf(state)) {
            case CURRENT ->
                since.isEmpty()
                        ? isJapanese ? "すべての証跡にタイムスタンプがあります。" : "all evidence is stamped"
                        : isJapanese
                                ? since + "以降の証跡は、次の予定時刻にタイムスタンプが付与されます。"
                                : "evidence since " + since + " waits for its appointment";
            case OVERDUE ->
                isJapanese
                        ? since + "以降の証跡のタイムスタンプが遅れています。" + end + "から新規の業務を受け付けません。"
                        : "overdue: evidence since " + since + " is not stamped; nothing new is begun from " + end;
            case REFUSING ->
                isJapanese
                        ? since + "以降の証跡にタイムスタンプがなく、" + end + "から新規の業務を受け付けていません。"
                        : "refusing: evidence since " + since + " is not stamped; since " + end
                                + " nothing new is begun";
        };
    }
}
