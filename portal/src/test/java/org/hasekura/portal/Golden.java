package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files with what a page should look like; {@code -Dgolden.update=true} writes them anew, and the difference is reviewed. */
final class Golden {

    private static final Path FOLDER =
            Path.of(System.getProperty("hasekura.home", ".."), "portal/src/test/resources/org/hasekura/portal/golden");

    private Golden() {}

    static void check(String name, String html) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, html);
            }
            assertThat(html).as("golden page " + name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the golden page `" + file + "` cannot be read; -Dgolden.update=true writes it", e);
        }
    }
}
