package org.hasekura.partnership;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The words by which a promise is told from what is no promise, and its area from others: data with a version.
 *
 * @param promises words and their weight; those that speak against a promise weigh less than nothing
 * @param kinds words and the kind they speak for
 * @param areas the words of each area
 */
public record ImportWords(
        String version, Map<String, Double> promises, Map<String, Kind> kinds, Map<String, List<String>> areas) {

    public ImportWords {
        promises = Map.copyOf(promises);
        kinds = Map.copyOf(kinds);
        areas = Map.copyOf(areas);
    }

    public static ImportWords load() {
        try (InputStream in = Objects.requireNonNull(
                ImportWords.class.getResourceAsStream("import-words.json"), "the jar lacks import-words.json")) {
            return switch (ImportWordsJson.read(in.readAllBytes())) {
                case Read.Done<ImportWords>(ImportWords it) -> it;
                case Read.Refused<ImportWords> refused ->
                    throw new IllegalStateException("the words for imports are damaged: " + refused.line());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
