package org.hasekura.law;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads {@code words.json}. */
final class WordingJson {
    private WordingJson() {}

    static Wording packaged(Locale language) throws LawDataException {
        FieldsJson file = LawDataJson.packagedFile("words.json");
        return new Wording(language, phrases(file, "phrases"), phrases(file, "codes"), TraceTexts.load());
    }

    private static Map<String, Wording.Phrase> phrases(FieldsJson file, String field) throws LawDataException {
        Map<String, Wording.Phrase> phrases = new HashMap<>();
        for (FieldsJson entry : file.objects(field)) {
            String id = entry.text("id");
            LawDataJson.add(phrases, id, new Wording.Phrase(entry.text("en"), entry.text("ja")), entry, "id");
            entry.nothingElse();
        }
        return Map.copyOf(phrases);
    }
}
