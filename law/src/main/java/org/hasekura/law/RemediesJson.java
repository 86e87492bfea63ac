package org.hasekura.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads {@code remedies.json}: what people can put in place for a flow that loses its ground. */
final class RemediesJson {
    private RemediesJson() {}

    /** The packaged remedies, the least effort first. */
    static List<Remedy> packaged(LawData law) {
        return PackagedJson.read("remedies.json", file -> read(file, law));
    }

    static List<Remedy> read(FieldsJson file, LawData law) throws LawDataException {
        List<Remedy> remedies = new ArrayList<>();
        for (FieldsJson entry : file.objects("remedies")) {
            String id = entry.text("id");
            remedies.add(remedy(id, entry.called("`" + id + "`"), law));
        }
        remedies.sort(Comparator.comparing(Remedy::effort));
        return List.copyOf(remedies);
    }

    private static Remedy remedy(String id, FieldsJson fields, LawData law) throws LawDataException {
        fields.text("id");
        Optional<FieldsJson> safeguard = fields.optionalObject("safeguard");
        List<String> unknown = new ArrayList<>();
        Remedy remedy = new Remedy(
                id,
                Effort.parse(fields),
                fields.text("en"),
                fields.text("ja"),
                LawDataJson.find(law.provisions(), fields.text("provision"), fields, "provision"),
                fields.codes("ifRelation"),
                fields.flag("ifPersonnel"),
                fields.flag("renewsAssessments"),
                safeguard.isEmpty() ? Optional.empty() : Optional.of(FlowJson.safeguard(safeguard.get(), unknown)),
                fields.codes("certifiedUnder"),
                fields.codes("factCodes"));
        fields.nothingElse();
        if (!unknown.isEmpty()) {
            throw fields.wrong("safeguard", "states unknown fields: " + unknown);
        }
        return remedy;
    }
}
