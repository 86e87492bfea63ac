package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of regulators' questions")
class QuestionPagesTest {

    private final FakeQuestions questions = new FakeQuestions();
    private final TestPortal browser = new TestPortal(questions);

    private String csrf() throws StoreFailed {
        return "csrf=" + browser.get("/en/questions").csrf();
    }

    @Test
    @DisplayName("let a regulator ask with a deadline; it waits on the work of whoever answers, and is answered once")
    void wholeWay() throws StoreFailed {
        browser.as(Role.REGULATOR);
        assertThat(browser.get("/en/audit").body()).contains("/en/questions");
        assertThat(browser.get("/en/questions").body()).contains("No question was asked yet", "Ask a question");
        TestPortal.Seen asked = browser.post("/en/questions", csrf() + "&question=Who+had+access%3F&due=2026-12-05");
        assertThat(asked.header("Location")).contains("/en/questions?notice=question-asked");
        assertThat(browser.get("/en/questions/q1").body())
                .contains("Who had access?", "waits for an answer")
                .doesNotContain("Send the answer");

        browser.as(Role.PROVIDER);
        assertThat(browser.get("/en/questions").status()).isEqualTo(403);
        browser.as(Role.COMPLIANCE);
        assertThat(browser.get("/ja/").body()).contains("/ja/questions/q1", "Who had access?");
        String form = "csrf=" + browser.get("/en/questions/q1").csrf();
        assertThat(browser.post("/en/questions/q1", form).status()).isEqualTo(422);
        assertThat(browser.upload(
                                "/en/questions/q1",
                                form + "&answer=Two+of+us%2C+as+listed",
                                "document",
                                "list.txt",
                                "a, b".getBytes(StandardCharsets.UTF_8))
                        .header("Location"))
                .contains("/en/questions/q1?notice=question-answered");
        assertThat(questions.documentText("q1")).isEqualTo("a, b");
        assertThat(browser.post("/en/questions/q1", form + "&answer=again").header("Location"))
                .contains("/en/questions/q1?notice=not-possible-now");
        assertThat(browser.get("/en/").body()).doesNotContain("/en/questions/q1");

        browser.as(Role.REGULATOR);
        assertThat(browser.get("/ja/questions/q1").body())
                .contains("Two of us, as listed", "list.txt", "回答済み", "法令遵守責任者");
        assertThat(browser.answer("/en/questions/q1/document")).isInstanceOf(PortalAnswer.Streamed.class);
        assertThat(browser.get("/en/questions.csv").body())
                .contains("Who had access?,2026-11-21T09:30:00Z,2026-12-05,ANSWERED");
    }

    @Test
    @DisplayName("refuse a question without words or with a day that has passed, and say which are late")
    void refused() throws StoreFailed {
        browser.as(Role.REGULATOR);
        TestPortal.Seen wrong = browser.post("/en/questions", csrf() + "&question=&due=2026-11-20");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#question\"", "href=\"#due\"");
        assertThat(browser.get("/en/questions/none").status()).isEqualTo(404);
        questions.isFull = true;
        assertThat(browser.post("/en/questions", csrf() + "&question=why&due=2026-12-01")
                        .body())
                .contains("none can be added");
        questions.questions.add(new Questions.Question(
                "q9",
                TestPortal.NOW,
                "regulator",
                java.util.Optional.empty(),
                java.time.LocalDate.of(2026, 11, 20),
                java.util.Optional.empty()));
        assertThat(browser.get("/en/questions").body()).contains("late", "was erased");
    }
}
