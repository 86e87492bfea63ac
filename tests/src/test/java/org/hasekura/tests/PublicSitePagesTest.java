package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The public site, opened from the disk in a browser,")
class PublicSitePagesTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SITE =
            Path.of(System.getProperty("hasekura.home", ".."), "docs", "site").toAbsolutePath();
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> PAGES = List.of(
            "index",
            "law-personal",
            "law-non-personal",
            "adequacy",
            "changes",
            "provisions",
            "send-DE-JP",
            "send-JP-US",
            "decision-EU-JP-2019");

    private static Optional<Playwright> playwright = Optional.empty();
    private static Optional<Browser> browser = Optional.empty();

    @BeforeAll
    static void start() {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        var quiet = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        playwright = Optional.of(Playwright.create(quiet));
        browser = Optional.of(playwright
                .get()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu"))));
    }

    @AfterAll
    static void stop() {
        browser.ifPresent(Browser::close);
        playwright.ifPresent(Playwright::close);
    }

    @Test
    @DisplayName(
            "has nothing that the accessibility checker finds, fits 320 and 768 pixels and text twice as large, and asks no network")
    void accessible() {
        var found = new ArrayList<String>();
        var asked = new ArrayList<String>();
        try (Page page = browser.orElseThrow().newPage()) {
            page.onRequest(request -> asked.add(request.url()));
            for (String language : List.of("en", "ja")) {
                for (String name : PAGES) {
                    page.setViewportSize(1280, 900);
                    page.navigate(SITE.resolve(language + "/" + name + ".html")
                            .toUri()
                            .toString());
                    new AxeBuilder(page)
                            .withTags(LEVELS)
                            .analyze()
                            .getViolations()
                            .forEach(rule -> found.add(language + "/" + name + " " + rule.getId() + ": "
                                    + rule.getNodes().getFirst().getHtml()));
                    for (int width : List.of(320, 768)) {
                        page.setViewportSize(width, 800);
                        assertThat(overflow(page)).as(name + " at " + width).isLessThanOrEqualTo(0);
                    }
                    page.setViewportSize(1280, 900);
                    page.evaluate("document.documentElement.style.fontSize = '200%'");
                    assertThat(overflow(page)).as(name + " with large text").isLessThanOrEqualTo(0);
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(asked)
                .isNotEmpty()
                .allMatch(url -> url.startsWith(SITE.toUri().toString()));
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    @Test
    @DisplayName(
            "leads by keyboard alone from the first page to an answer with its grounds, and to the same page in the other language")
    void keyboard() {
        try (Page page = browser.orElseThrow().newPage()) {
            page.navigate(SITE.resolve("en/index.html").toUri().toString());
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            tabTo(page, "send-DE-JP.html");
            page.keyboard().press("Enter");
            page.waitForURL("**/en/send-DE-JP.html");
            assertThat(page.locator("main").innerText()).contains("Permitted with duties", "GDPR Art. 45(3)");
            tabTo(page, "../ja/send-DE-JP.html");
            page.keyboard().press("Enter");
            page.waitForURL("**/ja/send-DE-JP.html");
            assertThat(page.locator("h1").innerText()).isEqualTo("このデータを送ってよいですか");
        }
    }

    /** Presses the tabulator until the link has the focus; a link that is not reached is a fault. */
    private static void tabTo(Page page, String href) {
        for (int pressed = 0; pressed < 200; pressed++) {
            page.keyboard().press("Tab");
            if (href.equals(page.evaluate("document.activeElement.getAttribute('href')"))) {
                return;
            }
        }
        throw new AssertionError("`" + href + "` is not reached by keyboard");
    }
}
