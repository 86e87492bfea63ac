package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The adequacy review pack")
class ReviewTest {

    @TempDir
    Path root = Path.of("");

    private static ChildJvm.Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        return ChildJvm.run(folder, arguments);
    }

    private static void make(TestNode node, Path folder, Path out) throws IOException, InterruptedException {
        String month = YearMonth.now(ZoneOffset.UTC).toString();
        String token = node.api().headers().getOrDefault("Authorization", "").replace("Bearer ", "");
        ChildJvm.Ended made = run(
                folder,
                "review",
                "make",
                "--node",
                node.api().base().toString(),
                "--token",
                token,
                "--first",
                month,
                "--last",
                month,
                "--out",
                out.toString());
        assertThat(made.status()).as(made.err()).isZero();
    }

    @Test
    @DisplayName(
            "counts flows, duties and incidents that rest on a decision, proves each, is merged with others, and withholds what is small")
    void whole() throws IOException, InterruptedException {
        Path of = root.resolve("of-provider");
        Path empty = root.resolve("of-consumer");
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = TestNode.start(root, "consumer", "JP", "organisation.subject-to = APPI\n")) {
            String agreement = PersonalData.agreed(root, provider, consumer);
            for (int i = 0; i < 6; i++) {
                transfer(consumer, agreement);
            }
            make(provider, root, of);
            make(consumer, root, empty);
            assertThat(provider.api()
                            .read("/api/events?types=evidence.evidence-accessed")
                            .toString())
                    .contains("REVIEW");
        }
        JsonNode pack = JsonMapper.shared().readTree(Files.readAllBytes(of.resolve("review.json")));
        List<JsonNode> flows = new ArrayList<>();
        pack.path("rows").forEach(row -> {
            if (row.path("counted").asString().equals("FLOW")) {
                flows.add(row);
            }
        });
        assertThat(flows).hasSize(6).allSatisfy(flow -> {
            assertThat(flow.path("decision").asString()).isEqualTo("EU-JP-2019");
            assertThat(flow.path("recipientKind").asString()).isEqualTo("business");
        });
        assertThat(Files.readString(empty.resolve("review.json"))).contains("\"rows\":[]");

        Path out = root.resolve("report");
        ChildJvm.Ended merged = run(root, "review", "merge", of.toString(), empty.toString(), "--out", out.toString());
        assertThat(merged.status()).as(merged.err()).isZero();
        assertThat(merged.out().toString()).contains("do not publish");
        String csv = Files.readString(out.resolve("report.csv"));
        assertThat(csv)
                .contains("\"flows by decision\",\"EU-JP-2019\",6,false")
                .contains("\"duties due\",\"SR:4\",,true")
                .doesNotContain("\"SR:4\",1");
        assertThat(Files.readString(out.resolve("report.en.html"))).contains("EU-JP-2019", "withheld", "lang=\"en\"");
        assertThat(Files.readString(out.resolve("report.ja.html"))).contains("根拠とした認定別の移転", "非表示");
        assertThat(Files.readString(out.resolve("report.json"))).contains("\"nodes\" : 2");

        ChildJvm.Ended twice = run(root, "review", "merge", of.toString(), of.toString(), "--out", out.toString());
        assertThat(twice.status()).isEqualTo(1);
        assertThat(twice.err()).contains("as another one is");
        Files.writeString(
                of.resolve("review.json"),
                Files.readString(of.resolve("review.json")).replaceFirst("EU-JP-2019", "EU-US-DPF-2023"));
        ChildJvm.Ended forged = run(root, "review", "merge", of.toString(), "--out", out.toString());
        assertThat(forged.status()).isEqualTo(1);
        assertThat(forged.err()).contains("is not proved", "does not permit on `EU-US-DPF-2023`");
    }

    private static void transfer(TestNode consumer, String agreement) throws IOException {
        String pid = Api.good(consumer.api().post("/api/transfers", Dealings.object("agreement", agreement)))
                .json()
                .path("pid")
                .asString();
        JsonNode _ = Waiting.until(
                () -> consumer.api().read("/api/transfers/" + pid),
                seen -> seen.path("state").asString().equals("COMPLETED"));
    }
}
