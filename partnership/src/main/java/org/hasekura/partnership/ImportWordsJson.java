package org.hasekura.partnership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the words for imports. */
final class ImportWordsJson {

    private ImportWordsJson() {}

    static Read<ImportWords> read(byte[] json) {
        return ObjectJson.reading(() -> words(ObjectJson.parse(json)));
    }

    private static ImportWords words(ObjectJson json) {
        Map<String, Double> promises = new HashMap<>();
        for (String field : List.of("promises", "noPromises")) {
            ObjectJson weights = json.object(field);
            weights.names()
                    .forEach(word -> promises.put(
                            word,
                            weights.optionalNumber(word)
                                    .orElseThrow(() -> weights.fault(word, "is missing; expected a number"))));
        }
        ObjectJson kinds = json.object("kinds");
        Map<String, Kind> ofWords = new HashMap<>();
        kinds.names().forEach(word -> ofWords.put(word, kinds.word(word, Kind.values(), Kind::word)));
        ObjectJson areas = json.object("areas");
        Map<String, List<String>> ofAreas = new HashMap<>();
        areas.names().forEach(area -> ofAreas.put(area, areas.texts(area)));
        return new ImportWords(json.text("version"), promises, ofWords, ofAreas);
    }
}
