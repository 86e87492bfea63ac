package org.hasekura.node.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.hasekura.evidence.Timestamps;

/** A timestamp authority (RFC 3161) made with the {@code openssl} of this machine, for tests. One thread at a time. */
public final class OpenSslAuthority {

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    private final Path folder;

    private OpenSslAuthority(Path folder) {
        this.folder = folder;
    }

    /** Whether there can be one here. */
    public static boolean isPossible() {
        return Files.isExecutable(OPENSSL);
    }

    /**
     * One with a root {@code ca} and a certificate {@code tsa} under it.
     *
     * @param folder empty
     */
    public static OpenSslAuthority in(Path folder) throws IOException {
        return in(folder, "tsa");
    }

    /** The same under another name. */
    public static OpenSslAuthority in(Path folder, String name) throws IOException {
        var authority = new OpenSslAuthority(Files.createDirectories(folder));
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
        authority.root("ca");
        authority.certificate(name);
        return authority;
    }

    /** The answer to a request. */
    public synchronized byte[] answer(byte[] query) throws IOException {
        Files.write(folder.resolve("query"), query);
        run("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-out", "answer");
        return Files.readAllBytes(folder.resolve("answer"));
    }

    /** Whether {@code openssl ts -verify} takes the answer for these bytes. */
    public synchronized boolean verifies(Path answer, Path stamped) throws IOException {
        try {
            run("ts", "-verify", "-in", answer.toString(), "-data", stamped.toString(), "-CAfile", "ca.pem");
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    /** A root of its own that has signed nothing here. */
    public List<X509Certificate> otherRoots() throws IOException {
        root("other");
        return Timestamps.roots(Files.readAllBytes(folder.resolve("other.pem")));
    }

    /** The root, as PEM. */
    public String pem() throws IOException {
        return Files.readString(folder.resolve("ca.pem"));
    }

    public List<X509Certificate> roots() throws IOException {
        return Timestamps.roots(Files.readAllBytes(folder.resolve("ca.pem")));
    }

    private void root(String name) throws IOException {
        run(("req -x509 -newkey rsa:2048 -nodes -days 3650 -addext basicConstraints=critical,CA:TRUE -keyout " + name
                        + ".key -out " + name + ".pem -subj /CN=" + name)
                .split(" ", -1));
    }

    private void certificate(String name) throws IOException {
        run(("req -nodes -newkey rsa:2048 -keyout tsa.key -out tsa.csr -subj /CN=" + name).split(" ", -1));
        run(("x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -days 3650"
                        + " -extfile tsa.cnf -extensions tsaext")
                .split(" ", -1));
    }

    private void run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(OPENSSL.toString()));
        command.addAll(List.of(arguments));
        Path told = folder.resolve("told");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + Files.readString(told));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while openssl ran", e);
        }
    }
}
