package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that was brought to be published")
final class PublishedFilesTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir
    private Path folder = Path.of("");

    private PublishedFiles files = new PublishedFiles(folder, 1_000, clock);

    @BeforeEach
    void open() {
        files = new PublishedFiles(folder, 1_000, clock);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String brought(String text) throws IOException {
        return String.valueOf(files.brought(bytes(text)).getFileName());
    }

    private int tidy() throws IOException {
        return files.tidy(_ -> false);
    }

    @Test
    @DisplayName("is removed a day after it came, not earlier, and never when it is used")
    void removed() throws IOException {
        String unused = brought("a");
        String used = brought("b");
        assertThat(files.use(used)).isTrue();

        clock.pass(DAY);
        assertThat(tidy()).isZero();
        assertThat(files.find(unused)).isPresent();

        clock.pass(Duration.ofSeconds(1));
        assertThat(tidy()).isEqualTo(1);
        assertThat(files.find(unused)).isEmpty();
        assertThat(files.find(used)).isPresent();
        assertThat(folder).isDirectoryNotContaining("glob:**.brought");
    }

    @Test
    @DisplayName("stays while a draft names it, and waits anew when it comes again or a draft is kept")
    void waits() throws IOException {
        String named = brought("a");
        String again = brought("b");
        String renewed = brought("c");
        clock.pass(DAY.minusSeconds(1));
        assertThat(brought("b")).isEqualTo(again);
        files.renew(renewed);
        clock.pass(Duration.ofSeconds(2));

        assertThat(files.tidy(named::equals)).isZero();
        clock.pass(DAY);
        assertThat(files.tidy(named::equals)).isEqualTo(2);
        assertThat(files.find(named)).isPresent();
    }

    @Test
    @DisplayName("is never removed when the same bytes were in use before, by a dataset, as text, or from an API")
    void inUse() throws IOException {
        String published = brought("a");
        assertThat(files.use(published)).isTrue();
        String typed = String.valueOf(files.kept(bytes("b")).getFileName());
        brought("a");
        brought("b");
        String both = brought("c");
        files.kept(bytes("c"));

        clock.pass(DAY.multipliedBy(2));

        assertThat(tidy()).isZero();
        assertThat(files.find(published)).isPresent();
        assertThat(files.find(typed)).isPresent();
        assertThat(files.find(both)).isPresent();
    }

    @Test
    @DisplayName("waits again when its publication came to nothing")
    void waitsAgain() throws IOException {
        String file = brought("a");
        assertThat(files.use(file)).isTrue();
        assertThat(files.use(file)).isFalse();
        files.waitAgain(file);
        clock.pass(DAY.plusSeconds(1));
        assertThat(tidy()).isEqualTo(1);
        assertThat(files.find(file)).isEmpty();
        assertThat(files.use(file)).isFalse();
    }
}
