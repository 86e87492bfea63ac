package org.hasekura.node;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of regulators' questions as it is kept; what was said lies elsewhere, under its hash. */
final class QuestionsJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private QuestionsJson() {}

    static byte[] write(List<QuestionDesk.Kept> questions) {
        ArrayNode list = MAPPER.createArrayNode();
        for (QuestionDesk.Kept each : questions) {
            ObjectNode node = list.addObject();
            node.put("id", each.id());
            node.put("asked", each.asked().toString());
            node.put("role", each.role());
            node.put("dueBy", each.dueBy().toString());
            node.put("text", each.text().hex());
            each.answer().ifPresent(answer -> {
                ObjectNode of = node.putObject("answer");
                of.put("at", answer.at().toString());
                of.put("role", answer.role());
                of.put("text", answer.text().hex());
                answer.document().ifPresent(hash -> of.put("document", hash.hex()));
                answer.name().ifPresent(name -> of.put("name", name));
            });
        }
        return MAPPER.writeValueAsBytes(list);
    }

    static List<QuestionDesk.Kept> read(byte[] kept) {
        var questions = new ArrayList<QuestionDesk.Kept>();
        for (JsonNode each : MAPPER.readTree(kept)) {
            JsonNode answer = each.path("answer");
            questions.add(new QuestionDesk.Kept(
                    each.path("id").asString(),
                    Instant.parse(each.path("asked").asString()),
                    each.path("role").asString(),
                    LocalDate.parse(each.path("dueBy").asString()),
                    hash(each.path("text")),
                    answer.isObject()
                            ? Optional.of(new QuestionDesk.KeptAnswer(
                                    Instant.parse(answer.path("at").asString()),
                                    answer.path("role").asString(),
                                    hash(answer.path("text")),
                                    answer.path("document").isString()
                                            ? Optional.of(hash(answer.path("document")))
                                            : Optional.empty(),
                                    Optional.of(answer.path("name").asString(""))
                                            .filter(name -> !name.isEmpty())))
                            : Optional.empty()));
        }
        return questions;
    }

    private static Hash hash(JsonNode hex) {
        return Hash.parseHex(hex.asString()).orElseThrow();
    }
}
