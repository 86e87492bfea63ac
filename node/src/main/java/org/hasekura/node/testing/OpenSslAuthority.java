package org.hasekura.node.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hasekura.evidence.Timestamps;

/** A timestamp authority (RFC 3161) made with the {@code openssl} of this machine, for tests. One thread at a time. */
public final class OpenSslAuthority {

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    /** How its keys and certificates are made. */
    public enum Kind {
        RSA("rsa:2048", "sha256", ""),
        P256("ec -pkeyopt ec_paramgen_curve:P-256", "sha256", ""),
        P384("ec -pkeyopt ec_paramgen_curve:P-384", "sha384", ""),
        P521("ec -pkeyopt ec_paramgen_curve:P-521", "sha512", ""),
        /** Certified by RSASSA-PSS. */
        PSS("rsa:2048", "sha256", "-sigopt rsa_padding_mode:pss"),
        /** Certified with SHA-1, which nobody should take any more. */
        SHA1("rsa:2048", "sha256", "-sha1"),
        /** Its certificate ended the day before. */
        EXPIRED("rsa:2048", "sha256", ""),
        /** Certified by an authority below the root. */
        BETWEEN("rsa:2048", "sha256", ""),
        /** Certified by one that may not certify. */
        BETWEEN_NO_CA("rsa:2048", "sha256", "");

        private final String key;
        private final String digest;
        private final String certified;

        Kind(String key, String digest, String certified) {
            this.key = key;
            this.digest = digest;
            this.certified = certified;
        }
    }

    private final Path folder;
    private final Kind kind;

    private OpenSslAuthority(Path folder, Kind kind) {
        this.folder = folder;
        this.kind = kind;
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
        return in(folder, "/CN=" + name, Kind.RSA);
    }

    /**
     * The same of another kind.
     *
     * @param subject of its certificate, as {@code openssl req -subj} wants it
     */
    public static OpenSslAuthority in(Path folder, String subject, Kind kind) throws IOException {
        var authority = new OpenSslAuthority(Files.createDirectories(folder), kind);
        boolean isBetween = kind == Kind.BETWEEN || kind == Kind.BETWEEN_NO_CA;
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.writeString(folder.resolve("tsa.cnf"), """
                [tsa]
                default_tsa = authority
                [authority]
                serial = ./serial
                signer_cert = ./tsa.pem
                certs = ./%s.pem
                signer_key = ./tsa.key
                signer_digest = %s
                default_policy = 1.2.3.4.1
                digests = sha256, sha384, sha512
                ordering = yes
                ess_cert_id_alg = sha256
                [tsaext]
                basicConstraints = CA:FALSE
                keyUsage = critical, digitalSignature
                extendedKeyUsage = critical, timeStamping
                [BETWEEN]
                basicConstraints = critical, CA:TRUE
                [BETWEEN_NO_CA]
                basicConstraints = critical, CA:FALSE
                """.formatted(isBetween ? "between" : "ca", kind.digest));
        authority.root("ca");
        if (isBetween) {
            authority.certificate("between", "/CN=between", "ca", kind.name());
        }
        authority.certificate("tsa", subject, isBetween ? "between" : "ca", "tsaext");
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

    private void certificate(String name, String subject, String by, String extensions) throws IOException {
        run(words(
                "req -utf8 -nodes -keyout %s.key -out %s.csr -newkey %s -subj".formatted(name, name, kind.key),
                subject));
        String days = kind == Kind.EXPIRED ? "-1" : "3650";
        run(words(
                "x509 -req -in %s.csr -CA %s.pem -CAkey %s.key -CAcreateserial -out %s.pem -extfile tsa.cnf"
                        .formatted(name, by, by, name),
                "-days",
                days,
                "-extensions",
                extensions,
                kind.certified));
    }

    /** The words of the first, then the others as they are but for empty ones. */
    private static String[] words(String first, String... others) {
        return Stream.concat(Stream.of(first.split(" ", -1)), Stream.of(others).flatMap(OpenSslAuthority::options))
                .toArray(String[]::new);
    }

    private static Stream<String> options(String text) {
        return text.startsWith("-")
                ? Stream.of(text.split(" ", -1))
                : Stream.of(text).filter(each -> !each.isEmpty());
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
