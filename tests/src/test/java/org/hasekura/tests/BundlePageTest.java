package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    @TempDir
    Path folder = Path.of("");

    @Test
    @DisplayName(
            "says of every case of the table what the verifier in Java says, asks the network for nothing, and speaks two languages")
    void agrees() throws IOException {
        try (CheckingPage page = CheckingPage.in(folder)) {
            for (SampleBundles.Case sample : SampleBundles.all()) {
                Map<String, String> others = new TreeMap<>();
                sample.policy().ifPresent(text -> others.put("policy", text));
                sample.known().ifPresent(text -> others.put("known", text));
                assertThat(withoutDetail(page.answer(sample.bundle(), others)))
                        .as(sample.name())
                        .isEqualTo(withoutDetail(java(sample)));
                words(page, sample);
            }
            assertThat(page.errors()).isEmpty();
            assertThat(page.askedBesides()).isEmpty();
        }
    }

    private static void words(CheckingPage page, SampleBundles.Case sample) {
        String english = page.words("en");
        String japanese = page.words("ja");
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
    static String withoutDetail(String json) {
        return json.replaceAll("\"detail\":\"(?:[^\"\\\\]|\\\\.)*\",", "");
    }
}
