package org.hasekura.law;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes judged cases as JSON, one line each. */
public final class CaseReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CaseReportJson() {}

    /** The ruling on a case in one line, without line end. */
    public static String line(CaseReport.Judged judged, Locale language) {
        return line(judged.theCase().id(), judged.ruling(), language);
    }

    /** A ruling in one line. Texts in Japanese for that language, else in English. */
    public static String line(String id, Ruling ruling, Locale language) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("id", id);
        put(line, ruling, language);
        return MAPPER.writeValueAsString(line);
    }

    /** Writes what the ruling says into the object. */
    static void put(ObjectNode line, Ruling ruling, Locale language) {
        boolean japanese = language.getLanguage().equals("ja");
        line.put("outcome", ruling.outcome());
        List<String> basis = ruling.basis();
        texts(line, "basis", basis.stream());
        texts(
                line,
                "legalBasis",
                ruling.grounds().stream()
                        .filter(ground -> basis.contains(ground.token()))
                        .map(ground ->
                                ground.citation(language) + " – " + (japanese ? ground.nameJa() : ground.nameEn())));
        texts(line, "dpvIri", CaseReport.dpvIris(ruling).stream());
        texts(line, "conditions", conditions(ruling).stream().map(c -> japanese ? c.textJa() : c.textEn()));
        texts(line, "duties", ruling.duties().stream().map(duty -> duty(duty, japanese)));
        texts(
                line,
                "citations",
                Stream.concat(
                                ruling.grounds().stream(),
                                ruling.duties().stream().map(Duty::provision))
                        .map(Provision::citation)
                        .distinct());
        texts(line, "missingFacts", questions(ruling).stream().map(q -> japanese ? q.textJa() : q.textEn()));
        line.put("confidence", ruling.confidence().code());
        line.put("lawData", ruling.lawData());
        line.put("software", ruling.software());
        line.put("judgedFor", ruling.judgedFor().toString());
    }

    /** Who does what, and until when. */
    private static String duty(Duty duty, boolean japanese) {
        return duty.id() + " (" + duty.who() + "): "
                + (japanese
                        ? duty.whatJa() + "〔期限：" + duty.until().textJa() + "〕"
                        : duty.whatEn() + " [until when: " + duty.until().textEn() + "]");
    }

    /** Conditions of a ruling: what must be met first, or what would cure a prohibition. */
    static List<Condition> conditions(Ruling ruling) {
        return switch (ruling) {
            case Ruling.PermittedIf permitted -> permitted.conditions();
            case Ruling.Forbidden forbidden -> forbidden.cures();
            case Ruling.Permitted _, Ruling.Undecided _ -> List.of();
        };
    }

    static List<Question> questions(Ruling ruling) {
        return ruling instanceof Ruling.Undecided undecided ? undecided.missingFacts() : List.of();
    }

    private static void texts(ObjectNode line, String field, Stream<String> texts) {
        ArrayNode array = line.putArray(field);
        texts.forEach(array::add);
    }
}
