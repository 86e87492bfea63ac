package org.hasekura.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.evidence.BundleText;
import org.hasekura.evidence.BundleVerdict;
import org.hasekura.evidence.BundleVerdictJson;
import org.hasekura.evidence.BundleVerifier;
import org.hasekura.evidence.ByteSource;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.Receipt;
import org.hasekura.evidence.ReceiptVerifier;
import org.hasekura.evidence.Timestamps;
import org.hasekura.evidence.TrustPolicy;
import org.hasekura.evidence.Verdict;
import org.hasekura.evidence.VerdictJson;
import org.hasekura.evidence.VerdictText;

/**
 * What a reader wants to have checked: a receipt or a bundle, with what the reader brings.
 *
 * @param policy a C2SP tlog-policy with the keys to trust; otherwise those in the file are assumed
 * @param since a signed checkpoint, or a bundle, of the same log that the reader already has; for bundles alone
 * @param timestampRoots a PEM file with root certificates of timestamp authorities; otherwise those in the bundle are assumed
 */
public record Check(Path file, Optional<Path> policy, Optional<Path> since, Optional<Path> timestampRoots) {

    /** Without root certificates. */
    public Check(Path file, Optional<Path> policy, Optional<Path> since) {
        this(file, policy, since, Optional.empty());
    }

    private static final int INPUT_BYTES_MAX = 64 << 20;

    /**
     * What came of it.
     *
     * @param words the verdict in sentences
     * @param json the same for programs
     */
    public record Answer(boolean isProven, List<String> words, String json) {
        public Answer {
            words = List.copyOf(words);
        }
    }

    /**
     * Checks the file; how much memory that takes does not depend on its length.
     *
     * @throws Unfit if one of the files is not there or is nothing that can be checked, in words
     */
    public Answer answer(Locale language) throws Unfit {
        Optional<TrustPolicy> trusted = policy.isPresent() ? Optional.of(trusted(policy.get())) : Optional.empty();
        return reading(file, bytes -> {
            byte[] head = bytes.read(0, (int) Math.min(2, bytes.size()));
            return new String(head, StandardCharsets.ISO_8859_1).equals("PK")
                    ? bundle(bytes, trusted, language)
                    : receipt(bytes, trusted, language);
        });
    }

    private Answer bundle(ByteSource bytes, Optional<TrustPolicy> trusted, Locale language) throws IOException, Unfit {
        Optional<byte[]> known = Optional.empty();
        if (since.isPresent()) {
            known = reading(since.get(), BundleVerifier::checkpointOf);
            if (known.isEmpty()) {
                throw new Unfit("`" + since.get() + "` is neither a signed checkpoint nor a bundle");
            }
        }
        List<X509Certificate> roots = timestampRoots.isPresent() ? roots(timestampRoots.get()) : List.of();
        BundleVerdict verdict = BundleVerifier.verify(bytes, new BundleVerifier.Given(trusted, known, roots));
        List<String> words = BundleText.of(verdict, language);
        return new Answer(verdict instanceof BundleVerdict.Proven, words, BundleVerdictJson.write(verdict, words));
    }

    private Answer receipt(ByteSource bytes, Optional<TrustPolicy> trusted, Locale language) throws IOException, Unfit {
        if (since.isPresent()) {
            throw new Unfit("--since is for bundles, and `" + file + "` is none");
        }
        if (bytes.size() > Receipt.BYTES_MAX) {
            throw new Unfit("`" + file + "` is neither a bundle nor a receipt");
        }
        Verdict verdict = ReceiptVerifier.verify(bytes.read(0, (int) bytes.size()), trusted);
        List<String> words = new ArrayList<>(VerdictText.of(verdict, language));
        if (verdict instanceof Verdict.Proven) {
            words.add(VerdictText.limits(language));
        }
        return new Answer(verdict instanceof Verdict.Proven, words, VerdictJson.write(verdict, words));
    }

    private static TrustPolicy trusted(Path file) throws Unfit {
        byte[] bytes =
                reading(file, source -> source.read(0, (int) Math.min(source.size(), TrustPolicy.CHARS_MAX + 1L)));
        return switch (TrustPolicy.parse(bytes)) {
            case Parsed.Valid<TrustPolicy>(TrustPolicy policy) -> policy;
            case Parsed.Malformed<TrustPolicy>(String reason) ->
                throw new Unfit("`" + file + "` is no policy: " + reason);
        };
    }

    private static List<X509Certificate> roots(Path file) throws Unfit {
        byte[] pem = reading(file, source -> source.read(0, (int) Math.min(source.size(), 1L << 20)));
        List<X509Certificate> roots = Timestamps.roots(pem);
        if (roots.isEmpty()) {
            throw new Unfit("`" + file + "` has no certificates as PEM");
        }
        return roots;
    }

    private interface Reading<T> {
        T read(ByteSource bytes) throws IOException, Unfit;
    }

    /** {@code -} is standard input. */
    private static <T> T reading(Path file, Reading<T> reading) throws Unfit {
        if (file.toString().equals("-")) {
            return readingInput(reading);
        }
        try (FileBytes bytes = FileBytes.open(file)) {
            return reading.read(bytes);
        } catch (NoSuchFileException e) {
            throw new Unfit("there is no file `" + file + "`");
        } catch (IOException e) {
            throw new Unfit("`" + file + "` cannot be read: " + e.getMessage());
        }
    }

    private static <T> T readingInput(Reading<T> reading) throws Unfit {
        try {
            byte[] bytes = System.in.readNBytes(INPUT_BYTES_MAX + 1);
            if (bytes.length > INPUT_BYTES_MAX) {
                throw new Unfit("standard input is longer than " + INPUT_BYTES_MAX + " bytes; give a file");
            }
            return reading.read(ByteSource.of(bytes));
        } catch (IOException e) {
            throw new Unfit("standard input cannot be read: " + e.getMessage());
        }
    }

    /** Nothing can be said of it, in words. */
    public static final class Unfit extends Exception {

        private static final long serialVersionUID = 1;

        Unfit(String words) {
            super(words);
        }

        /** Why, for a person. */
        public String words() {
            return String.valueOf(getMessage());
        }
    }
}
