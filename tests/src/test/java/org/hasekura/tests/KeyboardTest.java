package org.hasekura.tests;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is clicked: Tab finds what is wanted, keys fill it in, Enter does it; and whoever does so sees where they are. */
@DisplayName("By keyboard alone, somebody")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyboardTest {

    private static final int STOPS_MAX = 150;

    @TempDir
    static Path folder = Path.of("");

    private static Optional<DemoBrowser> demo = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        demo = Optional.of(DemoBrowser.start(folder));
    }

    @AfterAll
    static void stop() {
        demo.ifPresent(DemoBrowser::close);
    }

    private static Page open(String role, String path) {
        DemoBrowser it = demo.orElseThrow();
        Page page = it.open("DE", "/en/");
        DemoBrowser.act(page, role);
        page.navigate(it.site("DE") + path);
        return page;
    }

    /** Presses Tab until the focus is there, and asserts that it can be seen. */
    private static void to(Page page, String selector) {
        for (int stop = 0; stop < STOPS_MAX; stop++) {
            page.keyboard().press("Tab");
            if (is(page, "at => document.activeElement.matches(at)", selector)) {
                assertThat(is(page, """
                                at => { const it = document.activeElement.getBoundingClientRect();
                                        const ring = getComputedStyle(document.activeElement);
                                        return it.top >= 0 && it.bottom <= innerHeight + 1
                                               && (ring.outlineStyle !== 'none' || ring.boxShadow !== 'none'); }""", selector))
                        .as("`" + selector + "` is on the screen and marked when it has the focus")
                        .isTrue();
                return;
            }
        }
        throw new AssertionError("Tab never came to `" + selector + "` on " + page.url());
    }

    private static boolean is(Page page, String script, String selector) {
        return Boolean.TRUE.equals(page.evaluate(script, selector));
    }

    private static void fill(Page page, String selector, String text) {
        to(page, selector);
        page.keyboard().type(text);
    }

    private static void press(Page page, String selector) {
        to(page, selector);
        page.keyboard().press("Enter");
    }

    @Test
    @Order(1)
    @DisplayName("asks whether something may be sent")
    void send() {
        Page page = open("PROVIDER", "/en/send");
        fill(page, "#from", "Germany");
        fill(page, "#to", "Japan");
        press(page, "form.ask button");
        page.waitForURL("**/send?*from=DE*to=JP*");
        assertThat(page.locator("main").innerText()).contains("Because");
        page.close();
    }

    @Test
    @Order(2)
    @DisplayName("searches, and opens what was found")
    void search() {
        Page page = open("PROVIDER", "/en/search");
        fill(page, "main input[name=q]", "kitakami");
        page.keyboard().press("Enter");
        page.waitForURL("**/search?q=kitakami*");
        press(page, "main a[href*='/participants/'], main a[href*='/exchanges/']");
        page.waitForURL(url -> url.contains("/participants/") || url.contains("/exchanges/"));
        page.close();
    }

    @Test
    @Order(3)
    @DisplayName("checks the evidence of an exchange in their own browser")
    void evidence() {
        Page page = open("PROVIDER", "/en/exchanges");
        press(page, "#ready + .table a");
        page.waitForURL("**/exchanges/*");
        press(page, "evidence-check button");
        page.waitForSelector("evidence-check[data-state=proven]");
        page.close();
    }

    @Test
    @Order(4)
    @DisplayName("records a fact about a participant")
    void fact() {
        Page page = open("COMPLIANCE", "/en/participants");
        press(page, "main td a, main th a");
        page.waitForURL("**/participants/did*");
        fill(page, "#name", "Sector");
        fill(page, "#value", "automotive");
        fill(page, "#source", "annual report");
        press(page, "main form button");
        page.waitForURL("**notice=fact-added*");
        page.close();
    }

    @Test
    @Order(5)
    @DisplayName("orders a limit on connections after they have seen what it stops")
    void limit() {
        Page page = open("AUTHORITY", "/en/limits");
        press(page, "main a.button");
        page.waitForURL("**/limits/new");
        fill(page, "#country", "Kenya");
        fill(page, "#reason", "landing station examined");
        fill(page, "#citation", "order 7/2026");
        press(page, "main form button");
        page.waitForSelector("button[name=confirmed]");
        press(page, "button[name=confirmed]");
        page.waitForURL("**/limits?notice=limit-given");
        page.close();
    }

    @Test
    @Order(6)
    @DisplayName("ends that limit")
    void lift() {
        Page page = open("OPERATOR", "/en/limits");
        press(page, "main a[href$='/lift']");
        page.waitForURL("**/lift");
        fill(page, "#reason", "found good");
        press(page, "main form button");
        page.waitForURL("**/limits?notice=limit-lifted");
        page.close();
    }

    @Test
    @Order(7)
    @DisplayName("asks a question as a regulator")
    void question() {
        Page page = open("REGULATOR", "/en/audit");
        press(page, "main a[href$='/questions']");
        page.waitForURL("**/questions");
        fill(page, "#question", "Who decided on the last transfer?");
        press(page, "main form button");
        page.waitForURL("**notice=question-asked*");
        page.close();
    }

    @Test
    @Order(8)
    @DisplayName("finds it among their work, and answers it")
    void answer() {
        Page page = open("COMPLIANCE", "/en/");
        press(page, "main a[href*='/questions/']");
        page.waitForURL("**/questions/*");
        fill(page, "#answer", "A compliance officer, on the day before.");
        press(page, "main form button");
        page.waitForURL("**notice=question-answered*");
        assertThat(page.locator("main").innerText()).contains("A compliance officer");
        page.close();
        page = open("REGULATOR", "/en/audit?from=2026-01-01");
        assertThat(page.locator("main").innerText())
                .as("both are evidence")
                .contains("QuestionAsked", "QuestionAnswered", "No gap");
        page.close();
    }

    @Test
    @Order(9)
    @DisplayName("makes an account")
    void account() {
        Page page = open("OPERATOR", "/en/accounts");
        fill(page, "#name", "Keiko Suzuki");
        fill(page, "#password", "long enough to be good");
        to(page, "main input[type=checkbox]");
        page.keyboard().press("Space");
        press(page, "main form button");
        page.waitForURL("**notice=account-kept*");
        page.close();
    }

    @Test
    @Order(10)
    @DisplayName("compares two shocks")
    void shock() {
        Page page = open("ANALYST", "/en/resilience");
        press(page, "main a[href$='/resilience/shock']");
        page.waitForURL("**/shock");
        fill(page, "#hit-b", "5");
        fill(page, "#loss-b", "50");
        fill(page, "#repair-b", "30");
        press(page, "main form button");
        page.waitForURL("**/shock?*hit-b=5*");
        assertThat(page.locator("main").innerText()).contains("First shock", "Second shock", "At worst");
        page.close();
    }

    @Test
    @Order(11)
    @DisplayName("answers an offer with other terms")
    void negotiate() {
        Page page = open("PROVIDER", "/en/exchanges");
        press(page, "#ours + .table a");
        page.waitForURL("**/exchanges/*");
        press(page, "main a[href$='/counter']");
        page.waitForURL("**/counter");
        // The same day whichever of day and month a browser wants first.
        fill(page, "#until", "12122026");
        press(page, "main form button");
        page.waitForSelector("input[name=step]", new Page.WaitForSelectorOptions().setState(ATTACHED));
        assertThat(page.locator("main").innerText()).contains("2026");
        press(page, "main form button");
        page.waitForURL("**notice=counter-done*");
        page.close();
    }

    @Test
    @Order(12)
    @DisplayName("finds a dataset of somebody else, and asks for it")
    void find() {
        Page page = open("CONSUMER", "/en/find");
        fill(page, "#q", "footprint");
        page.keyboard().press("Enter");
        page.waitForURL("**/find?q=footprint*");
        press(page, "main .results a");
        page.waitForURL("**/find/*");
        press(page, "main form button");
        page.waitForURL("**/exchanges/*notice=asked*");
        assertThat(page.locator("#standing").innerText()).contains("Kitakami");
        page.close();
    }

    @Test
    @Order(13)
    @DisplayName("publishes a dataset after a look at what follows")
    void publish() {
        Page page = open("PROVIDER", "/en/publish");
        fill(page, "#id", "visits");
        fill(page, "#title-en", "Visits to the plant");
        fill(page, "#what", "Open statistics");
        fill(page, "#text", "day,guests");
        press(page, "main form button:not([name])");
        page.waitForSelector("button[name=confirmed]");
        assertThat(page.locator("main").innerText()).contains("Visits to the plant");
        press(page, "button[name=confirmed]");
        page.waitForURL("**/offers?notice=published");
        assertThat(page.locator("main").innerText()).contains("Visits to the plant");
        page.close();
    }
}
