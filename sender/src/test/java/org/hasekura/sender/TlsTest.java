package org.hasekura.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Under TLS")
class TlsTest {

    private static final String NONE = "GET /data/none HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String LAST = "GET /data/none HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"EC,TLSv1.3", "EC,TLSv1.2", "RSA,TLSv1.3", "RSA,TLSv1.2", "Ed25519,TLSv1.3"})
    @DisplayName("requests are answered one after another, with any kind of key and both versions:")
    void answered(String kind, String version) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "one", kind);
        try (Sender sender = start(new Tls(certificate.identity()), Duration.ofSeconds(20));
                SSLSocket socket = connect(sender, certificate.trusting())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.getOutputStream().write((NONE + NONE + LAST).getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 404 Not Found\r\n", -1)).hasSize(4);
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    @DisplayName("another certificate is shown from one connection to the next, and the first goes on")
    void replaced() throws Exception {
        TestCertificate one = TestCertificate.make(folder, "one", "EC");
        TestCertificate two = TestCertificate.make(folder, "two", "RSA");
        var tls = new Tls(one.identity());
        try (Sender sender = start(tls, Duration.ofSeconds(20));
                SSLSocket before = connect(sender, one.trusting())) {
            assertThat(shown(before)).isEqualTo("CN=one");
            tls.show(two.identity());
            try (SSLSocket after = connect(sender, two.trusting())) {
                assertThat(shown(after)).isEqualTo("CN=two");
            }
            before.getOutputStream().write(LAST.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(before.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    @DisplayName("who speaks without it, or never ends to agree on keys, is let go")
    void without() throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "one", "EC");
        try (Sender sender = start(new Tls(certificate.identity()), Duration.ofMillis(400));
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), sender.port());
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), sender.port())) {
            plain.setSoTimeout(10_000);
            silent.setSoTimeout(10_000);
            plain.getOutputStream().write(LAST.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(rest(plain), StandardCharsets.ISO_8859_1)).doesNotContain("HTTP");
            assertThat(rest(silent)).isEmpty();
        }
    }

    private static byte[] rest(Socket socket) {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (IOException reset) {
            return new byte[0];
        }
    }

    @Test
    @DisplayName("certificate and key are read from PEM and PKCS #12, and refused in words when they do not fit")
    void read() throws Exception {
        TestCertificate one = TestCertificate.make(folder, "one", "EC");
        TestCertificate two = TestCertificate.make(folder, "two", "EC");
        assertThat(pem(one.certificatePem(), one.keyPem())).isEqualTo("");
        String both = one.keyPem() + "in between\n" + one.certificatePem() + two.certificatePem();
        assertThat(pem(both, both)).isEqualTo("");
        assertThat(pem(two.certificatePem(), one.keyPem())).isEqualTo("the key is not that of the first certificate");
        assertThat(pem("", one.keyPem())).isEqualTo("there are 0 certificates; expected 1 to 10");
        assertThat(pem(one.certificatePem(), one.certificatePem())).isEqualTo("there is no `BEGIN PRIVATE KEY` in it");
        assertThat(pem(one.certificatePem(), one.keyPem().replace("PRIVATE", "EC PRIVATE")))
                .contains("openssl pkcs8 -topk8");
        assertThat(pem(one.certificatePem().replace("MII", "AAA"), one.keyPem()))
                .isEqualTo("certificate number 1 cannot be read");
        assertThat(TlsIdentity.fromPkcs12(one.pkcs12(), "wrong"))
                .isEqualTo(new TlsIdentity.Reading.Refused("it is no PKCS #12 file, or the password is another"));
        byte[] cut = java.util.Arrays.copyOf(one.pkcs12(), one.pkcs12().length / 2);
        assertThat(TlsIdentity.fromPkcs12(cut, TestCertificate.PASSWORD))
                .isInstanceOf(TlsIdentity.Reading.Refused.class);
    }

    /** Why it was refused; nothing when it was read. */
    private static String pem(String certificates, String key) {
        return TlsIdentity.fromPem(
                                certificates.getBytes(StandardCharsets.US_ASCII),
                                key.getBytes(StandardCharsets.US_ASCII))
                        instanceof TlsIdentity.Reading.Refused(String words)
                ? words
                : "";
    }

    private static String shown(SSLSocket socket) throws SSLException {
        Principal subject = ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSubjectX500Principal();
        return subject.getName();
    }

    private static SSLSocket connect(Sender sender, SSLContext context) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), sender.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static Sender start(Tls tls, Duration headTime) throws IOException {
        return Sender.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new FakeDesk(),
                new SenderLimits(8192, 64, 64, headTime, Duration.ofSeconds(20)),
                Optional.of(tls),
                Optional.empty(),
                Clock.systemUTC());
    }
}
