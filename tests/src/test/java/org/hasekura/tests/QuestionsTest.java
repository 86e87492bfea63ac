package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.tests.Commands.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A question of a regulator, by API and command,")
class QuestionsTest {

    @TempDir
    Path root = Path.of("");

    private final LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(7);

    @Test
    @DisplayName(
            "is asked, listed in both languages and answered once with a document; that it was is evidence, the words are not")
    void answered() throws IOException, InterruptedException {
        try (TestNode node = TestNode.start(root, "provider", "DE", "")) {
            ChildJvm.Ended asked =
                    run(node, root, "question", "ask", "Why to Kenya?", "--due", due.toString(), "--json");
            assertThat(asked.status()).as(asked.err()).isZero();
            JsonNode question = node.api().read("/api/questions").path("items").path(0);
            String id = question.path("id").asString();
            assertThat(question.path("text").asString()).isEqualTo("Why to Kenya?");
            assertThat(question.path("state").asString()).isEqualTo("OPEN");
            assertThat(String.join("\n", run(node, root, "question", "list").out()))
                    .contains(id, "waits for an answer, due by " + due, "Why to Kenya?");
            assertThat(String.join(
                            "\n",
                            run(node, root, "question", "list", "--lang", "ja").out()))
                    .contains("回答待ち(期限 " + due + ")");

            Path document = Files.writeString(root.resolve("assessment.txt"), "transfer impact assessment");
            ChildJvm.Ended done =
                    run(node, root, "question", "answer", id, "Clauses are signed.", "--document", document.toString());
            assertThat(done.status()).as(done.err()).isZero();
            JsonNode answer = node.api().read("/api/questions/" + id).path("answer");
            assertThat(answer.path("text").asString()).isEqualTo("Clauses are signed.");
            assertThat(answer.path("document").asString()).isEqualTo("assessment.txt");
            Path back = root.resolve("back.txt");
            assertThat(run(node, root, "question", "document", id, "--out", back.toString())
                            .status())
                    .isZero();
            assertThat(back).hasSameBinaryContentAs(document);

            ChildJvm.Ended again = run(node, root, "question", "answer", id, "Otherwise.");
            assertThat(again.status()).isEqualTo(1);
            assertThat(again.err()).contains("has its answer already");
            String events = node.api()
                    .read("/api/events?types=evidence.question-asked,evidence.question-answered")
                    .path("items")
                    .toString();
            assertThat(events)
                    .contains("question-asked", "question-answered", id)
                    .doesNotContain("Kenya", "Clauses");
        }
    }

    @Test
    @DisplayName("is refused with the field when its day or its text cannot be, and there is none that nobody asked")
    void refused() throws IOException {
        try (TestNode node = TestNode.start(root, "provider", "DE", "")) {
            refused(node, Dealings.object("text", "a", "dueBy", "2020-01-01"), "`dueBy`");
            refused(node, Dealings.object("text", "a", "dueBy", "soon"), "`soon`");
            refused(node, Dealings.object("dueBy", due.toString()), "`text` is missing");
            refused(node, Dealings.object("text", "x".repeat(4_001), "dueBy", due.toString()), "at most 4000");
            assertThat(node.api().read("/api/questions").path("items")).isEmpty();
            assertThat(node.api().get("/api/questions/none").status()).isEqualTo(404);
            assertThat(node.api()
                            .post("/api/questions/none/answer", Dealings.object("text", "a"))
                            .status())
                    .isEqualTo(404);
            String id = Api.good(
                            node.api().post("/api/questions", Dealings.object("text", "a", "dueBy", due.toString())))
                    .json()
                    .path("id")
                    .asString();
            Api.Reply broken = node.api()
                    .post(
                            "/api/questions/" + id + "/answer",
                            "{\"text\": \"a\", \"document\": {\"name\": \"a.txt\", \"base64\": \"?\"}}");
            assertThat(broken.status()).isEqualTo(400);
            assertThat(broken.text()).contains("base 64");
            assertThat(node.api().get("/api/questions/" + id + "/document").status())
                    .isEqualTo(404);
        }
    }

    private static void refused(TestNode node, String body, String words) throws IOException {
        Api.Reply reply = node.api().post("/api/questions", body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.text()).contains(words);
    }
}
