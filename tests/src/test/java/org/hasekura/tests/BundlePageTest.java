package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.BundlePage;
import org.hasekura.evidence.BundleVerdict;
import org.hasekura.evidence.BundleVerdictJson;
import org.hasekura.evidence.BundleVerifier;
import org.hasekura.evidence.ByteSource;
import org.hasekura.evidence.TrustPolicy;
import org.hasekura.evidence.testing.SampleBundles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The page that checks bundles, opened from the disk in a browser")
class BundlePageTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    Path folder = Path.of("");

    @Test
    @DisplayName(
            "says of every case of the table what the verifier in Java says, asks the network for nothing, and speaks two languages")
    void agrees() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        Path file = Files.write(folder.resolve("verify.html"), BundlePage.bytes());
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu"));
        var quiet = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        List<String> asked = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        try (Playwright playwright = Playwright.create(quiet);
                Browser browser = playwright.chromium().launch(options)) {
            Page page = browser.newPage();
            page.onRequest(request -> asked.add(request.url()));
            page.onPageError(errors::add);
            page.onConsoleMessage(message -> errors.add(message.text()));
            for (SampleBundles.Case sample : SampleBundles.all()) {
                page.navigate(file.toUri().toString());
                assertThat(withoutDetail(answer(page, sample)))
                        .as(sample.name())
                        .isEqualTo(withoutDetail(java(sample)));
                words(page, sample);
            }
        }
        assertThat(errors).isEmpty();
        assertThat(asked).as("requests").allMatch(url -> url.equals(file.toUri().toString()));
    }

    private String answer(Page page, SampleBundles.Case sample) throws IOException {
        if (sample.policy().isPresent()) {
            page.setInputFiles(
                    "#policy",
                    Files.writeString(folder.resolve("policy"), sample.policy().get()));
        }
        if (sample.known().isPresent()) {
            page.setInputFiles(
                    "#known",
                    Files.writeString(folder.resolve("known"), sample.known().get()));
        }
        page.setInputFiles("#bundle", Files.write(folder.resolve("bundle.zip"), sample.bundle()));
        page.waitForSelector("#result[data-answer]");
        return page.getAttribute("#result", "data-answer");
    }

    private static void words(Page page, SampleBundles.Case sample) {
        page.click("#en");
        String english = page.innerText("#result");
        page.click("#ja");
        String japanese = page.innerText("#result");
        if (sample.fault().isEmpty()) {
            assertThat(english).contains("Proven", "none of them was changed");
            assertThat(japanese).contains("証明されました", "改変されていません");
        } else {
            assertThat(english).contains("Not proven", sample.fault().get().english());
            assertThat(japanese).contains("証明されません", sample.fault().get().japanese());
        }
    }

    private static String java(SampleBundles.Case sample) throws IOException {
        Optional<TrustPolicy> policy =
                sample.policy().map(text -> TrustPolicy.parse(text).orElseThrow());
        Optional<byte[]> known = sample.known().map(text -> text.getBytes(StandardCharsets.UTF_8));
        BundleVerdict verdict =
                BundleVerifier.verify(ByteSource.of(sample.bundle()), new BundleVerifier.Given(policy, known));
        return BundleVerdictJson.write(verdict, List.of());
    }

    /** The details are in the words of each verifier. */
    private static String withoutDetail(String json) {
        return json.replaceAll("\"detail\":\"(?:[^\"\\\\]|\\\\.)*\",", "");
    }
}
