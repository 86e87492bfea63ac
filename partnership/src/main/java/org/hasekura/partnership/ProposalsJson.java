package org.hasekura.partnership;

import static org.hasekura.partnership.CommitmentJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proposals as a file that a person fills in: {@code decision} (enter or leave), {@code wording} in their own words, {@code id};
 * area, owners, dates and links are theirs to correct. Written by an import, read by a confirmation.
 */
public final class ProposalsJson {

    private static final String ENTER = "enter";
    private static final String LEAVE = "leave";

    private ProposalsJson() {}

    public static String write(String instrument, PartialDate made, Source source, List<Proposal> proposals) {
        ObjectNode json = object().put(
                        "howTo",
                        "fill in decision (enter or leave), id and wording (your own words, wordingJa in Japanese) of each;"
                                + " correct area, owners, due, links; then partnership confirm")
                .put("instrument", instrument)
                .put("made", made.text());
        json.set("source", CommitmentJson.write(source));
        ArrayNode list = json.putArray("proposals");
        proposals.forEach(each -> list.add(proposal(each)));
        return RegisterJson.pretty(json);
    }

    private static ObjectNode proposal(Proposal it) {
        ObjectNode json = object().put("decision", "")
                .put("id", "")
                .put("wording", "")
                .put("place", it.sentence().place())
                .put("sentence", it.sentence().text())
                .put("area", it.area().orElse(""))
                .put("point", it.point().word())
                .put("kind", it.kind().word());
        CommitmentJson.texts(json, "ownersEu", it.owners().eu());
        CommitmentJson.texts(json, "ownersJapan", it.owners().japan());
        it.due().ifPresent(date -> json.put("due", date.text()));
        json.put("isVerifiable", isNamed(it.kind()));
        ArrayNode links = json.putArray("links");
        it.similar().stream()
                .limit(1)
                .forEach(each ->
                        links.addObject().put("link", Link.Kind.FOLLOWS.word()).put("to", each.id()));
        ObjectNode why = json.putObject("why").put("score", it.score());
        CommitmentJson.texts(why, "words", it.cues());
        CommitmentJson.texts(why, "areaWords", it.areaWords());
        ArrayNode similar = why.putArray("similar");
        it.similar().forEach(each -> {
            ObjectNode one = similar.addObject()
                    .put("id", each.id())
                    .put("likeness", Math.round(each.likeness() * 100) / 100.0)
                    .put("relation", each.relation().name().toLowerCase(Locale.ROOT));
            CommitmentJson.texts(one, "shared", each.shared());
        });
        return json;
    }

    /** Kinds whose product an outsider can look for; a person decides. */
    private static boolean isNamed(Kind kind) {
        return switch (kind) {
            case DIALOGUE, PRINCIPLE, STATEMENT, INITIATIVE -> false;
            case RULE, REVIEW, DELIVERABLE, MECHANISM, PROGRAMME, RESEARCH, PILOT, WORKSHOP -> true;
        };
    }

    /** Refused as long as any proposal waits for a decision: nothing enters, and nothing is left out, by itself. */
    public static Read<Confirmation> read(byte[] json) {
        return ObjectJson.reading(() -> confirmation(ObjectJson.parse(json)));
    }

    private static Confirmation confirmation(ObjectJson json) {
        var accepted = new ArrayList<Confirmation.Accepted>();
        for (ObjectJson each : json.objects("proposals")) {
            String decision = each.optionalText("decision").orElse("");
            switch (decision) {
                case ENTER -> accepted.add(accepted(each));
                case LEAVE -> {}
                default ->
                    throw each.fault(
                            "decision", "is `" + decision + "`; a person says `enter` or `leave` of each proposal");
            }
        }
        ObjectJson source = json.object("source");
        return new Confirmation(
                CommitmentJson.id(json, "instrument"),
                json.date("made"),
                CommitmentJson.source(CommitmentJson.id(source, "id"), source),
                accepted);
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
                new Owners(json.texts("ownersEu"), json.texts("ownersJapan")),
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
