package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code structures.json}. */
final class StructuresJson {
    /**
     * The structures by country, in the order of the file.
     *
     * @param statedFrom from when on facts without a day are stated
     */
    record Structures(LocalDate statedFrom, Map<String, Structure> byCountry) {}

    private static final Set<String> AUTHORITIES = Set.of("authority", "taken-over", "ministry", "planned", "none");
    private static final Set<String> INDEPENDENCE =
            Set.of("independent", "formal", "partial", "weak", "none", "regressed", "unknown");
    private static final Set<String> LOCALISATION = Set.of("none", "sectoral", "conditional", "general", "unknown");
    private static final Set<String> OUTBOUND =
            Set.of("protection", "permission", "accountability", "notice", "consent", "free", "none", "unknown");

    private StructuresJson() {}

    static Structures read(FieldsJson file) throws LawDataException {
        Map<String, Structure> structures = new LinkedHashMap<>();
        for (FieldsJson entry : file.objects("structures")) {
            String iso = entry.text("iso");
            LawDataJson.add(structures, iso, structure(iso, entry.called("`" + iso + "`")), entry, "iso");
        }
        return new Structures(file.day("statedFrom"), structures);
    }

    private static Structure structure(String iso, FieldsJson fields) throws LawDataException {
        fields.text("iso");
        List<Structure.GeneralLaw> laws = new ArrayList<>();
        for (FieldsJson law : fields.objects("laws")) {
            laws.add(new Structure.GeneralLaw(law.text("citation"), days(law), law.optionalDay("dutiesFrom")));
            law.nothingElse();
        }
        List<Structure.Authority> authorities = new ArrayList<>();
        for (FieldsJson one : fields.objects("authorities")) {
            authorities.add(new Structure.Authority(
                    one.text("nameEn"),
                    one.text("nameJa"),
                    code(one, "kind", AUTHORITIES),
                    code(one, "independence", INDEPENDENCE),
                    days(one)));
            one.nothingElse();
        }
        List<Structure.Measure> outbound = new ArrayList<>();
        for (FieldsJson rule : fields.objects("outbound")) {
            outbound.add(measure(rule, OUTBOUND));
        }
        LawDataJson.source(fields);
        Structure structure = new Structure(
                iso,
                List.copyOf(laws),
                fields.flag("modelledOnGdpr"),
                List.copyOf(authorities),
                treaties(fields.object("treaties")),
                measure(fields.object("localisation"), LOCALISATION),
                List.copyOf(outbound),
                findings(fields),
                status(fields),
                fields.texts("bridges"),
                LawDataJson.confidence(fields),
                fields.text("source"));
        fields.nothingElse();
        return structure;
    }

    private static List<Structure.Finding> findings(FieldsJson fields) throws LawDataException {
        List<Structure.Finding> findings = new ArrayList<>();
        for (FieldsJson one : fields.objects("findings")) {
            findings.add(new Structure.Finding(
                    one.text("criterion"),
                    one.optionalText("pass"),
                    GapStatus.parse(one),
                    days(one),
                    one.text("en"),
                    one.text("ja")));
            one.nothingElse();
        }
        return List.copyOf(findings);
    }

    private static Optional<Structure.Status> status(FieldsJson fields) throws LawDataException {
        Optional<String> en = fields.optionalText("statusEn");
        return en.isEmpty() ? Optional.empty() : Optional.of(new Structure.Status(en.get(), fields.text("statusJa")));
    }

    private static Structure.Treaties treaties(FieldsJson fields) throws LawDataException {
        Structure.Treaties treaties = new Structure.Treaties(
                code(fields, "convention108", Set.of("party", "none", "not-applicable")),
                fields.optionalDay("from"),
                code(fields, "convention108plus", Set.of("ratified", "signed", "none", "unknown")),
                fields.optionalDay("plusFrom"));
        fields.nothingElse();
        return treaties;
    }

    private static Structure.Measure measure(FieldsJson fields, Set<String> kinds) throws LawDataException {
        Structure.Measure measure =
                new Structure.Measure(code(fields, "kind", kinds), fields.text("en"), fields.text("ja"), days(fields));
        fields.nothingElse();
        return measure;
    }

    private static Structure.Days days(FieldsJson fields) throws LawDataException {
        return new Structure.Days(fields.optionalDay("from"), fields.optionalDay("to"));
    }

    private static String code(FieldsJson fields, String field, Set<String> known) throws LawDataException {
        String code = fields.text(field);
        if (!known.contains(code)) {
            throw fields.wrong(
                    field,
                    "`" + code + "` is none of " + known.stream().sorted().toList());
        }
        return code;
    }
}
