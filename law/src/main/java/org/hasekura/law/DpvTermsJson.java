package org.hasekura.law;

import java.util.HashMap;
import java.util.Map;

/** Reads {@code dpv.json}. */
final class DpvTermsJson {
    private DpvTermsJson() {}

    static DpvTerms read(FieldsJson file) throws LawDataException {
        Map<String, Map<String, String>> codes = new HashMap<>();
        FieldsJson fields = file.object("codes");
        for (String field : fields.names()) {
            codes.put(field, texts(fields.object(field)));
        }
        file.text("about");
        file.text("source");
        DpvTerms terms = new DpvTerms(
                file.text("version"),
                file.codes("namespaces"),
                codes,
                texts(file.object("acts")),
                texts(file.object("decisions")));
        file.nothingElse();
        return terms;
    }

    private static Map<String, String> texts(FieldsJson fields) throws LawDataException {
        Map<String, String> texts = new HashMap<>();
        for (String name : fields.names()) {
            texts.put(name, fields.text(name));
        }
        return Map.copyOf(texts);
    }
}
