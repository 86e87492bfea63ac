package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publish, find, negotiate, use: one way through the pages of two nodes. With {@code HASEKURA_SHOTS} naming a folder in the
 * environment it leaves a picture of each page there, in both languages and two widths.
 */
@DisplayName("A dataset on its way through the pages of two nodes, in a browser,")
class PublishBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Optional<Path> SHOTS =
            Optional.ofNullable(System.getenv("HASEKURA_SHOTS")).map(Path::of);

    @TempDir
    Path root = Path.of("");

    private final List<String> found = new ArrayList<>();

    private static Page signedIn(Browser browser, TestNode node, String role) throws IOException {
        String link = Api.good(
                        node.api().post("/api/portal/links", "{\"name\":\"Erika\",\"roles\":[\"" + role + "\"]}"))
                .json()
                .get("url")
                .stringValue();
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
        Page page = context.newPage();
        page.navigate(link);
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    /** Nothing for the checker of accessibility to find, nothing wider than the window; the page as it is now. */
    private void look(Page page, String name) throws IOException {
        new AxeBuilder(page)
                .withTags(LEVELS)
                .analyze()
                .getViolations()
                .forEach(rule -> found.add(name + " " + rule.getId() + ": "
                        + rule.getNodes().getFirst().getHtml()));
        for (int width : List.of(1280, 320)) {
            page.setViewportSize(width, 900);
            Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (!over.equals(0)) {
                found.add(name + " is " + over + " wider than " + width);
            }
            if (SHOTS.isPresent()) {
                Path picture = Files.createDirectories(SHOTS.get()).resolve(name + "-" + width + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
            }
        }
        page.setViewportSize(1280, 900);
    }

    /** The page of an address in both languages. */
    private void lookBoth(Page page, String path, String name) throws IOException {
        String site = page.url().replaceAll("(https?://[^/]+)/.*", "$1");
        for (String language : List.of("ja", "en")) {
            page.navigate(site + "/" + language + path);
            look(page, name + "-" + language);
        }
    }

    @Test
    @DisplayName("is brought, described from its data, kept as a draft, shown to one, found, asked for and fetched")
    void whole() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        var quiet = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu"));
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = TestNode.start(root, "consumer", "JP", "");
                Playwright playwright = Playwright.create(quiet);
                Browser browser = playwright.chromium().launch(options)) {
            Dealings.acquaint(provider, "DE", consumer, "JP");
            Page giving = signedIn(browser, provider, "provider");
            publish(giving, consumer.did());
            Api.good(consumer.api().post("/api/catalogs", "{\"peer\": \"" + provider.did() + "\"}"));
            Waiting.until(
                    () -> consumer.api()
                            .read("/api/search?text=harbour")
                            .path("total")
                            .asInt(0),
                    total -> total == 1);
            use(signedIn(browser, consumer, "consumer"));
            assertThat(found).isEmpty();
        }
    }

    private void publish(Page page, String chosen) throws IOException {
        lookBoth(page, "/publish", "publish");
        page.locator("#id").fill("harbour");
        page.locator("#title-en").fill("Loaded in the harbour");
        page.locator("#title-ja").fill("港の積荷");
        page.locator("#what").selectOption("open-statistics");
        press(page, "Add a language");
        assertThat(page.locator("#title-en").inputValue()).isEqualTo("Loaded in the harbour");
        page.locator("#language-0").fill("de");
        page.locator("#title-0").fill("Im Hafen geladen");
        page.locator("#upload-file")
                .setInputFiles(new FilePayload(
                        "harbour.csv",
                        "text/csv",
                        "port,day,tons\nKobe,2026-11-22,4\n".getBytes(StandardCharsets.UTF_8)));
        page.locator(".upload-progress")
                .filter(new Locator.FilterOptions().setHasText("It has arrived"))
                .waitFor();
        press(page, "Propose from the data");
        assertThat(page.locator("#columns").inputValue()).isEqualTo("port; string\nday; date\ntons; integer");
        page.locator("#columns").fill("port; string; where it was loaded\nday; date\ntons; integer");
        page.locator("#seen-by-some").check();
        page.locator("input[name=seen-by-party][value='" + chosen + "']").check();
        page.locator("#answering").selectOption("direct");
        press(page, "Keep as a draft");
        assertThat(page.locator("main").innerText()).contains("The draft is kept", "Drafts");
        lookBoth(page, "/offers", "drafts");
        follow(page, "Loaded in the harbour");
        assertThat(page.locator("#title-0").inputValue()).isEqualTo("Im Hafen geladen");
        assertThat(page.locator("#seen-by-some").isChecked()).isTrue();
        look(page, "draft-opened-en");
        press(page, "Go on to check");
        assertThat(page.locator("main").innerText())
                .contains("Check before publishing", "Kobe", "where it was loaded", "Only:", "harbour.csv");
        look(page, "publish-check-en");
        press(page, "Publish");
        assertThat(page.locator("main").innerText())
                .contains("The dataset is on offer.")
                .doesNotContain("Drafts");
        lookBoth(page, "/offers", "offers");
        lookBoth(page, "/offers/harbour/visibility", "visibility");
        lookBoth(page, "/publish?of=harbour", "publish-change");
    }

    private void use(Page page) throws IOException {
        String site = page.url().replaceAll("(https?://[^/]+)/.*", "$1");
        page.navigate(site + "/en/find?q=harbour");
        follow(page, "Loaded in the harbour");
        assertThat(page.locator("main").innerText()).contains("Kobe", "where it was loaded", "whole number");
        lookBoth(page, page.url().replaceAll("https?://[^/]+/en", ""), "dataset-of-peer");
        press(page, "Ask for it");
        page.locator("#standing .state .chip")
                .filter(new Locator.FilterOptions().setHasText("Ready"))
                .waitFor();
        press(page, "Fetch the data");
        page.locator("#standing .state .chip")
                .filter(new Locator.FilterOptions().setHasText("Sent"))
                .waitFor();
        assertThat(page.locator("#standing").innerText()).contains("have come and their digest is right");
        oldNews(page);
    }

    /** What was done a while ago is not said any more above what has happened since. */
    private static void oldNews(Page page) {
        page.addInitScript("performance.now = () => 1e6");
        page.navigate(page.url().replaceAll("[?].*", "") + "?notice=resume-done");
        Locator notice = page.locator(".notice.done[role=status]");
        assertThat(notice.innerText()).contains("It is asked to go on.");
        Page other = page.context().newPage();
        other.navigate(page.url().replaceAll("[?].*", ""));
        press(other, "Fetch the data");
        notice.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
}
