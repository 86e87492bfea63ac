package org.hasekura.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hasekura.evidence.testing.SampleBundles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("hasekura-verify.jar")
class MainTest {

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    @DisplayName("says in words or JSON what a bundle proves, by its exit status too")
    void verdicts() throws IOException {
        for (SampleBundles.Case sample : SampleBundles.all()) {
            String file =
                    Files.write(folder.resolve("bundle.zip"), sample.bundle()).toString();
            String policy = Files.writeString(
                            folder.resolve("policy"), sample.policy().orElse(""))
                    .toString();
            if (sample.policy().isPresent() && sample.known().isEmpty() && sample.bundle().length > 2) {
                boolean isRight = sample.fault().isEmpty();
                assertThat(run(file, "--policy", policy)).as(sample.name()).isEqualTo(isRight ? 0 : 1);
                assertThat(run(file, "--policy", policy, "--json")).isEqualTo(isRight ? 0 : 1);
                assertThat(out.toString(StandardCharsets.UTF_8))
                        .contains("\"proven\":" + isRight)
                        .contains(sample.fault()
                                .map(fault -> "\"fault\":\"" + fault + "\"")
                                .orElse(""));
            }
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    @DisplayName("takes an earlier bundle for what the reader knows, and speaks Japanese")
    void since() throws IOException {
        SampleBundles.Case right = SampleBundles.all().getFirst();
        String file = Files.write(folder.resolve("bundle.zip"), right.bundle()).toString();
        assertThat(run(file, "--since", file, "--lang", "ja")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("証明されました", "お手元のチェックポイント");
    }

    @Test
    @DisplayName("says what is wrong with its use, and what it cannot read")
    void use() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("a", "--lang", "fr")).isEqualTo(2);
        assertThat(run("a", "--policy")).isEqualTo(2);
        assertThat(run("--help")).isZero();
        assertThat(run(folder.resolve("nothing").toString())).isEqualTo(1);
        String text = Files.writeString(folder.resolve("text"), "text").toString();
        assertThat(run(text)).isEqualTo(1);
        assertThat(run(text, "--policy", text)).isEqualTo(1);
        assertThat(run(text, "--since", text)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("there is no file", "is no policy", "--since is for bundles", "needs a value");
    }

    private int run(String... arguments) {
        return Main.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
