package org.hasekura.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The list in a bundle of all that its entries name by hash only: a line for each, in the order of the entries,
 * {@code <index> <hash> included <bytes of salt>}, {@code … kept}, {@code … erased <ground> <time>} or {@code … unknown}.
 * Only what is included is proved: it has the hash.
 */
final class BodyList implements AutoCloseable {

    private static final int LINE_CHARS_MAX = 200;

    private final BundleFiles files;
    private final PieceReader lines;
    private final Set<String> checked = new HashSet<>();
    private final SortedMap<Entry.ErasureGround, Long> erased = new TreeMap<>();
    private long included;
    private long kept;
    private long unknown;

    BodyList(BundleFiles files) throws IOException {
        this.files = files;
        this.lines = new PieceReader(files.open(BundleFiles.BODY_LIST));
    }

    /** The next line must be about this hash, which the entry names. */
    void next(long index, String hash) throws BundleRefusedException, IOException {
        String line = line().orElse("");
        String[] words = line.split(" ", -1);
        if (words.length < 3 || !words[0].equals(Long.toString(index)) || !words[1].equals(hash)) {
            throw refused(index, "the list of bodies does not go on with `" + Texts.shown(hash) + "`");
        }
        switch (words[2]) {
            case "included" -> {
                requireBody(index, hash);
                included++;
            }
            case "kept" -> kept++;
            case "unknown" -> unknown++;
            case "erased" -> erased.merge(ground(index, words), 1L, Long::sum);
            default -> throw refused(index, "`" + Texts.shown(line) + "` says nothing known of a body");
        }
    }

    private void requireBody(long index, String hash) throws BundleRefusedException, IOException {
        if (!hash.matches("[0-9a-f]{64}") || !files.has("bodies/" + hash)) {
            throw refused(index, "the body `" + Texts.shown(hash) + "` is said to be included, and is not");
        }
        if (!checked.add(hash)) {
            return;
        }
        MessageDigest digest = Hash.sha256Digest();
        byte[] piece = new byte[1 << 16];
        try (InputStream in = files.open("bodies/" + hash)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        String found = Hash.of(digest.digest()).hex();
        if (!found.equals(hash)) {
            throw refused(index, "the body named `" + hash + "` has the SHA-256 " + found);
        }
    }

    private static Entry.ErasureGround ground(long index, String[] words) throws BundleRefusedException {
        for (Entry.ErasureGround ground : Entry.ErasureGround.values()) {
            if (words.length == 5 && words[3].equals(ground.name())) {
                return ground;
            }
        }
        throw refused(index, "a body is said to be erased on no known ground");
    }

    /** After the last entry: nothing more may be in the list, and no body that no entry names. */
    BundleVerdict.Bodies done() throws BundleRefusedException, IOException {
        if (line().isPresent()) {
            throw new BundleRefusedException(BundleFault.BODY, "the list of bodies goes on after the last entry");
        }
        for (String name : files.in("bodies")) {
            if (!checked.contains(name)) {
                throw new BundleRefusedException(BundleFault.BODY, "no entry names the body `" + name + "`");
            }
        }
        return new BundleVerdict.Bodies(included, kept, erased, unknown);
    }

    private Optional<String> line() throws IOException {
        return lines.line(LINE_CHARS_MAX, BundleFiles.BODY_LIST);
    }

    private static BundleRefusedException refused(long index, String detail) {
        return new BundleRefusedException(BundleFault.BODY, Optional.of(index), detail);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
