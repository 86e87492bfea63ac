package org.hasekura.node;

import java.time.LocalDate;
import java.util.Locale;
import org.hasekura.exchange.LimitReach;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a limit would stop, for programs, and in words for whoever asks by a command. */
final class LimitReachJson {

    private LimitReachJson() {}

    /** @param day by which the register is read */
    static String write(ConnectionLimitJson.Trial trial, LimitReach reach, LocalDate day) {
        ObjectNode node =
                ManagementJson.object().put("effect", trial.effect().name().toLowerCase(Locale.ROOT));
        ArrayNode participants = node.putArray("participants");
        for (Participant each : reach.participants()) {
            ParticipantFacts facts = each.on(day);
            ObjectNode of = participants.addObject().put("did", each.did().text());
            facts.name().ifPresent(name -> of.put("name", name));
            facts.country().ifPresent(country -> of.put("country", country));
        }
        ArrayNode transfers = node.putArray("transfers");
        reach.transfers()
                .forEach(each -> transfers
                        .addObject()
                        .put("pid", each.pid())
                        .put("peer", each.peer())
                        .put("dataset", each.datasetId())
                        .put("state", each.state().name()));
        ArrayNode negotiations = node.putArray("negotiations");
        reach.negotiations()
                .forEach(each -> negotiations
                        .addObject()
                        .put("pid", each.pid())
                        .put("peer", each.peer())
                        .put("dataset", each.datasetId())
                        .put("state", each.state().name()));
        return node.toString();
    }

    /** The same in lines for people: how many, then each by name. */
    static String words(byte[] answer, Language language) {
        JsonNode node = JsonMapper.shared().readTree(answer);
        boolean isEnding = node.path("effect").asString().equals("terminate");
        boolean isJapanese = language == Language.ja;
        var lines = new StringBuilder();
        list(lines, isJapanese ? "対象となる参加者" : "participants that it would meet", node.path("participants"));
        list(
                lines,
                isEnding
                        ? (isJapanese ? "終了する転送" : "transfers that it would end")
                        : (isJapanese ? "一時停止する転送" : "transfers that it would suspend"),
                node.path("transfers"));
        list(lines, isJapanese ? "終了する交渉" : "negotiations that it would end", node.path("negotiations"));
        lines.append(
                isJapanese ? "まだ何も命令されていません。命令するには limit add を使います。" : "Nothing was ordered; `limit add` orders it.");
        return lines.toString();
    }

    private static void list(StringBuilder lines, String title, JsonNode items) {
        lines.append(title).append(": ").append(items.size()).append('\n');
        for (JsonNode each : items) {
            lines.append("  ")
                    .append(
                            each.has("did")
                                    ? each.path("name").asString("–")
                                            + "  " + each.path("country").asString("–")
                                            + "  " + each.path("did").asString()
                                    : each.path("dataset").asString()
                                            + "  " + each.path("peer").asString()
                                            + "  " + each.path("pid").asString())
                    .append('\n');
        }
    }
}
