package org.hasekura.partnership;

import static org.hasekura.partnership.CommitmentJson.object;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proposals as a file that a person fills in: {@code decision} (enter or leave), {@code wording} in their own words, {@code id};
 * area, owners, dates and links are theirs to correct. Written by an import, read by a confirmation; a node keeps what people
 * have decided so far in the same form.
 */
public final class ProposalsJson {

    private static final String ENTER = "enter";
    private static final String LEAVE = "leave";

    private ProposalsJson() {}

    public static String write(Draft draft) {
        ObjectNode json = object().put(
                        "howTo",
                        "fill in decision (enter or leave), id and wording (your own words, wordingJa in Japanese) of each;"
                                + " correct area, owners, due, links; then partnership confirm")
                .put("instrument", draft.instrument())
                .put("made", draft.made().text());
        json.set("source", CommitmentJson.write(draft.source()));
        ArrayNode list = json.putArray("proposals");
        draft.items().forEach(each -> list.add(item(each)));
        return RegisterJson.pretty(json);
    }

    private static ObjectNode item(Draft.Item item) {
        ObjectNode json = switch (item.decision()) {
            case Draft.Decision.Waiting _ ->
                suggested(object().put("decision", "").put("id", "").put("wording", ""), item.proposal());
            case Draft.Decision.Left(String by, String reason) ->
                suggested(object().put("decision", LEAVE).put("by", by).put("reason", reason), item.proposal());
            case Draft.Decision.Taken(String by, Confirmation.Accepted it) ->
                taken(object().put("decision", ENTER).put("by", by), it);
        };
        json.put("place", item.place())
                .put("sentence", item.proposal().sentence().text());
        json.set("why", why(item.proposal()));
        return json;
    }

    private static ObjectNode suggested(ObjectNode json, Proposal it) {
        json.put("area", it.area().orElse(""))
                .put("point", it.point().word())
                .put("kind", it.kind().word());
        CommitmentJson.texts(json, "ownersEu", it.owners().eu());
        CommitmentJson.texts(json, "ownersJapan", it.owners().japan());
        it.due().ifPresent(date -> json.put("due", date.text()));
        json.put("isVerifiable", it.seemsVerifiable());
        ArrayNode links = json.putArray("links");
        it.similar().stream()
                .limit(1)
                .forEach(each ->
                        links.addObject().put("link", Link.Kind.FOLLOWS.word()).put("to", each.id()));
        return json;
    }

    private static ObjectNode taken(ObjectNode json, Confirmation.Accepted it) {
        json.put("id", it.id()).put("wording", it.wording().en());
        json.put("wordingJa", it.wording().ja());
        json.put("area", it.area()).put("point", it.point().word());
        json.put("kind", it.kind().word());
        CommitmentJson.texts(json, "ownersEu", it.owners().eu());
        CommitmentJson.texts(json, "ownersJapan", it.owners().japan());
        it.due().ifPresent(due -> json.put("due", due.text()));
        json.put("isVerifiable", it.isVerifiable());
        ArrayNode links = json.putArray("links");
        it.links()
                .forEach(each ->
                        links.addObject().put("link", each.kind().word()).put("to", each.to()));
        return json;
    }

    private static ObjectNode why(Proposal it) {
        ObjectNode why = object().put("score", it.score());
        CommitmentJson.texts(why, "words", it.cues());
        CommitmentJson.texts(why, "areaWords", it.areaWords());
        ArrayNode similar = why.putArray("similar");
        it.similar().forEach(each -> {
            ObjectNode one = similar.addObject()
                    .put("id", each.id())
                    .put("likeness", Math.round(each.likeness() * 100) / 100.0)
                    .put("relation", relation(each.relation()));
            CommitmentJson.texts(one, "shared", each.shared());
        });
        return why;
    }

    private static String relation(Proposal.Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT);
    }

    /** Refused as long as any proposal waits for a decision: nothing enters, and nothing is left out, by itself. */
    public static Read<Confirmation> read(byte[] json) {
        return ObjectJson.reading(() -> {
            ObjectJson file = ObjectJson.parse(json);
            for (ObjectJson each : file.objects("proposals")) {
                if (decision(each).isEmpty()) {
                    throw each.fault("decision", "is ``; a person says `enter` or `leave` of each proposal");
                }
            }
            return draft(file).confirmation().orElseThrow();
        });
    }

    /** What was decided so far. */
    public static Read<Draft> draft(byte[] json) {
        return ObjectJson.reading(() -> draft(ObjectJson.parse(json)));
    }

    private static Draft draft(ObjectJson json) {
        ObjectJson source = json.object("source");
        return new Draft(
                CommitmentJson.id(json, "instrument"),
                json.date("made"),
                CommitmentJson.source(CommitmentJson.id(source, "id"), source),
                json.objects("proposals").stream()
                        .map(each -> new Draft.Item(proposal(each), decided(each)))
                        .toList());
    }

    private static String decision(ObjectJson json) {
        String decision = json.optionalText("decision").orElse("");
        if (!List.of("", ENTER, LEAVE).contains(decision)) {
            throw json.fault("decision", "is `" + decision + "`; a person says `enter` or `leave` of each proposal");
        }
        return decision;
    }

    private static Draft.Decision decided(ObjectJson json) {
        String by = json.optionalText("by").orElse("");
        return switch (decision(json)) {
            case ENTER -> new Draft.Decision.Taken(by, accepted(json));
            case LEAVE ->
                new Draft.Decision.Left(by, json.optionalText("reason").orElse(""));
            default -> new Draft.Decision.Waiting();
        };
    }

    /** What people have corrected stands in place of what was suggested. */
    private static Proposal proposal(ObjectJson json) {
        Optional<ObjectJson> why = json.optionalObject("why");
        return new Proposal(
                sentence(json),
                why.flatMap(each -> each.optionalNumber("score")).orElse(0.0),
                why.map(each -> each.texts("words")).orElse(List.of()),
                json.optionalText("area").filter(area -> !area.isBlank()),
                why.map(each -> each.texts("areaWords")).orElse(List.of()),
                json.word("point", CardinalPoint.values(), CardinalPoint::word),
                json.word("kind", Kind.values(), Kind::word),
                owners(json),
                CommitmentJson.due(json)
                        .flatMap(due -> due instanceof Due.By(PartialDate date) ? Optional.of(date) : Optional.empty()),
                why.map(each -> each.objects("similar").stream()
                                .map(ProposalsJson::similar)
                                .toList())
                        .orElse(List.of()));
    }

    private static Statement.Sentence sentence(ObjectJson json) {
        String place = json.text("place");
        if (!place.matches("\\d{1,6}\\.\\d{1,6}")) {
            throw json.fault("place", "is `" + place + "`; expected paragraph and sentence as `12.2`");
        }
        String[] parts = place.split("\\.", 2);
        return new Statement.Sentence(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                json.optionalText("sentence").orElse(""));
    }

    private static Proposal.Similar similar(ObjectJson json) {
        return new Proposal.Similar(
                CommitmentJson.id(json, "id"),
                json.optionalNumber("likeness").orElse(0.0),
                json.word("relation", Proposal.Relation.values(), ProposalsJson::relation),
                json.texts("shared"));
    }

    private static Owners owners(ObjectJson json) {
        return new Owners(json.texts("ownersEu"), json.texts("ownersJapan"));
    }

    private static Confirmation.Accepted accepted(ObjectJson json) {
        String id = CommitmentJson.id(json, "id");
        Optional<String> sentence = json.optionalText("sentence");
        Phrase wording = CommitmentJson.phrase(json, "wording");
        if (sentence.filter(wording.en()::equals).isPresent()) {
            throw json.fault("wording", "is the sentence itself; the register holds promises in its own words");
        }
        return new Confirmation.Accepted(
                id,
                json.text("place"),
                wording,
                json.text("area"),
                json.word("point", CardinalPoint.values(), CardinalPoint::word),
                json.word("kind", Kind.values(), Kind::word),
                owners(json),
                CommitmentJson.due(json),
                json.isTrue("isVerifiable"),
                json.objects("links").stream()
                        .map(each -> new Link(
                                id,
                                each.word("link", Link.Kind.values(), Link.Kind::word),
                                CommitmentJson.id(each, "to")))
                        .toList());
    }
}
