package org.hasekura.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a {@link FlowStatement}: every word must be a code of the vocabulary; one that is not is refused with the nearest that is. */
final class FlowReading {
    private final LawData law;
    private final Places places;
    private final FlowStatement stated;
    private final List<String> refusals = new ArrayList<>();

    private FlowReading(LawData law, Places places, FlowStatement stated) {
        this.law = law;
        this.places = places;
        this.stated = stated;
    }

    static StatedFlow read(LawData law, Places places, FlowStatement stated) {
        FlowReading reading = new FlowReading(law, places, stated);
        Flow flow = reading.flow();
        return reading.refusals.isEmpty()
                ? new StatedFlow.Valid(flow, stated.day())
                : new StatedFlow.Refused(reading.refusals);
    }

    private Flow flow() {
        onePerSide("role", stated.roles());
        onePerSide("kind", stated.kinds());
        Party exporter = party(stated.from(), 0, List.of(), List.of(), Optional.empty());
        Party importer = party(stated.to(), 1, stated.certified(), stated.subjectTo(), stated.relation());
        stated.relation().ifPresent(code -> check("relation", "relation", code));
        String operation = check("operation", "operation", stated.operation());
        List<Safeguard> safeguards = new ToolWords(law, refusals).read(stated.tools(), stated.assessment());
        return new Flow(
                Operation.parse(operation),
                exporter,
                importer,
                data(exporter.country()),
                check("purpose", "purposeCode", stated.purpose()),
                checked("fact", "factCodes", stated.facts()),
                safeguards,
                stated.onward().map(this::onward));
    }

    private Party party(
            String country, int side, List<String> certified, List<String> subjectTo, Optional<String> relation) {
        String iso = country.toUpperCase(Locale.ROOT);
        if (!places.hold(iso)) {
            refuse("country", country, List.of());
        }
        return new Party(
                iso,
                check("role", "role", side(stated.roles(), side)),
                check("kind", "kind", side(stated.kinds(), side)),
                Party.UNSTATED,
                checked("certification list", "certifiedUnder", certified),
                checked("law", "subjectTo", subjectTo),
                relation);
    }

    private void onePerSide(String what, List<String> both) {
        if (both.isEmpty() || both.size() > 2) {
            refusals.add("`" + FieldsJson.shown(String.join(":", both)) + "` is no " + what
                    + " for each side; write it for the exporter, a colon, and for the importer");
        }
    }

    private static String side(List<String> both, int side) {
        return both.isEmpty() ? Party.UNSTATED : both.get(Math.min(side, both.size() - 1));
    }

    private Onward onward(String text) {
        List<String> parts = List.of(text.split(":", -1));
        if (parts.size() > 2) {
            refusals.add("`" + text + "` is no first hop; write `EU:A45-3`");
        }
        return new Onward(
                check("regime", "onward.originalExporterRegime", parts.getFirst()),
                parts.size() < 2
                        ? Party.UNSTATED
                        : check("ground of the first hop", "onward.importerInJapanReliedOn", parts.get(1)));
    }

    private FlowData data(String exporter) {
        DataWords words = new DataWords(law, refusals);
        FlowData data = words.read(stated.data());
        // Where nobody says otherwise the data come from the exporter's own country, under its law.
        boolean statesOrigin = !data.originRegime().equals(Party.UNSTATED);
        return statesOrigin ? data : words.from(law.regime(exporter, stated.day()));
    }

    private Set<String> checked(String what, String field, List<String> codes) {
        Set<String> checked = new HashSet<>();
        codes.forEach(code -> checked.add(check(what, field, code)));
        return checked;
    }

    private String check(String what, String field, String code) {
        if (!codes(field).contains(code) && !code.equals(Party.UNSTATED)) {
            refuse(what, code, codes(field));
        }
        return code;
    }

    private Set<String> codes(String field) {
        return law.codes().getOrDefault(field, Set.of());
    }

    private void refuse(String what, String word, Collection<String> known) {
        refusals.add(refusal(what, word, known));
    }

    /** What is wrong with the word, in words; all known ones where none is near and they are few. */
    static String refusal(String what, String word, Collection<String> known) {
        int shownMax = 12;
        String hint = NearestWord.to(word, known)
                .map(nearest -> "; did you mean `" + nearest + "`?")
                .orElseGet(() -> known.isEmpty() || known.size() > shownMax
                        ? ""
                        : "; there are " + String.join(", ", new TreeSet<>(known)));
        return "unknown " + what + " `" + FieldsJson.shown(word) + "`" + hint;
    }

    static List<String> join(Stream<String> some, Collection<String> others) {
        return Stream.concat(some, others.stream()).toList();
    }
}
