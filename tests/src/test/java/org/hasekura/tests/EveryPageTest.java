package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.hasekura.portal.PortalRoute;
import org.hasekura.portal.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The routes come from the portal itself, so that no page is forgotten. */
@DisplayName("Every page of the portal")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 30, unit = TimeUnit.MINUTES) // a browser that hangs would hold up all that follows
class EveryPageTest {

    private static final List<String> LANGUAGES = List.of("en", "ja");
    private static final List<Integer> WIDTHS = List.of(320, 768, 1280);

    /** What is no page: files, and streams of events. */
    private static final Set<String> FILES = Set.of(
            "/send/memo.pdf",
            "/send/memo.docx",
            "/audit/bundle.zip",
            "/audit/review-pack",
            "/audit/receipts/{index}",
            "/exchanges/{pid}/live",
            "/exchanges/{pid}/bundle.zip",
            "/exchanges/{pid}/receipts/{index}",
            "/exchanges/{pid}/received/{transfer}",
            "/guest/{token}/file",
            "/guest/{token}/receipt",
            "/guest/{token}/bundle",
            "/partnership/data/{name}",
            "/partnership/papers/{name}",
            "/questions/{id}/document",
            "/sign-in/{token}");

    @TempDir
    static Path folder = Path.of("");

    private static Optional<DemoBrowser> demo = Optional.empty();
    private static Optional<TestNode> waiting = Optional.empty();
    private static EveryPage every = new EveryPage(Map.of());

    @BeforeAll
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    static void start() throws IOException {
        demo = Optional.of(DemoBrowser.start(folder));
        TestNode other = TestNode.start(folder, "waiting", "JP", "data.pull-automatically = false\n");
        waiting = Optional.of(other);
        OpenEnds.leave(demo(), Files.writeString(folder.resolve("visits.csv"), "day\n2026-11-22\n"), other);
        String guest = begun(demo());
        every = new EveryPage(Map.of())
                .and(demo(), "DE", List.of(Role.values()), List.of("/sign-in", guest))
                .and(demo(), "JP", List.of(Role.PROVIDER, Role.COMPLIANCE, Role.SECRETARIAT), List.of());
    }

    /** Begins what the demonstration does not, so that every page has something to show; answers the path of a guest's link. */
    private static String begun(DemoBrowser demo) {
        Page page = as(demo, "DE", "AUTHORITY", "/limits/new");
        page.selectOption("#country", "KE");
        page.fill("#reason", "landing station examined");
        page.fill("#citation", "order 7/2026");
        DemoBrowser.send(page, "main form button");
        DemoBrowser.send(page, "button[name=confirmed]");
        page.close();
        page = as(demo, "DE", "REGULATOR", "/questions");
        page.fill("#question", "Who decided on the last transfer?");
        DemoBrowser.send(page, "main form button");
        page.close();
        page = as(demo, "JP", "SECRETARIAT", "/partnership/meetings");
        page.fill("#id", "M-2027");
        page.fill("#title", "Council of 2027");
        page.fill("#day", "2027-05-07");
        page.fill("#place", "Tokyo");
        page.fill("#reason", "agreed by both");
        DemoBrowser.send(page, "main form button");
        page.navigate(demo.site("JP") + "/en/partnership/imports");
        page.setInputFiles(
                "#statement",
                new FilePayload(
                        "statement.txt",
                        "text/plain",
                        "Both sides will test the early-warning mechanism before the end of 2027."
                                .getBytes(StandardCharsets.UTF_8)));
        page.selectOption("#instrument", "DPC4");
        page.fill("#made", "2026-05-07");
        page.fill("#source", "J01");
        page.fill("#title", "Joint statement (made up)");
        page.fill("#institution", "Nobody");
        DemoBrowser.send(page, "main form button");
        page.close();
        page = as(demo, "DE", "PROVIDER", "/offers/adequacy-decisions/guest");
        page.fill("#organisation", "Tohoku Denchi (made up)");
        page.selectOption("#country", "JP");
        page.fill("#email", "a.sato@example.jp");
        page.fill("#source", "contract 17");
        DemoBrowser.send(page, "main form button");
        DemoBrowser.send(page, "button[name=confirmed]");
        String link = page.inputValue("#link");
        page.close();
        return link.substring(link.indexOf("/guest/"));
    }

    private static Page as(DemoBrowser demo, String country, String role, String path) {
        Page page = demo.open(country, "/en/");
        DemoBrowser.act(page, role);
        page.navigate(demo.site(country) + "/en" + path);
        return page;
    }

    @AfterAll
    static void stop() throws IOException {
        demo.ifPresent(DemoBrowser::close);
        if (waiting.isPresent()) {
            waiting.get().close();
        }
    }

    private static DemoBrowser demo() {
        return demo.orElseThrow();
    }

    @Test
    @Order(1)
    @DisplayName("is found by following links from the start page, in some role")
    void linked() {
        Set<String> wanted = new TreeSet<>();
        EveryPage.routes().stream()
                .map(PortalRoute::pattern)
                .filter(pattern -> !FILES.contains(pattern))
                .forEach(wanted::add);
        wanted.removeAll(every.addresses().keySet());
        assertThat(wanted).as("pages that no link leads to").isEmpty();
    }

    /** What is done with a page that is open. */
    private interface Look {
        void at(Page page, String address);
    }

    private static void look(Look look) {
        for (String country : List.of("DE", "JP")) {
            Page page = demo().open(country, "/en/");
            Optional<Role> acting = Optional.empty();
            for (EveryPage.Met each : of(country)) {
                if (!acting.equals(Optional.of(each.role()))) {
                    page.navigate(demo().site(country) + "/en/");
                    DemoBrowser.act(page, each.role().name());
                    acting = Optional.of(each.role());
                }
                for (String language : LANGUAGES) {
                    String address = "/" + language + each.path();
                    page.navigate(demo().site(country) + address);
                    look.at(page, address);
                }
            }
            page.close();
        }
    }

    /** Role by role. */
    private static List<EveryPage.Met> of(String country) {
        return every.addresses().values().stream()
                .filter(each -> each.country().equals(country))
                .sorted(Comparator.comparing(EveryPage.Met::role).thenComparing(EveryPage.Met::path))
                .toList();
    }

    @Test
    @Order(2)
    @DisplayName(
            "has nothing that the accessibility checker finds, one heading, and fits narrow windows and large text")
    void accessible() {
        var found = new ArrayList<String>();
        look((page, address) -> {
            found.addAll(DemoBrowser.findings(page, address));
            if (page.locator("h1").count() != 1) {
                found.add(address + " has " + page.locator("h1").count() + " headings of the first level");
            }
            page.setViewportSize(320, 700);
            if (DemoBrowser.overflow(page) > 0) {
                found.add(address + " is too wide for 320 pixels");
            }
            page.setViewportSize(640, 700);
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            if (DemoBrowser.overflow(page) > 0) {
                found.add(address + " is too wide with text twice as large");
            }
            page.setViewportSize(1280, 900);
        });
        assertThat(found).isEmpty();
        assertThat(demo().errors()).as("errors in the browser's console").isEmpty();
        assertThat(demo().elsewhere()).as("requests to anywhere but the node").isEmpty();
    }

    @Test
    @Order(3)
    @DisplayName("that answers a form has nothing that the accessibility checker finds, and is there in both languages")
    void answers() {
        var found = new ArrayList<String>();
        Page page = as(
                demo(),
                "DE",
                "COMPLIANCE",
                "/participants/" + encoded(waiting.orElseThrow().did()));
        page.selectOption("#name", "sector");
        page.fill("#value", "energy");
        page.fill("#source", "contract 17");
        DemoBrowser.send(page, "main form:has(#source) button");
        assertThat(page.locator("main").innerText()).contains("one transfer that runs is judged again");
        answered(page, "fact", found);
        EveryPage.Met end = Optional.ofNullable(every.addresses().get("/exchanges/{pid}/end-agreement"))
                .orElseThrow();
        assertThat(end.country()).isEqualTo("DE");
        page.navigate(demo().site("DE") + "/en" + end.path());
        DemoBrowser.send(page, "main form .danger");
        answered(page, "end of an agreement", found);
        DemoBrowser.act(page, "PROVIDER");
        page.navigate(demo().site("DE") + "/en/publish");
        DemoBrowser.send(page, "main .acts button:not([name])");
        answered(page, "publish", found);
        page.close();
        assertThat(found).isEmpty();
    }

    /** The same answer in both languages, at its own address. */
    private static void answered(Page page, String name, List<String> found) {
        String address = page.url();
        assertThat(address).as(name).contains("?answer=");
        for (String language : LANGUAGES) {
            page.navigate(address.replaceFirst("/en/", "/" + language + "/"));
            assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
            found.addAll(DemoBrowser.findings(page, name + " " + language));
            page.setViewportSize(320, 700);
            if (DemoBrowser.overflow(page) > 0) {
                found.add(name + " is too wide for 320 pixels");
            }
            page.setViewportSize(1280, 900);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    @Order(4)
    @DisplayName("is kept as a picture in both languages and three widths, to look through")
    void pictures() throws IOException {
        assumeTrue(Boolean.getBoolean("hasekura.long"), "skipped: pictures of all pages are for `test --long`");
        Path screens = Files.createDirectories(Path.of("target", "screens"));
        var index = new StringBuilder("<!doctype html><meta charset=\"utf-8\"><title>Every page</title>\n");
        look((page, address) -> {
            String name = address.substring(1).replaceAll("[^A-Za-z0-9-]+", "_");
            index.append("<h2>")
                    .append(address.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</h2>\n");
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                Path file = screens.resolve(name + "-" + width + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
                index.append("<a href=\"%s\"><img src=\"%s\" alt=\"%d pixels\" height=\"300\" loading=\"lazy\"></a>\n"
                        .formatted(file.getFileName(), file.getFileName(), width));
            }
            page.setViewportSize(1280, 900);
        });
        Files.writeString(screens.resolve("index.html"), index);
        try (var files = Files.list(screens)) {
            assertThat(files.filter(file -> file.toString().endsWith(".png")).count())
                    .isGreaterThanOrEqualTo((long) every.addresses().size() * LANGUAGES.size() * WIDTHS.size());
        }
    }
}
