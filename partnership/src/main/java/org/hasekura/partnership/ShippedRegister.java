package org.hasekura.partnership;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The register of EU-Japan digital commitments (日EU間のデジタル分野の約束の登録簿) that is part of this software: compiled from
 * public documents in our own words, every entry with its source, how far that was read, and a confidence.
 */
public final class ShippedRegister {

    /** Beside this class. */
    public static final String FILE = "eu-japan-commitments.json";

    private ShippedRegister() {}

    public static byte[] bytes() {
        try (InputStream in = Objects.requireNonNull(
                ShippedRegister.class.getResourceAsStream(FILE), () -> "the jar lacks " + FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Compilation load() {
        return switch (CompilationJson.read(bytes())) {
            case Read.Done<Compilation>(Compilation it) -> it;
            case Read.Refused<Compilation> refused ->
                throw new IllegalStateException("the shipped register is damaged: " + refused.line());
        };
    }
}
