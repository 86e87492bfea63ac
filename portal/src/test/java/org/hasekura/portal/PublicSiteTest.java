package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The public site")
class PublicSiteTest {

    private static final SortedMap<String, byte[]> FILES = PublicSite.files(TestPortal.LAW);

    @Test
    @DisplayName("stands in docs/site as it is made now; ./hasekura site --out docs/site makes it anew")
    void isCurrent() throws IOException {
        Path folder = Path.of(System.getProperty("hasekura.home", ".."), "docs", "site");
        if (Boolean.getBoolean("golden.update")) {
            for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        var kept = new TreeMap<String, String>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                kept.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        var made = new TreeMap<String, String>();
        FILES.forEach((path, bytes) -> made.put(path, new String(bytes, StandardCharsets.UTF_8)));
        assertThat(kept.keySet()).isEqualTo(made.keySet());
        made.forEach((path, text) -> assertThat(kept).as(path).containsEntry(path, text));
    }

    @Test
    @DisplayName("leads only to files that are there, and asks nothing of any server")
    void links() {
        Pattern link = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");
        FILES.forEach((path, bytes) -> {
            String page = new String(bytes, StandardCharsets.UTF_8);
            assertThat(page).as(path).doesNotContain("<form", "<script", "=\"/", "url(/");
            for (MatchResult each : link.matcher(page).results().toList()) {
                String target = each.group(1);
                if (!target.startsWith("http")) {
                    String file =
                            Path.of(path).resolveSibling(target).normalize().toString();
                    assertThat(FILES).as(path + " → " + target).containsKey(file);
                }
            }
        });
    }

    @Test
    @DisplayName("answers from Europe and from Japan to every country, with grounds, in both languages")
    void answers() {
        assertThat(text("en/send-DE-JP.html"))
                .contains("Permitted with duties", "GDPR Art. 45(3)", "decision-EU-JP-2019.html");
        assertThat(text("ja/send-JP-US.html")).contains("アメリカ合衆国", "答えを変えうるもの");
        assertThat(text("en/index.html"))
                .contains("send-JP-DE.html", "No legal advice".toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    @DisplayName("is modest: below six megabytes, no page above 150 kB")
    void modest() {
        assertThat(FILES.values().stream().mapToInt(bytes -> bytes.length).sum())
                .isLessThan(6_000_000);
        FILES.forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                assertThat(bytes.length).as(path).isLessThan(150_000);
            }
        });
    }

    private static String text(String path) {
        return new String(FILES.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }
}
