package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Event;
import org.hasekura.partnership.EventJson;
import org.hasekura.partnership.Signature;
import org.hasekura.partnership.Signatures;

/**
 * The keys of a register's folder: {@code secretariat.key} is this secretariat's own (Ed25519, PKCS 8 in Base64, for its owner
 * alone), {@code seats} lists whose keys are trusted for which seat, a line each: {@code jp BASE64}.
 */
final class SecretariatKeys implements Signatures {

    private static final String OWN = "secretariat.key";
    private static final String SEATS = "seats";
    private static final int FILE_MAX = 1 << 16;

    /** A key that may speak for a seat. */
    private record Trusted(Author.Seat seat, String name, PublicKey key) {}

    private final Path folder;
    private final Author.Seat seat;
    private final PrivateKey own;
    private final List<Trusted> trusted;

    private SecretariatKeys(Path folder, Author.Seat seat, PrivateKey own, List<Trusted> trusted) {
        this.folder = folder;
        this.seat = seat;
        this.own = own;
        this.trusted = List.copyOf(trusted);
    }

    /** Makes a key for a seat, trusted for that seat alone. */
    static void create(Path folder, Author.Seat seat) throws CommandFailed {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Path file = folder.resolve(OWN);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file,
                    seat.word() + " " + base64(pair.getPrivate().getEncoded()) + "\n",
                    StandardOpenOption.TRUNCATE_EXISTING);
            Files.writeString(
                    folder.resolve(SEATS),
                    seat.word() + " " + base64(pair.getPublic().getEncoded()) + "\n");
        } catch (IOException e) {
            throw new CommandFailed("the key cannot be written to `" + folder + "`: " + e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    static SecretariatKeys open(Path folder) throws CommandFailed {
        try {
            String[] own = line(new String(FileInput.bytes(folder.resolve(OWN), FILE_MAX), StandardCharsets.UTF_8));
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(own[1])));
            return new SecretariatKeys(folder, seat(own[0]), key, trusted(folder));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CommandFailed("`" + folder.resolve(OWN) + "` is no key of a secretariat: " + e.getMessage());
        }
    }

    private static List<Trusted> trusted(Path folder) throws CommandFailed {
        var trusted = new ArrayList<Trusted>();
        String lines = new String(FileInput.bytes(folder.resolve(SEATS), FILE_MAX), StandardCharsets.UTF_8);
        for (String text : lines.lines().filter(each -> !each.isBlank()).toList()) {
            trusted.add(trusted(text, folder.resolve(SEATS)));
        }
        return trusted;
    }

    private static Trusted trusted(String text, Path file) throws CommandFailed {
        try {
            String[] line = line(text);
            byte[] encoded = Base64.getDecoder().decode(line[1]);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return new Trusted(seat(line[0]), name(encoded), key);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new CommandFailed("`" + text + "` is no line of `" + file + "`; expected `eu|jp|independent BASE64`");
        }
    }

    private static String[] line(String text) {
        String[] parts = text.strip().split(" ");
        if (parts.length != 2) {
            throw new IllegalArgumentException("two words expected");
        }
        return parts;
    }

    private static Author.Seat seat(String word) {
        return Author.Seat.of(word).orElseThrow(() -> new IllegalArgumentException("`" + word + "` is no seat"));
    }

    /** Trusts one more key for a seat. */
    static void trust(Path folder, Author.Seat seat, String key) throws CommandFailed {
        Path file = folder.resolve(SEATS);
        String line = seat.word() + " " + key.strip();
        trusted(line, file);
        try {
            if (!Files.readString(file).lines().toList().contains(line)) {
                Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
            }
        } catch (NoSuchFileException _) {
            throw new CommandFailed("there is no register of a secretariat in `" + folder + "`");
        } catch (IOException e) {
            throw new CommandFailed("`" + file + "` cannot be written: " + e.getMessage());
        }
    }

    Author.Seat seat() {
        return seat;
    }

    /** What the other secretariat is to be told of, to trust this one. */
    String publicKey() throws CommandFailed {
        return trusted.stream()
                .filter(each -> each.seat() == seat)
                .findFirst()
                .map(each -> base64(each.key().getEncoded()))
                .orElseThrow(() -> new CommandFailed("`" + folder.resolve(SEATS) + "` lacks the key of its own seat"));
    }

    Signature sign(Event event) throws CommandFailed {
        try {
            java.security.Signature signer = java.security.Signature.getInstance("Ed25519");
            signer.initSign(own);
            signer.update(EventJson.canonical(event));
            return new Signature(name(Base64.getDecoder().decode(publicKey())), base64(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }

    @Override
    public boolean stand(Author.Seat of, byte[] written, Signature signature) {
        Optional<Trusted> key = trusted.stream()
                .filter(each -> each.seat() == of && each.name().equals(signature.key()))
                .findFirst();
        return key.isPresent() && verifies(key.get().key(), written, signature);
    }

    private static boolean verifies(PublicKey key, byte[] written, Signature signature) {
        try {
            java.security.Signature verifier = java.security.Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(written);
            return verifier.verify(Base64.getDecoder().decode(signature.value()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    /** The first 16 digits of the key's SHA-256: enough to choose among the few that are trusted. */
    private static String name(byte[] encoded) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(encoded);
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
