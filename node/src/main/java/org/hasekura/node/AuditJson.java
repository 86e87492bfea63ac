package org.hasekura.node;

import java.util.ArrayList;
import java.util.List;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.evidence.MerkleTree;
import org.hasekura.evidence.Timeline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Evidence as an auditor is shown it. */
final class AuditJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String METHOD = "for i = 0, 1, 2, ...: x is the first 8 bytes of SHA-256(seed, newline, i in"
            + " decimal) as an unsigned big-endian number; x is left out if it is not below the largest multiple of"
            + " `population` up to 2^64; otherwise number x mod population of the period's entries, in the order of their"
            + " indexes from 0, is drawn, once. An auditor should bring a seed of their own";

    private AuditJson() {}

    private static ObjectNode head(BundleScope.Period period, Checkpoint checkpoint) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("from", period.from().toString());
        node.put("until", period.until().toString());
        node.putObject("log")
                .put("origin", checkpoint.origin())
                .put("size", checkpoint.head().size())
                .put("root", checkpoint.head().root().base64());
        return node;
    }

    static String timeline(BundleScope.Period period, Checkpoint checkpoint, Timeline timeline) {
        ObjectNode node = head(period, checkpoint);
        node.put("entries", timeline.entries());
        ObjectNode kinds = node.putObject("kinds");
        ArrayNode days = node.putArray("days");
        timeline.days().forEach((day, counts) -> {
            ObjectNode of = days.addObject().put("day", day.toString());
            of.put(
                    "entries",
                    counts.values().stream().mapToLong(Long::longValue).sum());
            ObjectNode byKind = of.putObject("kinds");
            counts.forEach((kind, count) -> {
                byKind.put(kind, count);
                kinds.put(kind, kinds.path(kind).asLong(0) + count);
            });
        });
        ObjectNode gaps = node.putObject("gaps");
        timeline.range().ifPresent(range -> gaps.put("firstIndex", range.from()).put("lastIndex", range.to() - 1));
        ArrayNode found = gaps.putArray("found");
        timeline.faults()
                .forEach(fault -> found.addObject().put("index", fault.index()).put("words", fault.words()));
        gaps.put(
                "statement",
                timeline.faults().isEmpty()
                        ? "none, as expected: every index between holds an entry, and each is the one in the tree that was signed"
                        : "there are gaps, and none is expected");
        timeline.silence()
                .ifPresent(silence -> gaps.putObject("longestSilence")
                        .put("from", silence.from().toString())
                        .put("until", silence.until().toString()));
        return MAPPER.writeValueAsString(node);
    }

    /** @param isGiven whether the auditor brought the seed */
    static String sample(
            BundleScope.Period period,
            Checkpoint checkpoint,
            String seed,
            boolean isGiven,
            long population,
            List<IndexedEntry> sample) {
        ObjectNode node = head(period, checkpoint);
        node.put("seed", seed);
        node.put("seedBy", isGiven ? "auditor" : "node");
        node.put("population", population);
        node.put("method", METHOD);
        ArrayNode items = node.putArray("items");
        for (IndexedEntry each : sample) {
            items.add(EvidenceJson.write(each)
                    .put("leafHash", MerkleTree.leaf(each.bytes()).hex()));
        }
        return MAPPER.writeValueAsString(node);
    }

    /** A timeline for people: the days, the kinds, the gaps. */
    static List<String> words(byte[] answer, Language language) {
        boolean isJapanese = language == Language.ja;
        JsonNode node = MAPPER.readTree(answer);
        List<String> lines = new ArrayList<>();
        String origin = node.path("log").path("origin").asString("");
        lines.add(
                isJapanese
                        ? "ログ「" + origin + "」(" + node.path("log").path("size").asLong() + "件)、期間内の記録:"
                                + node.path("entries").asLong() + "件"
                        : node.path("entries").asLong() + " entries in the period, of the log `" + origin + "` with "
                                + node.path("log").path("size").asLong());
        for (JsonNode day : node.path("days")) {
            List<String> kinds = day.path("kinds")
                    .propertyStream()
                    .map(kind -> kind.getKey() + " " + kind.getValue().asLong())
                    .toList();
            lines.add(day.path("day").asString("") + "  " + String.join(", ", kinds));
        }
        JsonNode gaps = node.path("gaps");
        if (gaps.path("found").isEmpty()) {
            lines.add(
                    isJapanese
                            ? "欠落:なし(想定どおり)。すべての番号に記録があり、いずれも署名された木の記録と一致します。"
                            : "gaps: " + gaps.path("statement").asString(""));
        } else {
            lines.add(isJapanese ? "欠落があります(想定外):" : "gaps: there are some, and none is expected");
            for (JsonNode fault : gaps.path("found")) {
                lines.add("  " + fault.path("index").asLong() + "  "
                        + fault.path("words").asString(""));
            }
        }
        JsonNode silence = gaps.path("longestSilence");
        if (!silence.isMissingNode()) {
            String from = silence.path("from").asString("");
            String until = silence.path("until").asString("");
            lines.add(
                    isJapanese
                            ? "記録のない最長の時間:" + from + "から" + until + "まで"
                            : "the longest time without an entry: " + from + " to " + until);
        }
        return lines;
    }

    /** What a sample was drawn from, for people. */
    static String drawn(byte[] answer, Language language) {
        JsonNode node = MAPPER.readTree(answer);
        String seed = node.path("seed").asString("");
        long population = node.path("population").asLong();
        int size = node.path("items").size();
        boolean isByNode = node.path("seedBy").asString("").equals("node");
        return language == Language.ja
                ? population + "件から" + size + "件を抽出しました。シード「" + seed + "」"
                        + (isByNode ? "(ノードが選択。監査人自身のシードを指定してください)" : "(監査人が指定)") + "。"
                : size + " of " + population + " entries, drawn by the seed `" + seed + "`"
                        + (isByNode ? ", which the node chose: bring one of your own with --seed" : "");
    }
}
