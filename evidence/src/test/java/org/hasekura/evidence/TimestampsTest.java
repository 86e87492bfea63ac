package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.hasekura.evidence.testing.SampleLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A timestamp of an authority (RFC 3161), here of OpenSSL's")
class TimestampsTest {

    private static final byte[] STAMPED = "a checkpoint\n".getBytes(StandardCharsets.UTF_8);
    private static final BigInteger NONCE = new BigInteger("1234567890123456789");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void authority() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "skipped: there is no openssl");
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.writeString(folder.resolve("tsa.cnf"), """
                [tsa]
                default_tsa = authority
                [authority]
                serial = ./serial
                signer_cert = ./tsa.pem
                certs = ./ca.pem
                signer_key = ./tsa.key
                signer_digest = sha256
                default_policy = 1.2.3.4.1
                digests = sha256, sha384, sha512
                ordering = yes
                ess_cert_id_alg = sha256
                [tsaext]
                basicConstraints = CA:FALSE
                keyUsage = critical, digitalSignature
                extendedKeyUsage = critical, timeStamping
                """);
        root("ca");
        certificate("tsa", "ca", "tsaext", "rsa:2048");
    }

    @Test
    @DisplayName("holds for what was stamped, by the root that is given, with the authority's time and name")
    void holds() throws Exception {
        byte[] answer = stamped();
        Timestamps.Check check = Timestamps.check(answer, STAMPED, Optional.of(NONCE), roots("ca"));
        assertThat(check).isInstanceOfSatisfying(Timestamps.Check.Stamped.class, stamp -> {
            assertThat(stamp.authority()).isEqualTo("CN=tsa");
            assertThat(stamp.at())
                    .isBetween(
                            Instant.now().minus(Duration.ofMinutes(5)),
                            Instant.now().plusSeconds(5));
        });
        root("other");
        refused(answer, STAMPED, Optional.of(NONCE), roots("other"), "does not lead to a root");
        refused(answer, STAMPED, Optional.of(NONCE), List.of(), "no root certificate");
        refused(answer, new byte[1], Optional.of(NONCE), roots("ca"), "of something else");
        refused(answer, STAMPED, Optional.of(BigInteger.ONE), roots("ca"), "another request");
        assertThat(Timestamps.roots("no PEM".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    @DisplayName("by an elliptic key holds, too, and what is no timestamp is none")
    void otherKeys() throws Exception {
        certificate("tsa", "ca", "tsaext", "ec:" + curve());
        assertThat(Timestamps.check(stamped(), STAMPED, Optional.of(NONCE), roots("ca")))
                .isInstanceOf(Timestamps.Check.Stamped.class);
        byte[] cleartext = "not a timestamp".getBytes(StandardCharsets.UTF_8);
        refused(cleartext, STAMPED, Optional.empty(), roots("ca"), "DER");
    }

    @Test
    @DisplayName("on an earlier checkpoint is part of a bundle, which is refused when it is of something else")
    void inBundle() throws Exception {
        SampleLog log = new SampleLog(SampleLog.entries(60));
        byte[] earlier = log.note(40, SampleLog.LOG, Optional.empty()).note().getBytes(StandardCharsets.UTF_8);
        byte[] answer = stamped(earlier);
        var scope = new BundleScope.Exchange(List.of("urn:uuid:3"));
        var ranges = List.of(new IndexRange(3, 4));
        String roots = Files.readString(folder.resolve("ca.pem"));
        var stamp = new BundleWriter.Stamp(40, earlier, answer);
        byte[] right = log.bundle(scope, ranges, log.note(60), false, List.of(), List.of(stamp), roots);
        var given = new BundleVerifier.Given(Optional.empty(), Optional.empty(), roots("ca"));
        for (BundleVerifier.Given each : List.of(given, BundleVerifier.Given.NOTHING)) {
            BundleVerdict verdict = BundleVerifier.verify(ByteSource.of(right), each);
            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            BundleVerdict.Proven.class,
                            proven -> assertThat(proven.stamps())
                                    .extracting(BundleVerdict.Stamp::size, BundleVerdict.Stamp::authority)
                                    .containsExactly(tuple(40L, "CN=tsa")));
            assertThat(String.join(" ", BundleText.of(verdict, Locale.ENGLISH)))
                    .contains("by CN=tsa, over the first 40 entries");
        }
        byte[] other = log.note(41, SampleLog.LOG, Optional.empty()).note().getBytes(StandardCharsets.UTF_8);
        var wrong = new BundleWriter.Stamp(41, other, answer);
        byte[] refused = log.bundle(scope, ranges, log.note(60), false, List.of(), List.of(wrong), roots);
        assertThat(BundleVerifier.verify(ByteSource.of(refused), given))
                .isInstanceOfSatisfying(
                        BundleVerdict.NotProven.class,
                        not -> assertThat(not.fault()).isEqualTo(BundleFault.TIMESTAMP));
    }

    @Test
    @DisplayName(
            "with any byte changed is refused, or says the same: the certificates beside the signer's are not signed")
    void everyByte() throws Exception {
        byte[] answer = stamped();
        List<X509Certificate> roots = roots("ca");
        Timestamps.Check right = Timestamps.check(answer, STAMPED, Optional.of(NONCE), roots);
        int refused = 0;
        for (int at = 0; at < answer.length; at++) {
            byte[] wrong = answer.clone();
            wrong[at] ^= (byte) (1 << at % 8);
            Timestamps.Check check = Timestamps.check(wrong, STAMPED, Optional.of(NONCE), roots);
            refused += check instanceof Timestamps.Check.Refused ? 1 : 0;
            if (check instanceof Timestamps.Check.Stamped) {
                assertThat(check).as("byte %d", at).isEqualTo(right);
            }
        }
        assertThat(refused).isGreaterThan(answer.length / 2);
    }

    @Test
    @DisplayName("with more certificates than any authority sends is refused before a chain is looked for among them")
    void manyCertificates() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            root("other");
            many.append(Files.readString(folder.resolve("other.pem")));
        }
        Files.writeString(folder.resolve("many.pem"), many);
        Path settings = folder.resolve("tsa.cnf");
        Files.writeString(settings, Files.readString(settings).replace("certs = ./ca.pem", "certs = ./many.pem"));
        refused(stamped(), STAMPED, Optional.of(NONCE), roots("ca"), "more than 10 certificates");
    }

    @Test
    @DisplayName("in random bytes is refused and nothing worse (seeded)")
    void random() throws Exception {
        byte[] answer = stamped();
        Random random = new Random(31);
        for (int i = 0; i < 2000; i++) {
            byte[] wrong = Arrays.copyOf(answer, random.nextInt(answer.length + 1));
            for (int n = random.nextInt(4); n > 0 && wrong.length > 0; n--) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt();
            }
            assertThat(Timestamps.check(wrong, STAMPED, Optional.of(NONCE), List.of()))
                    .isInstanceOf(Timestamps.Check.Refused.class);
        }
    }

    private void refused(
            byte[] answer, byte[] stamped, Optional<BigInteger> nonce, List<X509Certificate> roots, String why) {
        assertThat(Timestamps.check(answer, stamped, nonce, roots))
                .isInstanceOfSatisfying(
                        Timestamps.Check.Refused.class,
                        check -> assertThat(check.reason()).contains(why));
    }

    private byte[] stamped() throws Exception {
        return stamped(STAMPED);
    }

    private byte[] stamped(byte[] bytes) throws Exception {
        Files.write(folder.resolve("query"), Timestamps.request(bytes, NONCE));
        openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-out", "answer");
        return Files.readAllBytes(folder.resolve("answer"));
    }

    private List<X509Certificate> roots(String name) throws IOException {
        return Timestamps.roots(Files.readAllBytes(folder.resolve(name + ".pem")));
    }

    private String curve() throws Exception {
        openssl("ecparam", "-name", "prime256v1", "-out", "curve.pem");
        return "curve.pem";
    }

    private void root(String name) throws Exception {
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                name + ".key",
                "-out",
                name + ".pem",
                "-days",
                "3650",
                "-subj",
                "/CN=" + name,
                "-addext",
                "basicConstraints=critical,CA:TRUE");
    }

    private void certificate(String name, String by, String extensions, String key) throws Exception {
        openssl(
                "req",
                "-newkey",
                key,
                "-nodes",
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr",
                "-subj",
                "/CN=" + name);
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                by + ".pem",
                "-CAkey",
                by + ".key",
                "-CAcreateserial",
                "-out",
                name + ".pem",
                "-days",
                "3650",
                "-extfile",
                "tsa.cnf",
                "-extensions",
                extensions);
    }

    private void openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("told").toFile())
                .start();
        assertThat(process.waitFor()).as(() -> command + ": " + told()).isZero();
    }

    private String told() {
        try {
            return Files.readString(folder.resolve("told"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
