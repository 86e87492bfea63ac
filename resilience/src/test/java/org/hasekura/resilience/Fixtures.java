package org.hasekura.resilience;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files of others that are compared with but not shipped; a test is skipped, and says so, where they are not. */
final class Fixtures {

    private Fixtures() {}

    static TextTable commas(String name) throws IOException {
        return open(name, TextTable.Form.COMMAS);
    }

    static TextTable blanks(String name) throws IOException {
        return open(name, TextTable.Form.BLANKS);
    }

    private static TextTable open(String name, TextTable.Form form) throws IOException {
        Path file = Path.of(Optional.ofNullable(System.getProperty("hasekura.shared"))
                        .orElse("shared"))
                .resolve("supply")
                .resolve("data")
                .resolve(name);
        assumeTrue(Files.exists(file), "the fixture " + name + " is not on this machine");
        return TextTable.open(name, form, Files.newInputStream(file));
    }
}
