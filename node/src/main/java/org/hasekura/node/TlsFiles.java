package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.hasekura.sender.Tls;
import org.hasekura.sender.TlsIdentity;

/**
 * Certificate and key from the files that the settings name, read again when they change: whoever renews certificates writes
 * files and restarts nothing. Files that do not fit together, perhaps since one of them is still being written, change
 * nothing and are tried again.
 */
final class TlsFiles {

    private static final System.Logger LOG = System.getLogger(TlsFiles.class.getName());
    private static final int FILE_BYTES_MAX = 1 << 20;

    private final Settings.Tls settings;
    private final Path certificate;
    private final Tls tls;

    // Guarded by this: what was looked at last, whether it could be used or not.
    private Contents seen;

    @SuppressWarnings("ArrayRecordComponent") // compared by isSame alone
    private record Contents(byte[] certificate, byte[] key) {

        boolean isSame(Contents other) {
            return Arrays.equals(certificate, other.certificate) && Arrays.equals(key, other.key);
        }
    }

    private TlsFiles(Settings.Tls settings, Path certificate, Tls tls, Contents seen) {
        this.settings = settings;
        this.certificate = certificate;
        this.tls = tls;
        this.seen = seen;
    }

    /**
     * Reads the files; nothing when the settings name none.
     *
     * @throws IOException if they cannot be used, in words
     */
    static Optional<TlsFiles> of(Settings.Tls settings) throws IOException {
        if (settings.certificate().isEmpty()) {
            return Optional.empty();
        }
        Path certificate = settings.certificate().get();
        Contents contents = read(settings, certificate);
        var tls = new Tls(identity(settings, certificate, contents));
        return Optional.of(new TlsFiles(settings, certificate, tls, contents));
    }

    Tls tls() {
        return tls;
    }

    /** Looks whether the files have changed, and shows what they hold if it can be used. */
    synchronized void refresh() {
        try {
            Contents now = read(settings, certificate);
            if (now.isSame(seen)) {
                return;
            }
            seen = now;
            tls.show(identity(settings, certificate, now));
            LOG.log(System.Logger.Level.INFO, "a new certificate is shown; it runs out at {0}", tls.until());
        } catch (IOException unusable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the certificate of before is still shown, until {0}: {1}",
                    tls.until(),
                    unusable.getMessage());
        }
    }

    private static Contents read(Settings.Tls settings, Path certificate) throws IOException {
        byte[] bytes = bytes(certificate);
        return new Contents(
                bytes, settings.key().isPresent() ? bytes(settings.key().get()) : bytes);
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new IOException("`" + file + "` is longer than a certificate or key is");
            }
            return Files.readAllBytes(file);
        } catch (java.nio.file.FileSystemException unreadable) {
            throw new IOException("`" + file + "` cannot be read; see `tls.certificate` and `tls.key`", unreadable);
        }
    }

    /** A file of PKCS #12 begins with a sequence of DER, one of PEM never does. */
    private static TlsIdentity identity(Settings.Tls settings, Path certificate, Contents contents) throws IOException {
        boolean isDer = contents.certificate().length > 0 && contents.certificate()[0] == 0x30;
        TlsIdentity.Reading reading = isDer
                ? TlsIdentity.fromPkcs12(
                        contents.certificate(), settings.password().orElse(""))
                : TlsIdentity.fromPem(contents.certificate(), contents.key());
        return switch (reading) {
            case TlsIdentity.Reading.Read(TlsIdentity identity) -> identity;
            case TlsIdentity.Reading.Refused(String words) ->
                throw new IOException("`" + certificate + "` with its key: " + words);
        };
    }
}
