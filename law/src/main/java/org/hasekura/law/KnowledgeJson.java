package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code known.json}. */
final class KnowledgeJson {
    private KnowledgeJson() {}

    static Knowledge packaged(LocalDate asOf) throws LawDataException {
        return read(LawDataJson.packagedFile("known.json"), asOf);
    }

    static Knowledge read(FieldsJson file, LocalDate asOf) throws LawDataException {
        List<Knowledge.Act> acts = new ArrayList<>();
        for (FieldsJson entry : file.objects("acts")) {
            acts.add(new Knowledge.Act(
                    entry.text("act"),
                    entry.texts("tokens"),
                    entry.optionalDay("inForceFrom"),
                    entry.day("knownFrom")));
            entry.nothingElse();
        }
        Map<String, LocalDate> ends = new HashMap<>();
        for (FieldsJson entry : file.objects("ends")) {
            LawDataJson.add(ends, entry.text("id"), known(entry), entry, "id");
        }
        Map<LocalDate, LocalDate> accessions = new HashMap<>();
        for (FieldsJson entry : file.objects("accessions")) {
            accessions.put(entry.day("inForceFrom"), known(entry));
        }
        Map<String, LocalDate> exits = new HashMap<>();
        for (FieldsJson entry : file.objects("exits")) {
            entry.day("inForceTo");
            LawDataJson.add(exits, entry.text("iso"), known(entry), entry, "iso");
        }
        Map<Knowledge.CountryDay, LocalDate> countries = new HashMap<>();
        for (FieldsJson entry : file.objects("countries")) {
            countries.put(new Knowledge.CountryDay(entry.text("iso"), entry.day("day")), known(entry));
        }
        return new Knowledge(
                asOf,
                List.copyOf(acts),
                Map.copyOf(ends),
                Map.copyOf(accessions),
                Map.copyOf(exits),
                Map.copyOf(countries));
    }

    private static LocalDate known(FieldsJson entry) throws LawDataException {
        entry.text("why");
        return entry.day("knownFrom");
    }
}
