package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.BundleVerdict;
import org.hasekura.evidence.BundleVerdictJson;
import org.hasekura.evidence.BundleVerifier;
import org.hasekura.evidence.ByteSource;
import org.hasekura.evidence.ReceiptVerifier;
import org.hasekura.evidence.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dhasekura.shots=FOLDER} keeps a picture of each page. */
@DisplayName("In a browser, a dataset is published and a guest invited, who")
class GuestBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    Path root = Path.of("");

    private final List<String> found = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private Optional<TestNode> node = Optional.empty();
    private Optional<Playwright> playwright = Optional.empty();
    private Optional<Browser> browser = Optional.empty();
    private int shots;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        node = Optional.of(TestNode.start(root, "germany", "DE", ""));
        playwright = Optional.of(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
        browser = Optional.of(playwright
                .orElseThrow()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu"))));
    }

    @AfterEach
    void stop() throws IOException {
        browser.ifPresent(Browser::close);
        playwright.ifPresent(Playwright::close);
        if (node.isPresent()) {
            node.get().close();
        }
    }

    /** A browser of somebody's own. */
    private Page somebody() {
        BrowserContext context = browser.orElseThrow()
                .newContext(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                errors.add(message.text());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        return context.newPage();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Looks at the page as it is, in the other language too, and comes back. */
    private void look(Page page, String name) {
        String english = page.url();
        check(page, name + "-en");
        if (english.contains("/en/guest/") || english.endsWith("/guests") || english.endsWith("/guest")) {
            page.navigate(english.replace("/en/", "/ja/").replaceAll("/(confirm|accept|sign|fetch|received)$", ""));
            check(page, name + "-ja");
            page.setViewportSize(320, 700);
            int wider = (Integer)
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wider > 0) {
                found.add(name + " is " + wider + " pixels wider than a narrow window");
            }
            page.setViewportSize(1280, 900);
            page.navigate(english);
        }
    }

    private void check(Page page, String name) {
        new AxeBuilder(page)
                .withTags(LEVELS)
                .analyze()
                .getViolations()
                .forEach(rule -> found.add(name + " " + rule.getId() + ": "
                        + rule.getNodes().getFirst().getHtml()));
        Optional.ofNullable(System.getProperty("hasekura.shots")).ifPresent(folder -> {
            String file = "%02d-%s.png".formatted(shots++, name);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder).resolve(file))
                    .setFullPage(true));
        });
    }

    @Test
    @DisplayName(
            "confirms who they are, accepts, saves the file, and signs by a key of their browser a receipt that holds")
    void wholeWay() throws IOException, InterruptedException {
        String link = Api.good(node.orElseThrow()
                        .api()
                        .post("/api/portal/links", "{\"name\":\"Erika\",\"roles\":[\"provider\"]}"))
                .json()
                .get("url")
                .stringValue();
        Page provider = somebody();
        provider.navigate(link);
        String site = provider.url().replaceAll("(http://[^/]+)/.*", "$1");
        publish(provider, site);
        String address = invite(provider, site);

        Page guest = somebody();
        guest.navigate(address);
        look(guest, "start");
        press(guest, "Send me a code");
        look(guest, "code");
        provider.navigate(site + "/en/guests");
        look(provider, "links");
        provider.locator("main table a").first().click();
        check(provider, "link-with-code");
        guest.getByLabel("Code").fill(provider.locator(".code").innerText());
        press(guest, "Go on");
        look(guest, "read");
        guest.getByLabel("I may decide this for").check();
        press(guest, "Accept these terms");
        look(guest, "fetch");
        press(guest, "Fetch the data");
        look(guest, "download");
        Download file = guest.waitForDownload(
                () -> guest.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Save the file"))
                        .click());
        assertThat(Files.readString(file.path())).isEqualTo("part,grams\ncell,412\n");
        press(guest, "I have the file");
        look(guest, "sign");
        press(guest, "Sign with a key of this browser");
        guest.getByText("Signed by a key made in the guest’s browser").waitFor();
        look(guest, "done");
        Download saved = guest.waitForDownload(
                () -> guest.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Receipt"))
                        .click());
        Verdict verdict = ReceiptVerifier.verify(Files.readAllBytes(saved.path()), Optional.empty());
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Proven.class,
                        proven -> assertThat(proven.signers().getLast().key().name())
                                .contains("/guests/")
                                .doesNotContain("by-node"));
        provider.reload();
        check(provider, "link-done");
        provider.getByText("Open the exchange").click();
        assertThat(provider.locator("#standing").innerText()).contains("Tohoku Denchi", "Sent");
        check(provider, "exchange");
        checkOffline(provider.url().replaceAll(".*/exchanges/([^/?#]+).*", "$1"));
        assertThat(found).as("what the accessibility checker finds").isEmpty();
        assertThat(errors).as("errors in the browsers' consoles").isEmpty();
    }

    /** The bundle of the exchange, by the page that is opened from the disk: it must say what the verifier in Java says. */
    private void checkOffline(String exchange) throws IOException {
        byte[] bundle = node.orElseThrow().api().bytes("/api/bundle?exchange=" + exchange);
        BundleVerdict verdict = BundleVerifier.verify(
                ByteSource.of(bundle), new BundleVerifier.Given(Optional.empty(), Optional.empty()));
        assertThat(verdict).isInstanceOf(BundleVerdict.Proven.class);
        String java = BundleVerdictJson.write(verdict, List.of());
        assertThat(java).contains("/guests/");
        try (CheckingPage page = CheckingPage.in(root)) {
            assertThat(BundlePageTest.withoutDetail(page.answer(bundle, Map.of())))
                    .isEqualTo(BundlePageTest.withoutDetail(java));
            assertThat(page.words("en")).contains("Proven", "/guests/");
            assertThat(page.words("ja")).contains("証明されました", "/guests/");
            assertThat(page.errors()).isEmpty();
        }
    }

    private void publish(Page provider, String site) {
        provider.navigate(site + "/en/publish");
        provider.getByLabel("Id", new Page.GetByLabelOptions().setExact(true)).fill("parts");
        provider.getByLabel("Title in English").fill("Weights of parts");
        provider.getByLabel("Title in Japanese").fill("部品の重量");
        provider.getByLabel("Description in English").fill("What each part weighs, in grams.");
        provider.getByLabel("What the data are").selectOption("open-statistics");
        provider.getByLabel("Or paste text, such as rows of CSV").fill("part,grams\ncell,412");
        press(provider, "Go on to check");
        press(provider, "Publish");
        assertThat(provider.locator("main").innerText()).contains("Weights of parts");
    }

    /** The address of the link, as it is shown this once. */
    private String invite(Page provider, String site) {
        provider.navigate(site + "/en/offers");
        provider.getByText("Link for a guest").click();
        provider.getByLabel("Organisation", new Page.GetByLabelOptions().setExact(true))
                .fill("Tohoku Denchi");
        provider.getByLabel("Country", new Page.GetByLabelOptions().setExact(true))
                .selectOption("JP");
        provider.getByLabel("E-mail of the person").fill("a.sato@example.jp");
        provider.getByLabel("Where you know all this from").fill("contract 17");
        provider.getByLabel("Open until")
                .fill(LocalDate.now(ZoneOffset.UTC).plusDays(7).toString());
        look(provider, "invite");
        provider.getByLabel("Organisation", new Page.GetByLabelOptions().setExact(true))
                .fill("Tohoku Denchi");
        provider.getByLabel("Country", new Page.GetByLabelOptions().setExact(true))
                .selectOption("JP");
        provider.getByLabel("E-mail of the person").fill("a.sato@example.jp");
        provider.getByLabel("Where you know all this from").fill("contract 17");
        press(provider, "Go on to check");
        check(provider, "invite-check");
        press(provider, "Make the link");
        check(provider, "invite-made");
        return provider.locator("#link").inputValue();
    }
}
