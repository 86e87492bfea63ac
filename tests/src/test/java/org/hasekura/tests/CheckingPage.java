package org.hasekura.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hasekura.evidence.BundlePage;

/** The page that checks bundles, opened from the disk in a browser. It counts what it asked for and what went wrong in it. */
final class CheckingPage implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Path folder;
    private final Path file;
    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final List<String> asked = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private CheckingPage(Path folder, Playwright playwright) throws IOException {
        this.folder = folder;
        this.file = Files.write(folder.resolve("verify.html"), BundlePage.bytes());
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu")));
        this.page = browser.newPage();
        page.onRequest(request -> asked.add(request.url()));
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> errors.add(message.text()));
    }

    /** Opens it; the test is skipped where there is no browser. */
    static CheckingPage in(Path folder) throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        var quiet = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return new CheckingPage(folder, Playwright.create(quiet));
    }

    Page page() {
        return page;
    }

    /**
     * Opened anew, it is given a bundle and answers.
     *
     * @param others files of the reader, by the names of their fields
     */
    String answer(byte[] bundle, Map<String, String> others) throws IOException {
        page.navigate(file.toUri().toString());
        for (Map.Entry<String, String> each : others.entrySet()) {
            page.setInputFiles("#" + each.getKey(), Files.writeString(folder.resolve(each.getKey()), each.getValue()));
        }
        page.setInputFiles("#bundle", Files.write(folder.resolve("bundle.zip"), bundle));
        page.waitForSelector("#result[data-answer]");
        return page.getAttribute("#result", "data-answer");
    }

    /** What is read of the last answer in a language, {@code en} or {@code ja}. */
    String words(String language) {
        page.click("#" + language);
        return page.innerText("#result");
    }

    List<String> errors() {
        return errors;
    }

    /** What was asked of any network or disk, but for the page itself. */
    List<String> askedBesides() {
        return asked.stream()
                .filter(url -> !url.equals(file.toUri().toString()))
                .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
