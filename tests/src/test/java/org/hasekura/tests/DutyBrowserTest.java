package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hasekura.evidence.Hash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A compliance officer, in a browser,")
class DutyBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** As long as a scanned letter: more than other forms may have. */
    private static final byte[] DOCUMENT = new byte[3 << 20];

    @TempDir
    Path root = Path.of("");

    private static Page signedIn(Browser browser, TestNode node, String role) throws IOException {
        String link = Api.good(
                        node.api().post("/api/portal/links", "{\"name\":\"Erika\",\"roles\":[\"" + role + "\"]}"))
                .json()
                .get("url")
                .stringValue();
        Page page = browser.newContext(
                        new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(320, 900))
                .newPage();
        page.navigate(link);
        return page;
    }

    private static void look(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("as wide as the window")
                .isEqualTo(0);
    }

    @Test
    @DisplayName(
            "states with a large document that a duty of an agreement is fulfilled, and answers a regulator with one")
    void documents() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        var quiet = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu"));
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = TestNode.start(root, "consumer", "JP", "organisation.subject-to = APPI\n");
                Playwright playwright = Playwright.create(quiet);
                Browser browser = playwright.chromium().launch(options)) {
            String agreement = PersonalData.agreed(root, provider, consumer);
            Page page = signedIn(browser, consumer, "compliance");
            fulfil(page);
            JsonNode duties = consumer.api()
                    .read("/api/agreements/" + agreement + "/duties")
                    .path("items");
            assertThat(duties.valueStream()
                            .filter(each -> each.path("duty").asString().equals("SR:4"))
                            .findFirst()
                            .orElseThrow()
                            .path("fulfilled"))
                    .as("as programs see it, too")
                    .hasSize(1);

            Page regulator = signedIn(browser, consumer, "regulator");
            regulator.navigate(site(regulator) + "/en/questions");
            regulator.fill("#question", "How do you keep to rule 4?");
            regulator.click("main form button");
            regulator.waitForURL("**notice=question-asked*");
            page.navigate(site(page) + "/en/");
            page.click("main a[href*='/questions/']");
            page.fill("#answer", "As the document says.");
            page.setInputFiles("#document", new FilePayload("answer.pdf", "application/pdf", DOCUMENT));
            page.click("main form button");
            page.waitForURL("**notice=question-answered*");
            assertThat(page.textContent("main")).contains("answer.pdf");
        }
    }

    private static void fulfil(Page page) {
        page.navigate(site(page) + "/en/exchanges");
        page.click("main a[href*='/exchanges/']");
        page.click("main a[href$='/duties']");
        look(page);
        assertThat(page.textContent("main")).contains("open").doesNotContain("stated as fulfilled");
        page.click("main a[href$='/duties/SR%3A4']");
        look(page);
        page.click("main form button");
        assertThat(page.textContent("main")).contains("There is a problem", "Write what was done");
        page.fill("#statement", "同等の義務を契約で定めた <clause 8>");
        page.setInputFiles("#document", new FilePayload("contract.pdf", "application/pdf", DOCUMENT));
        page.click("main form button");
        page.waitForURL("**/duties?notice=duty-done");
        assertThat(page.textContent("main"))
                .contains("stated as fulfilled", "同等の義務を契約で定めた <clause 8>", "Compliance officer")
                .contains("SHA-256 " + Hash.sha256(DOCUMENT).hex());
        page.navigate(page.url().replace("/en/", "/ja/"));
        look(page);
        assertThat(page.textContent("main")).contains("履行済み(申告)", "未履行", "法令遵守責任者");
    }

    private static String site(Page page) {
        return page.url().replaceAll("(https?://[^/]+)/.*", "$1");
    }
}
