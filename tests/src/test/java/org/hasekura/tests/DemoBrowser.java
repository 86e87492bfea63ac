package org.hasekura.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hasekura.node.Main;

/**
 * The demonstration in a process of its own, and a browser in which the people of its organisations have signed in: the links that
 * it prints are the only way in, as for anybody who tries it.
 */
final class DemoBrowser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Pattern LINK = Pattern.compile("   ([A-Z]{2}) .*(http://\\S+)/sign-in/(\\S+)");
    private static final Pattern MANAGEMENT = Pattern.compile("   ([A-Z]{2})  management (http://\\S+)  token (\\S+)");
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Process demo;
    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, String> sites = new HashMap<>();
    private final Map<String, BrowserContext> people = new HashMap<>();
    private final Map<String, Api> apis = new HashMap<>();
    private final List<String> errors = new ArrayList<>();
    private final Set<String> elsewhere = new LinkedHashSet<>();

    private DemoBrowser(Process demo, Playwright playwright, Browser browser) {
        this.demo = demo;
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The calling test is skipped where there is no browser. */
    static DemoBrowser start(Path folder) throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        Path complaints = folder.resolve("err");
        Process process = ChildJvm.of(
                        ChildJvm.quick(),
                        Main.class,
                        List.of("demo", "--folder", folder.resolve("demo").toString()))
                .redirectError(complaints.toFile())
                .start();
        var quiet = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu"));
        Playwright playwright = Playwright.create(quiet);
        var started = new DemoBrowser(process, playwright, playwright.chromium().launch(options));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = line(out, complaints);
                !line.contains("no legal advice. Development");
                line = line(out, complaints)) {
            Matcher management = MANAGEMENT.matcher(line);
            if (management.matches()) {
                Api api = Api.management(URI.create(management.group(2)), management.group(3));
                started.apis.put(management.group(1), api);
            }
            Matcher link = LINK.matcher(line);
            if (link.matches()) {
                started.signIn(link.group(1), link.group(2), link.group(3));
            }
        }
        return started;
    }

    private static String line(BufferedReader out, Path complaints) throws IOException {
        String complaint = Files.readString(complaints);
        return Optional.ofNullable(out.readLine())
                .orElseThrow(() -> new IOException("the demonstration ended: " + complaint));
    }

    private void signIn(String country, String site, String token) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
        context.onRequest(request -> {
            if (!request.url().startsWith(site) && !request.url().startsWith("data:")) {
                elsewhere.add(request.url());
            }
        });
        context.onConsoleMessage(message -> {
            // A page that was refused, and one that says what is wrong with a form, are what was asked for.
            if (message.type().equals("error") && !message.text().matches(".*status of (40|422).*")) {
                errors.add(message.text());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        Page page = context.newPage();
        page.navigate(site + "/sign-in/" + token);
        page.close();
        sites.put(country, site);
        people.put(country, context);
    }

    /** What the consoles of all pages complained about. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Addresses of elsewhere that any page asked for. */
    Set<String> elsewhere() {
        return Set.copyOf(elsewhere);
    }

    /** The management API of the node in that country. */
    Api api(String country) {
        return Optional.ofNullable(apis.get(country)).orElseThrow();
    }

    Browser browser() {
        return browser;
    }

    /** Where the pages of the node in that country are. */
    String site(String country) {
        return Optional.ofNullable(sites.get(country)).orElseThrow();
    }

    /** The browser of the people of the node in that country, signed in. */
    BrowserContext people(String country) {
        return Optional.ofNullable(people.get(country)).orElseThrow();
    }

    Page open(String country, String path) {
        Page page = people(country).newPage();
        page.navigate(site(country) + path);
        return page;
    }

    /**
     * Presses what sends a form, and waits for the page that answers: a page that is closed while it is on its way may hang its browser,
     * and take what was sent with it.
     */
    static void send(Page page, String button) {
        var isThere = new AtomicBoolean();
        Consumer<Page> there = _ -> isThere.set(true);
        page.onLoad(there);
        page.click(button);
        page.waitForCondition(isThere::get);
        page.offLoad(there);
    }

    /** Acts in another role from now on, in every page of these people. */
    static void act(Page page, String role) {
        page.selectOption("#role", role);
        page.locator("#role option[value=" + role + "][selected]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** What the accessibility checker finds on a page, WCAG 2.2 AA, with the place. */
    static List<String> findings(Page page, String path) {
        return new AxeBuilder(page)
                .withTags(LEVELS).analyze().getViolations().stream()
                        .map(rule -> path + " " + rule.getId() + ": "
                                + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    /** By how many pixels a page is wider than its window. */
    static int overflow(Page page) {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        demo.destroy();
        // What it writes until it has ended would be in the way of whoever clears the folder.
        demo.onExit().join();
    }
}
