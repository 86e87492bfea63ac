package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration runs in a process of its own; its links are the only way in, as for anybody who tries it. */
@DisplayName("The pages of the demonstration, in a browser,")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalPagesTest {

    @TempDir
    static Path folder = Path.of("");

    private static Optional<DemoBrowser> demo = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        demo = Optional.of(DemoBrowser.start(folder));
    }

    @AfterEach
    void nothingElse() {
        assertThat(demo().errors()).as("errors in the browser's console").isEmpty();
        assertThat(demo().elsewhere()).as("requests to anywhere but the node").isEmpty();
    }

    @AfterAll
    static void stop() {
        demo.ifPresent(DemoBrowser::close);
    }

    private static DemoBrowser demo() {
        return demo.orElseThrow();
    }

    private static Page open(String country, String path) {
        return demo().open(country, path);
    }

    /** The addresses of every kind of page, with an exchange in each state that the demonstration leaves. */
    private static List<String> pages(String country) {
        Page page = open(country, "/en/exchanges");
        var paths = new ArrayList<>(List.of("/", "/exchanges", "/search?q=battery", "/sign-in", "/nowhere"));
        for (Locator link : page.locator("main table a[href*='/exchanges/']").all()) {
            paths.add(
                    Optional.ofNullable(link.getAttribute("href")).orElseThrow().substring(3));
        }
        page.close();
        return paths;
    }

    @Test
    @Order(1)
    @DisplayName("have nothing that the accessibility checker finds, in both languages")
    void accessible() {
        var found = new ArrayList<String>();
        for (String path : pages("DE")) {
            for (String language : List.of("/en", "/ja")) {
                Page page = open("DE", language + path);
                check(page, language + path, found);
                page.close();
            }
        }
        for (String path : List.of("/node", "/accounts")) {
            Page page = open("DE", "/en/");
            DemoBrowser.act(page, "OPERATOR");
            page.navigate(demo().site("DE") + "/ja" + path);
            check(page, path, found);
            DemoBrowser.act(page, "PROVIDER");
            page.close();
        }
        assertThat(found).isEmpty();
    }

    private static void check(Page page, String path, List<String> found) {
        found.addAll(DemoBrowser.findings(page, path));
    }

    @Test
    @Order(2)
    @DisplayName("fit a window of 320 pixels without being moved sideways, also with text twice as large")
    void narrow() {
        for (String path : pages("DE")) {
            Page page = open("DE", "/ja" + path);
            page.setViewportSize(320, 700);
            assertThat(DemoBrowser.overflow(page)).as(path).isLessThanOrEqualTo(0);
            page.setViewportSize(640, 700);
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            assertThat(DemoBrowser.overflow(page)).as(path + " with large text").isLessThanOrEqualTo(0);
            page.close();
        }
    }

    @Test
    @Order(3)
    @DisplayName("let the reader's own browser prove every entry of an exchange")
    void verified() {
        Page page = open("DE", "/en/exchanges");
        page.locator("#ready + .table a").first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check in this browser"))
                .click();
        page.waitForSelector("evidence-check[data-state=proven]");
        int entries = page.locator("[data-index]").count();
        assertThat(entries).isGreaterThan(5);
        assertThat(page.locator(".entries .proved").count()).isEqualTo(entries);
        page.close();
    }

    @Test
    @Order(4)
    @DisplayName("let a consumer answer an offer with other terms, and show what the other side says without reloading")
    void negotiated() {
        Page page = open("DE", "/en/");
        DemoBrowser.act(page, "CONSUMER");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open"))
                .first()
                .click();
        assertThat(page.locator("#standing").innerText()).contains("Your turn");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ask for other terms"))
                .click();
        page.getByLabel("Add: only until this day").fill("2027-06-30");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the changes"))
                .click();
        assertThat(page.locator("ins").allInnerTexts())
                .anySatisfy(text -> assertThat(text).contains("30 Jun 2027"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the counter-offer"))
                .click();
        awaitState(page, "Ready");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fetch the data"))
                .click();
        awaitState(page, "Sent");
        assertThat(page.locator("#standing").innerText()).contains("have come and their digest is right");
        page.close();
    }

    /** Without a reload: the page reads itself anew when it hears of something. */
    private static void awaitState(Page page, String word) {
        page.locator("#standing .state .chip")
                .filter(new Locator.FilterOptions().setHasText(word))
                .waitFor();
    }

    @Test
    @Order(5)
    @DisplayName("can be walked by keyboard alone, and are read without scripts")
    void keyboard() {
        Page page = open("DE", "/en/exchanges");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        page.keyboard().press("Tab");
        page.keyboard().type("kitakami");
        page.keyboard().press("Enter");
        page.waitForURL("**/exchanges?q=kitakami");
        String exchange = Optional.ofNullable(
                        page.locator("main table a").first().getAttribute("href"))
                .orElseThrow();
        BrowserContext plain = demo().browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        plain.addCookies(demo().people("DE").cookies().stream()
                .map(each -> new Cookie(each.name, each.value).setUrl(demo().site("DE")))
                .toList());
        Page read = plain.newPage();
        read.navigate(demo().site("DE") + exchange);
        assertThat(read.locator("main").innerText()).contains("Evidence", "Terms", "Ruling");
        plain.close();
        page.close();
    }

    @Test
    @Order(6)
    @DisplayName("bring no more than 100 kB to the first screen, fonts aside")
    void small() {
        for (String path : List.of("/ja/", "/ja/law", "/en/law?from=JP")) {
            assertThat(firstScreen(path)).as(path).isLessThan(100_000);
        }
    }

    private static long firstScreen(String path) {
        var bytes = new long[1];
        Page page = demo().people("DE").newPage();
        page.onResponse(response -> {
            if (!response.url().endsWith(".woff2")) {
                bytes[0] += response.body().length;
            }
        });
        page.navigate(demo().site("DE") + path);
        page.close();
        // Bodies as they are unpacked; the style sheet that only lists the fonts counts as fonts.
        long fonts = 105_215;
        return bytes[0] - fonts;
    }

    @Test
    @Order(7)
    @DisplayName(
            "let a secretariat settle what two sides say differently, and decide on a statement sentence by sentence")
    void secretariat() {
        var found = new ArrayList<String>();
        Page page = open("JP", "/en/");
        DemoBrowser.act(page, "SECRETARIAT");
        page.navigate(demo().site("JP") + "/en/partnership/conflicts");
        check(page, "conflicts", found);
        page.getByLabel("expected by 2027-09").check();
        page.getByLabel("Why").fill("agreed by both");
        press(page, "Sign and settle");
        assertThat(page.locator(".notice.done").innerText()).contains("Settled");
        assertThat(page.locator("main").innerText()).contains("No conflict waits.");

        page.navigate(demo().site("JP") + "/en/partnership/imports");
        check(page, "imports", found);
        page.setInputFiles(
                "#statement",
                new FilePayload(
                        "statement.txt",
                        "text/plain",
                        "Both sides will test the early-warning mechanism before the end of 2027."
                                .getBytes(StandardCharsets.UTF_8)));
        page.selectOption("#instrument", "DPC4");
        page.getByLabel("Day of the statement (2026-05-07)").fill("2026-05-07");
        page.getByLabel("New short name of the document, for example J01").fill("J01");
        page.getByLabel("Title").fill("Joint statement (made up)");
        page.getByLabel("Published by").fill("Nobody");
        press(page, "Read it");
        check(page, "draft", found);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Decide"))
                .first()
                .click();
        check(page, "proposal", found);
        page.getByLabel("Number, for example DPC5-01").fill("DPC4-91");
        page.getByLabel("In your own words").fill("Try the early warning.");
        page.getByLabel("Area").fill("semiconductors");
        press(page, "Take it");
        page.getByLabel("Why").fill("confirmed from the statement");
        press(page, "Sign and enter");
        page.navigate(demo().site("JP") + "/ja/partnership/commitments/DPC4-91");
        assertThat(page.locator("main").innerText()).contains("Try the early warning.", "confirmed from the statement");
        check(page, "commitment", found);
        DemoBrowser.act(page, "PROVIDER");
        page.close();
        assertThat(found).isEmpty();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    @Order(8)
    @DisplayName(
            "show each other role its pages, without findings of the accessibility checker, in a narrow window too")
    void roles() {
        var found = new ArrayList<String>();
        Map<String, List<String>> pages = Map.of(
                "REGULATOR", List.of("/audit", "/audit?from=2026-01-01&size=5&seed=dice"),
                "ANALYST", List.of("/resilience?country=CHN"),
                "AUTHORITY", List.of("/law/GDPR/45%283%29"),
                "AGENCY", List.of("/cooperation", "/cooperation/KE"),
                "SECRETARIAT", List.of("/partnership/secretariat", "/partnership", "/partnership/timeline"));
        Page page = open("DE", "/en/");
        for (Map.Entry<String, List<String>> role : pages.entrySet()) {
            page.navigate(demo().site("DE") + "/en/");
            DemoBrowser.act(page, role.getKey());
            for (String path : role.getValue()) {
                for (String language : List.of("/en", "/ja")) {
                    page.navigate(demo().site("DE") + language + path);
                    check(page, language + path, found);
                }
                page.setViewportSize(320, 700);
                assertThat(DemoBrowser.overflow(page)).as(path).isLessThanOrEqualTo(0);
                page.setViewportSize(1280, 900);
            }
        }
        assertThat(page.locator("h1").count()).isOne();
        page.navigate(demo().site("DE") + "/en/");
        DemoBrowser.act(page, "PROVIDER");
        page.close();
        assertThat(found).isEmpty();
    }

    @Test
    @Order(9)
    @DisplayName("let a provider end an agreement, and refuse the other side what it asks for under it from then on")
    void agreementEnded() throws IOException {
        var found = new ArrayList<String>();
        Page page = open("DE", "/en/exchanges?q=kitakami");
        page.locator("#ready + .table tr")
                .filter(new Locator.FilterOptions().setHasText("Contacts of service customers"))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        String pid = page.url().replaceAll(".*/", "");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("End the agreement"))
                .click();
        assertThat(page.locator("main").innerText()).contains("What follows", "For us", "For what was sent");
        press(page, "End the agreement");
        assertThat(page.locator(".notice.errors").innerText())
                .contains("Give a reason", "Say that you have read what follows");
        check(page, "agreement that is to end, wrong", found);
        page.getByLabel("Reason").fill("the supplier was sold");
        page.getByLabel("I have read what follows. It cannot be undone.").check();
        press(page, "End the agreement");
        awaitState(page, "Ended");
        assertThat(page.locator(".notice.done").innerText()).contains("The agreement is ended.");
        assertThat(page.locator("#standing .acts").count()).isZero();
        page.reload();
        assertThat(page.locator("#standing").innerText()).contains("Ended here");
        check(page, "agreement that has ended", found);
        page.navigate(demo().site("DE") + "/en/exchanges/" + pid + "/end-agreement");
        assertThat(page.url()).contains("notice=not-possible-now");
        page.close();
        assertThat(found).isEmpty();
        askedAgain(demo().api("DE")
                .read("/api/negotiations/" + pid)
                .path("peerPid")
                .asString());
    }

    /** The other side has been told nothing, and hears of it when it asks. */
    private static void askedAgain(String pid) {
        Page page = open("JP", "/ja/");
        DemoBrowser.act(page, "CONSUMER");
        page.navigate(demo().site("JP") + "/ja/exchanges/" + pid);
        press(page, "データを取得する");
        awaitState(page, "転送を中止");
        assertThat(page.locator("#standing .why").innerText())
                .contains("相手が転送の依頼を拒否しました(400)", "契約が成立していないか、終了しています")
                .doesNotContain("@context");
        page.close();
    }

    @Test
    @Order(10)
    @DisplayName(
            "ask nobody who goes back to send a form again, and keep what was typed when the session ends meanwhile")
    void typedIsKept() {
        Page accounts = open("DE", "/en/");
        DemoBrowser.act(accounts, "OPERATOR");
        accounts.navigate(demo().site("DE") + "/en/accounts");
        accounts.fill("#name", "hanna");
        accounts.fill("#password", "long enough to be good");
        accounts.check("main input[type=checkbox][value=PROVIDER]");
        DemoBrowser.send(accounts, "main form button");
        DemoBrowser.act(accounts, "PROVIDER");
        accounts.close();
        BrowserContext hannas = demo().browser().newContext();
        Page page = hannas.newPage();
        page.navigate(demo().site("DE") + "/en/publish");
        enter(page);
        page.fill("#title-en", "Loaded in the harbour");
        page.selectOption("#what", "open-statistics");
        page.fill("#text", "ship,tonnes\nA,12\n");
        DemoBrowser.send(page, "main .acts button:not([name])");
        assertThat(page.url()).contains("/en/publish?answer=");
        page.reload();
        assertThat(page.url()).contains("/en/publish?answer=");
        page.goBack();
        assertThat(page.url()).endsWith("/en/publish");
        assertThat(page.inputValue("#title-en")).isEqualTo("Loaded in the harbour");
        hannas.clearCookies();
        DemoBrowser.send(page, "main .acts button:not([name])");
        assertThat(page.locator("main").innerText())
                .contains("Please sign in again", "What you typed is kept in this tab");
        page.locator("a[data-sign-in]").click();
        enter(page);
        page.waitForURL("**/en/publish");
        assertThat(page.inputValue("#title-en")).isEqualTo("Loaded in the harbour");
        assertThat(page.inputValue("#text")).startsWith("ship,tonnes");
        assertThat(page.locator("main").innerText()).contains("What you had typed stands in the form again");
        page.navigate(demo().site("DE") + "/en/offers");
        page.navigate(demo().site("DE") + "/en/publish");
        assertThat(page.inputValue("#title-en"))
                .as("once somebody went elsewhere")
                .isEmpty();
        hannas.close();
    }

    private static void enter(Page page) {
        page.fill("#name", "hanna");
        page.fill("#password", "long enough to be good");
        DemoBrowser.send(page, "main form button");
    }
}
