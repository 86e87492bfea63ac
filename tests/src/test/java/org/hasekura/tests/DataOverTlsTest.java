package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.hasekura.evidence.Hash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("Under TLS of the node itself")
class DataOverTlsTest {

    private static final int SIZE = 20_000_000;
    private static final String PASSWORD = "secret";

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName(
            "bytes come whole and in parts, are cut within a second of a suspension, and a renewed certificate is shown")
    void bytes() throws Exception {
        byte[] bytes = new byte[SIZE];
        new Random(3).nextBytes(bytes);
        Path keys = root.resolve("node.p12");
        byte[] first = certificate(keys, "first");
        byte[] second = certificate(root.resolve("second.p12"), "second");
        try (TestNode provider = TestNode.start(
                        root,
                        "provider",
                        "DE",
                        "tls.certificate = node.p12\ntls.password = " + PASSWORD + "\ntls.listeners = data\n");
                TestNode consumer = TestNode.start(root, "consumer", "JP", "data.pull-automatically = false\n");
                HttpClient client = trusting(first)) {
            Dealings.acquaint(provider, "DE", consumer, "JP");
            Dealings.publish(provider, "data", Files.write(root.resolve("data.bin"), bytes), "direct");
            var crossing = new Crossing(() -> provider, () -> consumer, () -> {});
            crossing.agree("data");
            crossing.begin();
            JsonNode address = crossing.transferAt("STARTED").path("dataAddress");
            String there = "/api/transfers/" + crossing.transferOf(provider);
            Waiting.until(() -> provider.api().read(there), seen -> !seen.has("sending"));

            assertThat(URI.create(address.path("endpoint").asString()).getScheme())
                    .isEqualTo("https");
            HttpResponse<byte[]> whole = client.send(Download.request(address).build(), BodyHandlers.ofByteArray());
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(Hash.sha256(whole.body())).isEqualTo(Hash.sha256(bytes));
            HttpResponse<byte[]> part = client.send(
                    Download.request(address).header("Range", "bytes=19999000-").build(), BodyHandlers.ofByteArray());
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 19_999_000, SIZE));

            Files.write(keys, second);
            try (HttpClient later = trusting(second)) {
                Waiting.until(() -> isShown(later, address), shown -> shown);
            }

            cutInTheMiddle(client, provider, crossing, address);
        }
    }

    @Test
    @DisplayName("a command drives a node that shows the certificate it was told to trust, and no other")
    void management() throws Exception {
        Files.write(root.resolve("node.pem"), pem(certificate(root.resolve("node.p12"), "node")));
        Files.write(root.resolve("other.pem"), pem(certificate(root.resolve("other.p12"), "other")));
        try (TestNode node = TestNode.start(
                root,
                "secured",
                "DE",
                "tls.certificate = node.p12\ntls.password = " + PASSWORD + "\ntls.listeners = management\n")) {
            assertThat(node.api().base()).hasScheme("https").hasHost("127.0.0.1");
            ChildJvm.Ended trusting = list(node, "node.pem");
            assertThat(trusting.status()).as(trusting.err()).isZero();
            ChildJvm.Ended mistaken = list(node, "other.pem");
            assertThat(mistaken.status()).isEqualTo(1);
            assertThat(mistaken.err()).contains("does not show a certificate that is trusted here");
            Files.writeString(root.resolve("none.pem"), "no certificate");
            assertThat(list(node, "none.pem").err()).contains("none.pem`: ");
            Path out = root.resolve("bundle.zip");
            ChildJvm.Ended downloaded = command(
                    node,
                    "node.pem",
                    "bundle",
                    "make",
                    "--from",
                    "2026-01-01",
                    "--until",
                    "2100-01-01",
                    "--out",
                    out.toString());
            assertThat(downloaded.status()).as(downloaded.err()).isZero();
            assertThat(out).isNotEmptyFile();
        }
    }

    private ChildJvm.Ended list(TestNode node, String certificates) throws IOException, InterruptedException {
        return command(node, certificates, "dataset", "list");
    }

    private ChildJvm.Ended command(TestNode node, String certificates, String... words)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--node",
                node.api().base().toString(),
                "--token",
                node.api().headers().getOrDefault("Authorization", "").replace("Bearer ", ""),
                "--cacert",
                root.resolve(certificates).toString()));
        return ChildJvm.run(root, all.toArray(String[]::new));
    }

    private static byte[] pem(byte[] pkcs12) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), PASSWORD.toCharArray());
        return ("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(store.getCertificate("a").getEncoded())
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isShown(HttpClient client, JsonNode address) {
        try {
            return client.send(
                                    Download.request(address)
                                            .header("Range", "bytes=0-0")
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 206;
        } catch (IOException notTrusted) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void cutInTheMiddle(HttpClient client, TestNode provider, Crossing crossing, JsonNode address)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> flowing =
                client.send(Download.request(address).build(), BodyHandlers.ofInputStream());
        var got = new ByteArrayOutputStream();
        try (InputStream in = flowing.body()) {
            got.writeBytes(in.readNBytes(1_000_000));
            Api.good(provider.api()
                    .post(
                            "/api/transfers/" + crossing.transferOf(provider) + "/suspend",
                            Dealings.object("reason", "a test")));
            long stopped = System.nanoTime();
            Download.takeWhatComes(in, got);
            assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(got.size()).isBetween(1_000_000, SIZE - 1);
    }

    private static HttpClient trusting(byte[] pkcs12) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", store.getCertificate("a"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), new SecureRandom());
        return HttpClient.newBuilder().sslContext(context).build();
    }

    /** For `localhost`, signed by itself, made by the JDK's own tool. */
    private static byte[] certificate(Path file, String name) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return Files.readAllBytes(file);
    }
}
