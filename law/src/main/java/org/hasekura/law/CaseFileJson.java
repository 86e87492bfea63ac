package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads case files in JSON: an object with a list {@code cases}, that list alone, or one case alone. Everything about a case but its facts
 * may be absent.
 */
public final class CaseFileJson {
    /** A longer file is refused unread. */
    public static final int BYTES_MAX = 32 << 20;

    /** More cases are refused: several files serve better. */
    public static final int CASES_MAX = 100_000;

    private static final int ID_CHARACTERS_MAX = 200;
    private static final int SAFEGUARDS_MAX = 1_000;

    private static final Set<String> OUTCOMES =
            Set.of("permitted", "permitted-with-conditions", "prohibited", "needs-assessment");
    private static final List<String> ABOUT_THE_CASE = List.of("purpose", "notes", "confidence", "boundaryOf", "split");

    private static final String ALONE = "flow";

    private CaseFileJson() {}

    /**
     * Reads the file.
     *
     * @param name of the file, for messages
     * @throws LawDataException naming file, case and field, when it cannot be read; a code that is merely unknown is kept and leads to
     *     an undecided ruling
     */
    public static CaseFile read(String name, byte[] utf8) throws LawDataException {
        FieldsJson file = document(name, utf8);
        if (isOneCase(file)) {
            return new CaseFile(name, List.of(readCase(file, ALONE, Optional.empty())));
        }
        List<FieldsJson> entries = file.objects("cases");
        if (entries.size() > CASES_MAX) {
            throw file.wrong(
                    "cases", "has " + entries.size() + " entries; at most " + CASES_MAX + " are read: split the file");
        }
        List<CaseFile.Case> cases = new ArrayList<>(entries.size());
        Set<String> ids = new HashSet<>();
        for (FieldsJson entry : entries) {
            String id = id(entry);
            if (!ids.add(id)) {
                throw entry.wrong("id", "`" + id + "` is there twice");
            }
            cases.add(readCase(entry.called("case `" + id + "`"), id, Optional.empty()));
        }
        return new CaseFile(name, cases);
    }

    /**
     * Reads one flow alone: a case without need of an id.
     *
     * @param day goes before the day in the file, which then may be absent
     */
    public static CaseFile.Case readFlow(String name, byte[] utf8, Optional<LocalDate> day) throws LawDataException {
        FieldsJson file = document(name, utf8);
        if (!isOneCase(file)) {
            throw new LawDataException("`" + name + "`: must be one flow, not a list of cases");
        }
        return readCase(file, ALONE, day);
    }

    private static FieldsJson document(String name, byte[] utf8) throws LawDataException {
        if (utf8.length > BYTES_MAX) {
            throw new LawDataException(
                    "`" + name + "` has " + utf8.length + " bytes; at most " + BYTES_MAX + " are read: split it");
        }
        return FieldsJson.documentOrList(name, utf8, "cases");
    }

    private static boolean isOneCase(FieldsJson file) throws LawDataException {
        boolean isCase = file.has("operation") || file.has("exporter");
        if (isCase && file.has("cases")) {
            throw file.wrong("cases", "stands beside the facts of a case: it is one or the other");
        }
        if (!isCase && !file.has("cases")) {
            throw file.wrong("cases", "is missing");
        }
        return isCase;
    }

    private static String id(FieldsJson entry) throws LawDataException {
        String id = entry.text("id");
        if (id.isBlank() || id.length() > ID_CHARACTERS_MAX || !id.equals(FieldsJson.printable(id))) {
            throw entry.wrong(
                    "id",
                    "must be 1 to " + ID_CHARACTERS_MAX + " printable characters, not `" + FieldsJson.shown(id) + "`");
        }
        return id;
    }

    private static CaseFile.Case readCase(FieldsJson fields, String otherId, Optional<LocalDate> day)
            throws LawDataException {
        String id = fields.has("id") ? id(fields) : otherId;
        Optional<String> theme = fields.optionalText("theme");
        Optional<String> title = fields.optionalText("title");
        for (String field : ABOUT_THE_CASE) {
            fields.has(field);
        }
        Optional<FieldsJson> expected = fields.optionalObject("expected");
        Optional<LocalDate> inFile = fields.optionalDay("date");
        if (fields.objects("safeguards").size() > SAFEGUARDS_MAX) {
            throw fields.wrong("safeguards", "has more than " + SAFEGUARDS_MAX + " entries");
        }
        return new CaseFile.Case(
                id,
                theme,
                title,
                day.or(() -> inFile).orElseThrow(() -> fields.wrong("date", "is missing")),
                FlowJson.read(fields),
                expected.isEmpty() ? Optional.empty() : Optional.of(expected(expected.get())));
    }

    private static CaseFile.Expected expected(FieldsJson fields) throws LawDataException {
        String outcome = fields.text("outcome");
        if (!OUTCOMES.contains(outcome)) {
            throw fields.wrong(
                    "outcome",
                    "`" + outcome + "` is none of " + OUTCOMES.stream().sorted().toList());
        }
        return new CaseFile.Expected(outcome, fields.codes("basis"), fields.codes("dpvIri"));
    }
}
