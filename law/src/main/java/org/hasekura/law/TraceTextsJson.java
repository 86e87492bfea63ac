package org.hasekura.law;

import java.util.HashMap;
import java.util.Map;

/** Reads {@code trace.json}. */
final class TraceTextsJson {
    private TraceTextsJson() {}

    static TraceTexts packaged() throws LawDataException {
        return read(LawDataJson.packagedFile("trace.json"));
    }

    static TraceTexts read(FieldsJson file) throws LawDataException {
        Map<String, TraceTexts.Words> orders = new HashMap<>();
        for (FieldsJson entry : file.objects("orders")) {
            LawDataJson.add(orders, entry.text("id"), words(entry), entry, "id");
            entry.nothingElse();
        }
        Map<String, TraceTexts.Asked> questions = new HashMap<>();
        for (FieldsJson entry : file.objects("questions")) {
            String id = entry.text("id");
            FieldsJson fields = entry.called("`" + id + "`");
            fields.text("id");
            TraceTexts.Words question = words(fields);
            Map<String, TraceTexts.Words> answers = new HashMap<>();
            for (FieldsJson answer : fields.objects("answers")) {
                LawDataJson.add(answers, answer.text("id"), words(answer), answer, "id");
                answer.nothingElse();
            }
            fields.nothingElse();
            LawDataJson.add(questions, id, new TraceTexts.Asked(question, Map.copyOf(answers)), fields, "id");
        }
        return new TraceTexts(orders, questions);
    }

    private static TraceTexts.Words words(FieldsJson fields) throws LawDataException {
        return new TraceTexts.Words(fields.text("en"), fields.text("ja"));
    }
}
