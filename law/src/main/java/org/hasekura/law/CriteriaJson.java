package org.hasekura.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code criteria.json}. */
final class CriteriaJson {
    private CriteriaJson() {}

    static Criteria read(FieldsJson file) throws LawDataException {
        Map<String, Criteria.Help> remedies = new LinkedHashMap<>();
        for (FieldsJson entry : file.objects("remedies")) {
            Criteria.Help help = new Criteria.Help(
                    entry.text("id"), entry.text("en"), entry.text("ja"), entry.text("helpEn"), entry.text("helpJa"));
            entry.nothingElse();
            LawDataJson.add(remedies, help.id(), help, entry, "id");
        }
        Map<String, Criterion> criteria = new LinkedHashMap<>();
        for (FieldsJson entry : file.objects("criteria")) {
            Criterion criterion = criterion(entry, remedies);
            LawDataJson.add(criteria, criterion.id(), criterion, entry, "id");
        }
        Map<String, Criteria.Named> bridges = new LinkedHashMap<>();
        for (Criteria.Named bridge : named(file, "bridges")) {
            bridges.put(bridge.id(), bridge);
        }
        return new Criteria(List.copyOf(criteria.values()), named(file, "passes"), remedies, bridges);
    }

    private static Criterion criterion(FieldsJson entry, Map<String, Criteria.Help> remedies) throws LawDataException {
        String remedy = entry.text("remedy");
        if (!remedy.equals("none")) {
            LawDataJson.find(remedies, remedy, entry, "remedy");
        }
        Criterion criterion = new Criterion(
                entry.text("id"),
                entry.text("en"),
                entry.text("ja"),
                entry.flag("blocking"),
                remedy,
                entry.text("provision"));
        entry.nothingElse();
        return criterion;
    }

    private static List<Criteria.Named> named(FieldsJson file, String field) throws LawDataException {
        List<Criteria.Named> all = new ArrayList<>();
        for (FieldsJson entry : file.objects(field)) {
            all.add(new Criteria.Named(entry.text("id"), entry.text("en"), entry.text("ja")));
            entry.nothingElse();
        }
        return List.copyOf(all);
    }
}
