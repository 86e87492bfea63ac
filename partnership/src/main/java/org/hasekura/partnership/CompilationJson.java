package org.hasekura.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a compiled register. What the compiler found out about each promise becomes events like any other, by an author who
 * belongs to neither side, dated on the day of the compilation.
 */
public final class CompilationJson {

    static final int BYTES_MAX = 16 << 20;

    private CompilationJson() {}

    public static Read<Compilation> read(byte[] json) {
        return json.length > BYTES_MAX
                ? new Read.Refused<>("", "the register is longer than " + BYTES_MAX + " bytes")
                : ObjectJson.reading(() -> compilation(ObjectJson.parse(json)));
    }

    private static Compilation compilation(ObjectJson json) {
        Map<String, Source> sources = sources(json.object("sources"));
        LocalDate compiled = json.day("compiled");
        var author = new Author(Author.Seat.INDEPENDENT, json.text("compiler"));
        Instant at = compiled.atStartOfDay(ZoneOffset.UTC).toInstant();
        var events = new ArrayList<Event>();
        for (ObjectJson each : json.objects("instruments")) {
            Instrument instrument = CommitmentJson.instrument(each);
            known(each, "sources", instrument.sources(), sources);
            events.add(Event.first(author, at, "compiled", new Change.EnterInstrument(instrument)));
        }
        for (ObjectJson each : json.objects("commitments")) {
            for (Change change : changes(each, sources, author.name())) {
                events.add(Event.first(author, at, "compiled", change));
            }
        }
        return new Compilation(
                CommitmentJson.phrase(json, "title"),
                json.text("version"),
                compiled,
                json.text("licence"),
                json.text("compiler"),
                CommitmentJson.phrase(json, "caution"),
                sources,
                events);
    }

    static Map<String, Source> sources(ObjectJson json) {
        var sources = new LinkedHashMap<String, Source>();
        json.names().stream().sorted().forEach(id -> sources.put(id, CommitmentJson.source(id, json.object(id))));
        return sources;
    }

    private static List<Change> changes(ObjectJson json, Map<String, Source> sources, String compiler) {
        Commitment commitment = CommitmentJson.read(json);
        known(
                json,
                "citations",
                commitment.citations().stream().map(Citation::source).toList(),
                sources);
        var changes = new ArrayList<Change>();
        changes.add(new Change.Enter(commitment));
        for (String earlier : json.texts("follows")) {
            changes.add(new Change.Connect(new Link(commitment.id(), Link.Kind.FOLLOWS, earlier)));
        }
        List<String> shownBy = json.texts("standingSources");
        known(json, "standingSources", shownBy, sources);
        String note = json.text("standingNote");
        Standing standing = json.word("standing", Standing.values(), Standing::word);
        changes.add(new Change.Assess(
                commitment.id(),
                new Assessment(compiler, standing, Optional.empty(), Optional.empty(), Optional.empty(), note)));
        if (standing != Standing.NOT_EVIDENCED) {
            Optional<PartialDate> done = json.optionalDate("done");
            for (String source : shownBy) {
                changes.add(
                        new Change.Prove(commitment.id(), new Evidence.Document(Citation.notRead(source), note, done)));
            }
        }
        return changes;
    }

    private static void known(ObjectJson json, String name, List<String> ids, Map<String, Source> sources) {
        for (String id : ids) {
            if (!sources.containsKey(id)) {
                throw json.fault(name, "names `" + id + "`, which is no source of this register");
            }
        }
    }
}
