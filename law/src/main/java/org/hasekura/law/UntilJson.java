package org.hasekura.law;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the ends of duties, each of which several duties may share. */
final class UntilJson {

    private UntilJson() {}

    /** By their ids. */
    static Map<String, Until> read(List<FieldsJson> entries) throws LawDataException {
        Map<String, Until> untils = new HashMap<>();
        for (FieldsJson entry : entries) {
            String id = entry.text("id");
            LawDataJson.add(untils, id, until(entry), entry, "id");
            entry.nothingElse();
        }
        return untils;
    }

    private static Until until(FieldsJson entry) throws LawDataException {
        String kind = entry.text("kind");
        return switch (kind) {
            case "day" -> new Until.Day(entry.day("day"));
            case "at-least" -> new Until.AtLeast(period(entry), entry.text("en"), entry.text("ja"));
            case "as-long-as" -> new Until.AsLongAs(entry.text("en"), entry.text("ja"));
            case "by" -> new Until.By(entry.text("en"), entry.text("ja"));
            default -> throw entry.wrong("kind", "`" + kind + "` is none of day, at-least, as-long-as, by");
        };
    }

    private static Period period(FieldsJson entry) throws LawDataException {
        String text = entry.text("period");
        try {
            Period period = Period.parse(text);
            if (!period.isZero() && !period.isNegative()) {
                return period;
            }
        } catch (DateTimeParseException e) {
            throw entry.wrong("period", "must be a period such as `P5Y`, not `" + text + "`");
        }
        throw entry.wrong("period", "must be longer than nothing, is `" + text + "`");
    }
}
