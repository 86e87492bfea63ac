package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.evidence.testing.ZipFiles;
import org.hasekura.verify.Check;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A bundle of a running node")
class BundleTest {

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName(
            "proves an exchange, cosigned by the other side, and a period; later ones continue it; bodies only when asked for")
    void made() throws Exception {
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = TestNode.start(root, "consumer", "JP", "")) {
            Dealings.acquaint(provider, "DE", consumer, "JP");
            Dealings.publish(provider, "data", Files.writeString(root.resolve("data.txt"), "some"), "direct");
            var crossing = new Crossing(() -> provider, () -> consumer, () -> {});
            crossing.run("data");

            Path exchange = fetch(provider, "exchange=" + crossing.negotiationOf(provider), 200);
            Check.Answer proved = check(exchange, Optional.empty());
            assertThat(proved.isProven()).as(proved.words().toString()).isTrue();
            assertThat(String.join(" ", proved.words()))
                    .contains(
                            crossing.transferOf(provider), "TransferEnded 1", "Cosigned by the witness", consumer.did())
                    .contains("are kept by the node")
                    .doesNotContain("are included");
            assertThat(ZipFiles.of(Files.readAllBytes(exchange)).keySet())
                    .noneMatch(name -> name.startsWith("bodies/"));

            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            long size = LogFolder.of(provider).head().size();
            String period = "from=" + today.minusDays(1) + "&until=" + today.plusDays(1) + "&bodies=true&since=" + size;
            Path all = fetch(provider, period, 200);
            Check.Answer everything = check(all, Optional.empty());
            assertThat(everything.isProven()).as(everything.words().toString()).isTrue();
            assertThat(String.join(" ", everything.words()))
                    .contains("From the beginning of the log to the end", "no entry is left out", "are included")
                    .contains("EvidenceAccessed");

            Path later = fetch(provider, period.replaceAll("since=.*", "since=" + treeSize(exchange)), 200);
            Check.Answer continued = check(later, Optional.of(exchange));
            assertThat(String.join(" ", continued.words())).contains("continues the checkpoint you had");
            assertThat(check(exchange, Optional.of(later)).words().getFirst()).contains("an old checkpoint is shown");
            fetch(provider, "exchange=urn:uuid:none", 404);
            fetch(provider, "from=yesterday&until=today", 400);
            fetch(provider, period.replaceAll("since=.*", "since=999999"), 409);
        }
    }

    private static long treeSize(Path bundle) throws IOException {
        String checkpoint = new String(
                ZipFiles.of(Files.readAllBytes(bundle)).getOrDefault("checkpoint", new byte[0]),
                StandardCharsets.UTF_8);
        return Long.parseLong(checkpoint.split("\n", -1)[1]);
    }

    private static Check.Answer check(Path bundle, Optional<Path> since) throws Check.Unfit {
        return new Check(bundle, Optional.empty(), since).answer(Locale.ENGLISH);
    }

    private Path fetch(TestNode node, String query, int status) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(node.api().base() + "/api/bundle?" + query));
        node.api().headers().forEach(request::header);
        HttpResponse<byte[]> answer = Api.sent(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(query).isEqualTo(status);
        return Files.write(Files.createTempFile(root, "bundle", ".zip"), answer.body());
    }
}
