package org.hasekura.law;

import java.time.LocalDate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes explanations as JSON: the keys of a judged case, beside them the flow, the trace with ids and texts, and the grounds in full. */
public final class ExplanationJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ExplanationJson() {}

    /** One object over several lines. */
    public static String write(String id, Explanation explanation, Phrasebook words) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("id", id);
        CaseReportJson.put(root, explanation.ruling(), words.language());
        root.set(
                "flow",
                FlowWriteJson.write(explanation.flow())
                        .put("date", explanation.day().toString()));
        ArrayNode orders = root.putArray("trace");
        explanation.orders().forEach(asked -> put(orders.addObject(), asked, words));
        ArrayNode grounds = root.putArray("grounds");
        explanation.ruling().grounds().forEach(ground -> put(grounds.addObject(), ground));
        ArrayNode duties = root.putArray("dutiesInFull");
        explanation.ruling().duties().forEach(duty -> put(duties.addObject(), duty, words));
        root.put("note", words.say("not-advice"));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void put(ObjectNode object, Explanation.Asked asked, Phrasebook words) {
        object.put("order", asked.order()).put("name", words.order(asked.order()));
        asked.answer()
                .ifPresent(answer -> object.put("answer", answer.answer()).put("answerText", words.answer(answer)));
        ArrayNode steps = object.putArray("steps");
        for (Step step : asked.steps()) {
            ObjectNode node = steps.addObject();
            node.put("question", step.question()).put("questionText", words.question(step));
            node.put("answer", step.answer()).put("answerText", words.answer(step));
            ArrayNode values = node.putArray("values");
            step.values().forEach(values::add);
        }
    }

    /** A provision with everything that is known of it. */
    static void put(ObjectNode object, Provision provision) {
        object.put("token", provision.token());
        object.put("kind", provision.kind().code());
        object.put("citation", provision.citation());
        object.put("citationJa", provision.citationJa().orElse(null));
        object.put("nameEn", provision.nameEn()).put("nameJa", provision.nameJa());
        object.put("from", provision.inForceFrom().map(LocalDate::toString).orElse(null));
        object.put("to", provision.inForceTo().map(LocalDate::toString).orElse(null));
        object.put("celex", provision.celex().orElse(null));
        object.put("url", provision.url().orElse(null));
        object.put("dpvIri", provision.dpvIri().orElse(null));
        object.put("confidence", provision.confidence().code());
    }

    private static void put(ObjectNode object, Duty duty, Phrasebook words) {
        object.put("id", duty.id()).put("who", duty.who());
        object.put("what", words.of(duty.whatEn(), duty.whatJa()));
        object.put("until", words.of(duty.until().textEn(), duty.until().textJa()));
        object.put("provision", duty.provision().token())
                .put("citation", duty.provision().citation())
                .put("citationJa", duty.provision().citationJa().orElse(null));
    }
}
