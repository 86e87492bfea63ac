package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.BundlePage;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.BundleVerdict;
import org.hasekura.evidence.BundleVerdictJson;
import org.hasekura.evidence.BundleVerifier;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.evidence.ByteSource;
import org.hasekura.evidence.IndexRange;
import org.hasekura.evidence.Timestamps;
import org.hasekura.evidence.testing.SampleLog;
import org.hasekura.node.testing.OpenSslAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of timestamps by OpenSSL's authority, the page that checks bundles")
class BundlePageTimestampsTest {

    private static final BigInteger NONCE = BigInteger.valueOf(1234567);
    private static final BundleScope SCOPE = new BundleScope.Exchange(List.of("urn:uuid:3"));
    private static final String SUBJECT = "/C=JP/O=時刻認証局\\, \"A\\+B\"/organizationIdentifier=NTRJP-1/CN=tsa";

    @TempDir
    Path folder = Path.of("");

    private final SampleLog log;

    BundlePageTimestampsTest() throws IOException {
        log = new SampleLog(SampleLog.entries(60));
    }

    @BeforeEach
    void possible() {
        assumeTrue(OpenSslAuthority.isPossible(), "skipped: there is no openssl");
    }

    @Test
    @DisplayName("says what the verifier in Java says: right ones, wrong ones, by every kind of key and certificate")
    void agrees() throws IOException {
        try (CheckingPage page = CheckingPage.in(folder)) {
            Map<String, Boolean> holds = new LinkedHashMap<>();
            for (OpenSslAuthority.Kind kind : OpenSslAuthority.Kind.values()) {
                var authority = OpenSslAuthority.in(folder.resolve(kind.name()), SUBJECT, kind);
                byte[] bundle = stamped(stamp(authority, 40), authority.pem());
                holds.put(kind.name(), agrees(page, bundle, Optional.empty()));
            }
            assertThat(holds.toString())
                    .isEqualTo("{RSA=true, P256=true, P384=true, P521=true, PSS=true, SHA1=false, EXPIRED=false, "
                            + "BETWEEN=true, BETWEEN_NO_CA=false}");
            assertThat(page.errors()).isEmpty();
            assertThat(page.askedBesides()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "takes the reader's own roots, and refuses another authority's, a stamp of something else, a changed one")
    void manipulated() throws IOException {
        var authority = OpenSslAuthority.in(folder.resolve("right"));
        var other = OpenSslAuthority.in(folder.resolve("other"));
        BundleWriter.Stamp right = stamp(authority, 40);
        BundleWriter.Stamp elsewhere = stamp(authority, 41);
        byte[] answer = right.answer().clone();
        answer[answer.length - 1] ^= 1;
        try (CheckingPage page = CheckingPage.in(folder)) {
            assertThat(agrees(page, stamped(right, authority.pem()), Optional.of(authority.pem())))
                    .isTrue();
            assertThat(page.words("en"))
                    .contains("Timestamped at", "by CN=tsa, over the first 40 entries.", "witnesses and authorities");
            assertThat(page.words("ja")).contains("CN=tsaが", "最初の40件の記録", "失効していないかは確認していません");
            assertThat(agrees(page, stamped(right, authority.pem()), Optional.of(other.pem())))
                    .isFalse();
            assertThat(page.words("en")).contains("Not proven", "does not lead to a root that is given");
            assertThat(agrees(page, stamped(right, other.pem()), Optional.empty()))
                    .isFalse();
            var swapped = new BundleWriter.Stamp(40, right.stamped(), elsewhere.answer());
            assertThat(agrees(page, stamped(swapped, authority.pem()), Optional.empty()))
                    .isFalse();
            assertThat(page.words("en")).contains("of something else: the hash differs");
            var changed = new BundleWriter.Stamp(40, right.stamped(), answer);
            assertThat(agrees(page, stamped(changed, authority.pem()), Optional.empty()))
                    .isFalse();
            assertThat(page.words("en")).contains("its signature is not by the certificate in it");
        }
    }

    @Test
    @DisplayName("agrees with the verifier in Java about a timestamp with any one of its bytes changed")
    void everyByte() throws IOException {
        var authority = OpenSslAuthority.in(folder.resolve("between"), "/CN=tsa", OpenSslAuthority.Kind.BETWEEN);
        BundleWriter.Stamp right = stamp(authority, 40);
        List<Boolean> inJava = new ArrayList<>();
        for (int at = 0; at < right.answer().length; at++) {
            byte[] wrong = right.answer().clone();
            wrong[at] ^= (byte) (1 << at % 8);
            inJava.add(
                    Timestamps.check(wrong, right.stamped(), Optional.empty(), authority.roots())
                            instanceof Timestamps.Check.Stamped);
        }
        try (CheckingPage page = CheckingPage.in(folder)) {
            Path blank = Files.writeString(
                    folder.resolve("blank.html"), "<!doctype html><script>\n" + BundlePage.verifier() + """
                    async function eachByte([answer, stamped, pem]) {
                        const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
                        const right = bytes(answer), held = [];
                        for (let at = 0; at < right.length; at++) {
                            const wrong = right.slice();
                            wrong[at] ^= 1 << at % 8;
                            try {
                                await checkTimestamp(wrong, bytes(stamped), readPem(bytes(pem)));
                                held.push(true);
                            } catch (e) {
                                if (!(e instanceof Malformed)) throw e;
                                held.push(false);
                            }
                        }
                        return held;
                    }
                    </script>
                    """);
            page.page().navigate(blank.toUri().toString());
            Object held = page.page()
                    .evaluate(
                            "eachByte",
                            List.of(
                                    base64(right.answer()),
                                    base64(right.stamped()),
                                    base64(authority.pem().getBytes(StandardCharsets.US_ASCII))));
            assertThat(held).isEqualTo(inJava);
            assertThat(inJava)
                    .as("changes in what no signature covers")
                    .contains(true)
                    .contains(false);
        }
    }

    /** Whether both prove the bundle; what they say must be the same. */
    private static boolean agrees(CheckingPage page, byte[] bundle, Optional<String> roots) throws IOException {
        var given = new BundleVerifier.Given(
                Optional.empty(),
                Optional.empty(),
                roots.map(pem -> Timestamps.roots(pem.getBytes(StandardCharsets.US_ASCII)))
                        .orElse(List.of()));
        BundleVerdict verdict = BundleVerifier.verify(ByteSource.of(bundle), given);
        Map<String, String> others = roots.map(pem -> Map.of("roots", pem)).orElse(Map.of());
        assertThat(BundlePageTest.withoutDetail(page.answer(bundle, others)))
                .isEqualTo(BundlePageTest.withoutDetail(BundleVerdictJson.write(verdict, List.of())));
        return verdict instanceof BundleVerdict.Proven;
    }

    private BundleWriter.Stamp stamp(OpenSslAuthority authority, long size) throws IOException {
        byte[] checkpoint =
                log.note(size, SampleLog.LOG, Optional.empty()).note().getBytes(StandardCharsets.UTF_8);
        return new BundleWriter.Stamp(size, checkpoint, authority.answer(Timestamps.request(checkpoint, NONCE)));
    }

    private byte[] stamped(BundleWriter.Stamp stamp, String roots) throws IOException {
        return log.bundle(SCOPE, List.of(new IndexRange(3, 4)), log.note(60), false, List.of(), List.of(stamp), roots);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
