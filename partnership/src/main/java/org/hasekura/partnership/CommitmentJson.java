package org.hasekura.partnership;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Promises, instruments and sources in JSON, in the one form that events and the shipped register share. */
final class CommitmentJson {

    /** An id goes into addresses and files. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9-]{0,63}";

    private CommitmentJson() {}

    static ObjectNode write(Commitment it) {
        ObjectNode json = object();
        json.put("id", it.id()).put("instrument", it.instrument()).put("area", it.area());
        json.put("point", it.point().word()).put("kind", it.kind().word());
        text(json, it.text());
        owners(json, it.owners());
        json.put("made", it.made().text());
        it.due().ifPresent(due -> json.put("due", due.text()));
        json.put("isVerifiable", it.isVerifiable())
                .put("confidence", it.confidence().word());
        ArrayNode citations = json.putArray("citations");
        it.citations().forEach(each -> citations.add(write(each)));
        return json;
    }

    static Commitment read(ObjectJson json) {
        List<Citation> citations =
                json.objects("citations").stream().map(CommitmentJson::citation).toList();
        if (citations.isEmpty()) {
            throw json.fault("citations", "is empty; a commitment cites where it is said, read or not");
        }
        return new Commitment(
                id(json, "id"),
                id(json, "instrument"),
                json.text("area"),
                json.word("point", CardinalPoint.values(), CardinalPoint::word),
                json.word("kind", Kind.values(), Kind::word),
                phrase(json, "text"),
                owners(json),
                json.date("made"),
                due(json),
                json.isTrue("isVerifiable"),
                json.word("confidence", Confidence.values(), Confidence::word),
                citations);
    }

    static Optional<Due> due(ObjectJson json) {
        return json.optionalText("due")
                .map(text -> Due.parse(text)
                        .orElseThrow(
                                () -> json.fault("due", "is `" + text + "`; expected a date or `" + Due.YEARLY + "`")));
    }

    static ObjectNode write(Citation it) {
        ObjectNode json = object().put("source", it.source());
        it.paragraph().ifPresent(paragraph -> json.put("paragraph", paragraph));
        return json;
    }

    static Citation citation(ObjectJson json) {
        return new Citation(json.text("source"), json.optionalText("paragraph"));
    }

    static ObjectNode write(Instrument it) {
        ObjectNode json = object().put("id", it.id());
        json.put("title", it.title().en()).put("titleJa", it.title().ja());
        json.put("nature", it.nature().word()).put("remedy", it.remedy().word());
        it.signed().ifPresent(date -> json.put("signed", date.text()));
        it.inForce().ifPresent(date -> json.put("inForce", date.text()));
        json.put("textAtHand", it.isTextAtHand());
        if (!it.note().isEmpty()) {
            json.put("note", it.note());
        }
        owners(json, it.owners());
        texts(json, "sources", it.sources());
        return json;
    }

    static Instrument instrument(ObjectJson json) {
        return new Instrument(
                id(json, "id"),
                phrase(json, "title"),
                json.word("nature", Nature.values(), Nature::word),
                json.word("remedy", Remedy.values(), Remedy::word),
                json.optionalDate("signed"),
                json.optionalDate("inForce"),
                json.isTrue("textAtHand"),
                json.optionalText("note").orElse(""),
                owners(json),
                json.texts("sources"));
    }

    static ObjectNode write(Source it) {
        ObjectNode json = object().put("id", it.id());
        json.put("institution", it.institution()).put("title", it.title()).put("date", it.date());
        it.link().ifPresent(link -> json.put("link", link));
        json.put("reading", it.reading().word());
        if (!it.note().isEmpty()) {
            json.put("note", it.note());
        }
        return json;
    }

    static Source source(String id, ObjectJson json) {
        return new Source(
                id,
                json.text("institution"),
                json.text("title"),
                json.text("date"),
                json.optionalText("link").filter(link -> !link.isBlank()),
                json.word("reading", Source.Reading.values(), Source.Reading::word),
                json.optionalText("note").orElse(""));
    }

    static String id(ObjectJson json, String name) {
        String id = json.text(name);
        if (!id.matches(ID)) {
            throw json.fault(name, "is `" + id + "`; expected at most 64 letters, digits and dashes");
        }
        return id;
    }

    /** Where no Japanese stands, the English does for both: shown and never made up. */
    static Phrase phrase(ObjectJson json, String name) {
        String en = json.text(name);
        return new Phrase(en, json.optionalText(name + "Ja").orElse(en));
    }

    static void text(ObjectNode json, Phrase text) {
        json.put("text", text.en());
        if (!text.ja().equals(text.en())) {
            json.put("textJa", text.ja());
        }
    }

    private static void owners(ObjectNode json, Owners owners) {
        texts(json, "ownersEu", owners.eu());
        texts(json, "ownersJapan", owners.japan());
    }

    private static Owners owners(ObjectJson json) {
        return new Owners(json.texts("ownersEu"), json.texts("ownersJapan"));
    }

    static void texts(ObjectNode json, String name, List<String> texts) {
        ArrayNode list = json.putArray(name);
        texts.forEach(list::add);
    }

    static ObjectNode object() {
        return ObjectJson.MAPPER.createObjectNode();
    }
}
