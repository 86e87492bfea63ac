package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page that answers a form")
class AnswersTest {

    private static final Viewer ERIKA = new Viewer.Person("Erika", Set.of(Role.PROVIDER), Role.PROVIDER);
    private static final Viewer KEIKO = new Viewer.Person("Keiko", Set.of(Role.PROVIDER), Role.PROVIDER);

    private Instant now = TestPortal.NOW;
    private final AtomicInteger number = new AtomicInteger();
    private final InstantSource source = () -> now;
    private final Answers answers =
            new Answers(source.withZone(ZoneOffset.UTC), () -> "name-" + number.incrementAndGet());

    private static Answers.Reader reader(String visit) {
        return new Answers.Reader(visit, ERIKA, "/publish");
    }

    private static Reply.Shown shown(String detail) {
        return new Reply.Shown(422, new Trouble(Trouble.Kind.FAILED, detail));
    }

    @Test
    @DisplayName("is read again as often as one likes, by whom it was made for, where it was made")
    void readAgain() {
        String name = answers.keep(reader("a"), shown("first"));
        assertThat(answers.find(name, reader("a"))).contains(shown("first"));
        assertThat(answers.find(name, reader("a"))).contains(shown("first"));
        assertThat(answers.find(name, reader("b"))).isEmpty();
        assertThat(answers.find(name, new Answers.Reader("a", KEIKO, "/publish")))
                .isEmpty();
        assertThat(answers.find(name, new Answers.Reader("a", ERIKA, "/limits")))
                .isEmpty();
    }

    @Test
    @DisplayName("is kept for half an hour")
    void forAWhile() {
        String name = answers.keep(reader("a"), shown("first"));
        now = now.plus(Duration.ofMinutes(29));
        assertThat(answers.find(name, reader("a"))).isPresent();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(answers.find(name, reader("a"))).isEmpty();
    }

    @Test
    @DisplayName("makes room by the oldest of its own visit, and by the oldest of all when there are too many")
    void bounded() {
        String others = answers.keep(reader("b"), shown("of another"));
        String first = answers.keep(reader("a"), shown("first"));
        for (int more = 0; more < 8; more++) {
            answers.keep(reader("a"), shown("more"));
        }
        assertThat(answers.find(first, reader("a"))).isEmpty();
        assertThat(answers.find(others, reader("b"))).isPresent();
        for (int more = 0; more < 256; more++) {
            answers.keep(reader("visit-" + more), shown("more"));
        }
        assertThat(answers.find(others, reader("b"))).isEmpty();
    }

    @Test
    @DisplayName("stands at an address of its own: the form is not sent again, and both languages have it")
    void address() throws StoreFailed {
        var browser = new TestPortal();
        browser.as(Role.PROVIDER);
        String csrf = browser.get("/en/publish").csrf();
        String form = "id=&title-en=Figures&what=open-statistics&csrf=" + csrf;
        String at = browser.send("/en/publish", form).header("Location").orElseThrow();
        assertThat(at).startsWith("/en/publish?answer=");
        TestPortal.Seen answer = browser.get(at);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"Figures\"");
        assertThat(browser.get(at).body()).isEqualTo(answer.body());
        assertThat(browser.get(at.replace("/en/", "/ja/")).body()).contains("value=\"Figures\"", "入力内容に問題があります");
        assertThat(browser.get("/en/publish?answer=none").header("Location")).contains("/en/publish");
        browser.as(Role.PROVIDER);
        assertThat(browser.get(at).header("Location")).contains("/en/publish");
    }

    @Test
    @DisplayName("is found where an identifier has a percent sign of its own, and so are other languages and roles")
    void percent() throws StoreFailed {
        var browser = new TestPortal().as(Role.PROVIDER, Role.COMPLIANCE);
        String page = "/en/participants/did:web:partner.example%3A8443";
        TestPortal.Seen fresh = browser.get(page);
        assertThat(fresh.body()).contains("href=\"/ja/participants/did%3Aweb%3Apartner.example%253A8443\"");
        String form = "name=country&value=Atlantis&source=x&from=2026-01-01&csrf=" + fresh.csrf();
        assertThat(browser.send(page, form).header("Location"))
                .hasValueSatisfying(at ->
                        assertThat(at).startsWith("/en/participants/did%3Aweb%3Apartner.example%253A8443?answer="));
        assertThat(browser.post(page, form).body()).contains("value=\"Atlantis\"");
        String role = "role=COMPLIANCE&next=" + Links.encode("/participants/did:web:partner.example%3A8443") + "&csrf=";
        assertThat(browser.post("/en/role", role + fresh.csrf()).header("Location"))
                .contains("/en/participants/did%3Aweb%3Apartner.example%253A8443");
        assertThat(Links.inside("/publish?draft=a-1&x=y")).isEqualTo("/publish?draft=a-1&x=y");
        assertThat(Links.inside("//elsewhere.example/?x=y")).isEqualTo("/");
        assertThat(Links.inside("/a?b=c\r\nd")).isEqualTo("/");
    }

    @Test
    @DisplayName("that was asked for too late leads to the page above the form")
    void above() throws StoreFailed {
        var browser = new TestPortal();
        browser.as(Role.OPERATOR);
        assertThat(browser.get("/en/accounts/remove?answer=none").header("Location"))
                .isEqualTo(Optional.of("/en/accounts"));
    }

    @Test
    @DisplayName("says to whom was signed out meanwhile where the form was, and whether what was typed is kept")
    void signedOut() throws StoreFailed {
        TestPortal.Seen seen = new TestPortal().send("/ja/exchanges/ready/start", "reason=x");
        assertThat(seen.status()).isEqualTo(403);
        assertThat(seen.body())
                .contains("/ja/sign-in?next=%2Fexchanges%2Fready\"")
                .contains("data-signed-out hidden>入力した内容はこのタブに保存されており")
                .contains("class=\"without-script\">入力した内容は保存できませんでした");
    }
}
