package org.hasekura.partnership;

import static org.hasekura.partnership.CommitmentJson.id;
import static org.hasekura.partnership.CommitmentJson.object;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What an event changes, in JSON. */
final class ChangeJson {

    private ChangeJson() {}

    static ObjectNode write(Change change) {
        ObjectNode json = object();
        switch (change) {
            case Change.EnterInstrument(Instrument it) -> {
                return CommitmentJson.write(it);
            }
            case Change.EnterSource(Source it) -> {
                return CommitmentJson.write(it);
            }
            case Change.Enter(Commitment it) -> {
                return CommitmentJson.write(it);
            }
            case Change.Reword(String about, Phrase text) -> CommitmentJson.text(json.put("about", about), text);
            case Change.Assign(String about, Side side, var owners) ->
                CommitmentJson.texts(json.put("about", about).put("side", side.word()), "owners", owners);
            case Change.ReadDue(String about, var due) -> {
                json.put("about", about);
                due.ifPresent(it -> json.put("due", it.text()));
            }
            case Change.Expect(String about, var date) -> date(json.put("about", about), "date", date);
            case Change.Cite(String about, Citation citation) ->
                json.put("about", about).set("citation", CommitmentJson.write(citation));
            case Change.SelfReport(String about, Side side, Report report) ->
                json.put("about", about)
                        .put("side", side.word())
                        .put("standing", report.standing().word())
                        .put("words", report.words());
            case Change.Assess(String about, Assessment it) -> assessment(json.put("about", about), it);
            case Change.Convene(Meeting it) ->
                json.put("id", it.id())
                        .put("title", it.title().en())
                        .put("titleJa", it.title().ja())
                        .put("day", it.day().toString())
                        .put("place", it.place());
            case Change.Prove(String about, Evidence it) -> evidence(json.put("about", about), it);
            case Change.Connect(Link it) ->
                json.put("from", it.from()).put("link", it.kind().word()).put("to", it.to());
            case Change.AskToExplain it ->
                json.put("about", it.subject())
                        .put("side", it.side().word())
                        .put("by", it.by().toString());
            case Change.Explain(String about, Explanation it) ->
                date(
                        json.put("about", about).put("side", it.side().word()).put("words", it.words()),
                        "newDate",
                        it.newDate());
            case Change.Decide(Decision it) -> {
                json.put("meeting", it.meeting()).put("words", it.words());
                it.about().ifPresent(id -> json.put("about", id));
                it.commitment().ifPresent(id -> json.put("commitment", id));
            }
            case Change.Withdraw(String about, EventId event) ->
                json.put("about", about).put("event", event.hex());
        }
        return json;
    }

    private static void date(ObjectNode json, String name, Optional<PartialDate> date) {
        date.ifPresent(it -> json.put(name, it.text()));
    }

    private static void assessment(ObjectNode json, Assessment it) {
        json.put("assessor", it.assessor()).put("standing", it.standing().word());
        it.relevance().ifPresent(word -> json.put("relevance", word(word)));
        it.ambition().ifPresent(word -> json.put("ambition", word(word)));
        it.earlyResults().ifPresent(word -> json.put("earlyResults", word(word)));
        json.put("grounds", it.grounds());
    }

    private static void evidence(ObjectNode json, Evidence evidence) {
        switch (evidence) {
            case Evidence.Document(Citation citation, var _, var _) ->
                json.set("citation", CommitmentJson.write(citation));
            case Evidence.Exchange it ->
                json.put("origin", it.origin()).put("entry", it.entry()).put("hash", it.hash());
        }
        json.put("claim", evidence.claim());
        date(json, "date", evidence.date());
    }

    static Change read(String word, ObjectJson json, ObjectJson event) {
        return switch (word) {
            case "enter-instrument" -> new Change.EnterInstrument(CommitmentJson.instrument(json));
            case "enter-source" -> new Change.EnterSource(CommitmentJson.source(id(json, "id"), json));
            case "enter" -> new Change.Enter(CommitmentJson.read(json));
            case "reword" -> new Change.Reword(id(json, "about"), CommitmentJson.phrase(json, "text"));
            case "assign" -> new Change.Assign(id(json, "about"), side(json), json.texts("owners"));
            case "read-due" -> new Change.ReadDue(id(json, "about"), CommitmentJson.due(json));
            case "expect" -> new Change.Expect(id(json, "about"), json.optionalDate("date"));
            case "cite" -> new Change.Cite(id(json, "about"), CommitmentJson.citation(json.object("citation")));
            case "report" ->
                new Change.SelfReport(id(json, "about"), side(json), new Report(standing(json), json.text("words")));
            case "assess" -> new Change.Assess(id(json, "about"), assessment(json));
            case "convene" ->
                new Change.Convene(new Meeting(
                        id(json, "id"), CommitmentJson.phrase(json, "title"), json.day("day"), json.text("place")));
            case "prove" -> new Change.Prove(id(json, "about"), evidence(json));
            case "connect" ->
                new Change.Connect(new Link(
                        id(json, "from"), json.word("link", Link.Kind.values(), Link.Kind::word), id(json, "to")));
            case "ask" -> new Change.AskToExplain(id(json, "about"), side(json), json.day("by"));
            case "explain" ->
                new Change.Explain(
                        id(json, "about"),
                        new Explanation(side(json), json.text("words"), json.optionalDate("newDate")));
            case "decide" ->
                new Change.Decide(new Decision(
                        id(json, "meeting"),
                        json.text("words"),
                        json.optionalText("about"),
                        json.optionalText("commitment")));
            case "withdraw" -> new Change.Withdraw(id(json, "about"), event(json));
            default -> throw event.fault("change", "is `" + word + "`, which this version does not know");
        };
    }

    private static Side side(ObjectJson json) {
        return json.word("side", Side.values(), Side::word);
    }

    private static Standing standing(ObjectJson json) {
        return json.word("standing", Standing.values(), Standing::word);
    }

    private static EventId event(ObjectJson json) {
        String hex = json.text("event");
        if (!EventId.isShaped(hex)) {
            throw json.fault("event", "is `" + hex + "`, which is no name of an event");
        }
        return new EventId(hex);
    }

    private static Assessment assessment(ObjectJson json) {
        return new Assessment(
                json.text("assessor"),
                standing(json),
                json.optionalWord("relevance", Assessment.Relevance.values(), ChangeJson::word),
                json.optionalWord("ambition", Assessment.Ambition.values(), ChangeJson::word),
                json.optionalWord("earlyResults", Assessment.EarlyResults.values(), ChangeJson::word),
                json.text("grounds"));
    }

    private static Evidence evidence(ObjectJson json) {
        Optional<PartialDate> date = json.optionalDate("date");
        Optional<ObjectJson> citation = json.optionalObject("citation");
        if (citation.isPresent()) {
            return new Evidence.Document(CommitmentJson.citation(citation.get()), json.text("claim"), date);
        }
        String hash = json.text("hash");
        if (!EventId.isShaped(hash) || json.number("entry") < 0) {
            throw json.fault("hash", "with `entry` names no entry of a log");
        }
        return new Evidence.Exchange(json.text("origin"), json.number("entry"), hash, json.text("claim"), date);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
