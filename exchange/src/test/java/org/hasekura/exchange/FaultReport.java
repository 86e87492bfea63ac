package org.hasekura.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cases of a fault matrix, counted: one line for each case in a file, one for each class on the terminal. */
final class FaultReport {

    /** A line of it. */
    record Case(String point, String result, int acknowledged, int present, int extra, long recoverMillis, long seed) {

        String line(String name) {
            return String.join(
                    ";",
                    name,
                    point,
                    result,
                    "" + acknowledged,
                    "" + present,
                    "" + extra,
                    "" + recoverMillis,
                    "" + seed);
        }
    }

    private static final String COLUMNS = "class;point;result;acked;present;extra;recover_ms;seed";

    private final String name;
    private final List<Case> cases = new ArrayList<>();

    FaultReport(String name) {
        this.name = name;
    }

    void add(Case one) {
        cases.add(one);
    }

    List<Case> failed() {
        return cases.stream().filter(each -> each.result().startsWith("failed")).toList();
    }

    int size() {
        return cases.size();
    }

    /** Writes the lines and says the counts. */
    void tell(String remark) {
        List<String> lines = new ArrayList<>(List.of(COLUMNS));
        cases.forEach(each -> lines.add(each.line(name)));
        try {
            Path folder = Files.createDirectories(Path.of("target", "faults"));
            Files.write(folder.resolve("class-" + name + ".csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Long> recoveries = cases.stream().map(Case::recoverMillis).sorted().toList();
        System.out.printf(
                "class %s: %d run, %d failed; recovery p50 %d ms, p99 %d ms%s%n",
                name, cases.size(), failed().size(), percentile(recoveries, 50), percentile(recoveries, 99), remark);
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
