package org.hasekura.resilience;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Data of others that may not be shipped with this software; tests that need them are skipped where they are not. */
final class SharedData {

    private SharedData() {}

    /** A folder below {@code supply/data}; skips the test, with a message, where it is absent. */
    static Tables folder(String name) throws IOException {
        Path folder = Path.of(System.getProperty("hasekura.shared", "../shared"), "supply", "data", name);
        assumeTrue(Files.isDirectory(folder), "skipped: `supply/data/" + name + "` is not beside this repository");
        return tables(folder);
    }

    static Tables tables(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names =
                    files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
            return new Tables() {
                @Override
                public String name() {
                    return String.valueOf(folder.getFileName());
                }

                @Override
                public Set<String> files() {
                    return names;
                }

                @Override
                public Reader open(String file) throws IOException {
                    return Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8);
                }
            };
        }
    }
}
