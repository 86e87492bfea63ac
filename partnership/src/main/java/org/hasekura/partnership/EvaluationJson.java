package org.hasekura.partnership;

import static org.hasekura.partnership.CommitmentJson.object;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was found on a day, as JSON. */
public final class EvaluationJson {

    private EvaluationJson() {}

    public static String write(Evaluation evaluation, List<Judged> shown) {
        ObjectNode json = object().put("day", evaluation.day().toString());
        ArrayNode items = json.putArray("items");
        shown.forEach(each -> items.add(judged(each)));
        return RegisterJson.pretty(json);
    }

    public static String write(Agenda agenda) {
        ObjectNode json = object().put("day", agenda.day().toString());
        ArrayNode items = json.putArray("items");
        agenda.items().forEach(each -> items.add(judged(each)));
        ArrayNode gaps = json.putArray("gaps");
        agenda.gaps().forEach(each -> gaps.add(CommitmentJson.write(each)));
        agenda.carriedOver().ifPresent(held -> json.set("carriedOver", MeetingJson.write(held)));
        return RegisterJson.pretty(json);
    }

    public static String write(Publication publication) {
        ObjectNode json = object().put("day", publication.day().toString());
        ArrayNode scores = json.putArray("sides");
        publication
                .scores()
                .forEach(each -> scores.addObject()
                        .put("side", each.side().word())
                        .put("late", each.late())
                        .put("unanswered", each.unanswered()));
        ArrayNode items = json.putArray("items");
        publication.items().forEach(each -> {
            ObjectNode item = judged(each.judged());
            ArrayNode answers = item.putArray("answers");
            each.answers().forEach(answer -> answers.add(answer(answer)));
            items.add(item);
        });
        return RegisterJson.pretty(json);
    }

    private static ObjectNode answer(Publication.Answer answer) {
        ObjectNode json = object().put("side", answer.side().word());
        return switch (answer) {
            case Publication.Answer.Given(var _, Told<Explanation> told) -> {
                json.put("answer", told.what().words()).put("at", told.at().toString());
                told.what().newDate().ifPresent(date -> json.put("newDate", date.text()));
                yield json;
            }
            case Publication.Answer.Awaited(var _, var until) -> json.put("awaitedUntil", until.toString());
            case Publication.Answer.Absent(var _, var since) -> json.put("absentSince", since.toString());
        };
    }

    private static ObjectNode judged(Judged judged) {
        ObjectNode json = object().put("id", judged.entry().id());
        CommitmentJson.text(json, judged.entry().commitment().text());
        judged.deadline()
                .ifPresent(each -> json.put("deadline", each.day().toString())
                        .put("deadlineOrigin", ChangeJson.word(each.origin())));
        ArrayNode findings = json.putArray("findings");
        judged.findings()
                .forEach(each -> findings.addObject()
                        .put("step", each.step())
                        .put("finding", each.getClass().getSimpleName())
                        .put("en", each.words().en())
                        .put("ja", each.words().ja()));
        return json;
    }
}
