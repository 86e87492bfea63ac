package org.hasekura.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What others' programs need for shocks: measured by us or published, not in the same run as ours. */
final class Rivals {

    private Rivals() {}

    /** The programs of a panel, in the order of the file. */
    static List<Comparison.Line> of(String panel) {
        Map<String, List<Growth.Point>> programs = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(Rivals.class.getResourceAsStream("rivals.csv"));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[0].equals(panel))
                    .forEach(row -> programs.computeIfAbsent(row[1], _ -> new ArrayList<>())
                            .add(new Growth.Point(Long.parseLong(row[2]), Double.parseDouble(row[3]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return programs.entrySet().stream()
                .map(each -> new Comparison.Line(each.getKey(), false, List.copyOf(each.getValue())))
                .toList();
    }
}
