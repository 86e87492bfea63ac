package org.hasekura.law;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads {@code codes.json}. */
final class PhrasebookJson {
    private PhrasebookJson() {}

    static Phrasebook packaged(Locale language) throws LawDataException {
        Map<String, Phrasebook.Phrase> codes = new HashMap<>();
        for (FieldsJson entry : LawDataJson.packagedFile("codes.json").objects("codes")) {
            String id = entry.text("id");
            LawDataJson.add(codes, id, new Phrasebook.Phrase(entry.text("en"), entry.text("ja")), entry, "id");
            entry.nothingElse();
        }
        return new Phrasebook(Words.of(language), Map.copyOf(codes), TraceTexts.load());
    }
}
