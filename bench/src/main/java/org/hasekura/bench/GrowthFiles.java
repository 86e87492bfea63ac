package org.hasekura.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The growths that the documentation keeps: of each the numbers as {@code growth-….json} and the plot beside them. */
record GrowthFiles(Path docs) {

    private static final String PREFIX = "growth-";

    /** Every one that is kept, in order of their names. */
    List<Growth> all() throws IOException {
        try (Stream<Path> files = Files.list(docs)) {
            var growths = new ArrayList<Growth>();
            for (Path file : files.filter(GrowthFiles::isGrowth).sorted().toList()) {
                growths.add(GrowthJson.read(Files.readString(file)));
            }
            return growths;
        }
    }

    private static boolean isGrowth(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(".json");
    }

    /** Writes numbers and plot; answers the files. */
    List<Path> keep(Growth growth) throws IOException {
        Path numbers = docs.resolve(PREFIX + growth.of() + ".json");
        Path plot = docs.resolve(PREFIX + growth.of() + ".svg");
        Files.writeString(numbers, GrowthJson.write(growth), StandardCharsets.UTF_8);
        Files.writeString(plot, GrowthChart.of(growth), StandardCharsets.UTF_8);
        return List.of(numbers, plot);
    }
}
