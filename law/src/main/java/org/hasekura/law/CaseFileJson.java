package org.hasekura.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads case files in JSON: an object with a list {@code cases}. Everything about a case but its facts may be absent. */
public final class CaseFileJson {
    /** A longer file is refused unread. */
    public static final int BYTES_MAX = 32 << 20;

    private static final Set<String> OUTCOMES =
            Set.of("permitted", "permitted-with-conditions", "prohibited", "needs-assessment");
    private static final List<String> ABOUT_THE_CASE = List.of("purpose", "notes", "confidence", "boundaryOf", "split");

    private CaseFileJson() {}

    /**
     * Reads the file.
     *
     * @param name of the file, for messages
     * @throws LawDataException naming file, case and field, when it cannot be read; a code that is merely unknown is kept and leads to
     *     an undecided ruling
     */
    public static CaseFile read(String name, byte[] utf8) throws LawDataException {
        if (utf8.length > BYTES_MAX) {
            throw new LawDataException(
                    "`" + name + "` has " + utf8.length + " bytes; at most " + BYTES_MAX + " are read: split it");
        }
        FieldsJson file = FieldsJson.document(name, utf8);
        if (!file.has("cases")) {
            throw file.wrong("cases", "is missing");
        }
        List<CaseFile.Case> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (FieldsJson entry : file.objects("cases")) {
            String id = entry.text("id");
            if (!ids.add(id)) {
                throw entry.wrong("id", "`" + id + "` is there twice");
            }
            cases.add(readCase(entry.called("case `" + id + "`"), id));
        }
        return new CaseFile(name, cases);
    }

    private static CaseFile.Case readCase(FieldsJson fields, String id) throws LawDataException {
        Optional<String> theme = fields.optionalText("theme");
        Optional<String> title = fields.optionalText("title");
        for (String field : ABOUT_THE_CASE) {
            fields.has(field);
        }
        fields.has("id");
        Optional<FieldsJson> expected = fields.optionalObject("expected");
        return new CaseFile.Case(
                id,
                theme,
                title,
                fields.day("date"),
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
