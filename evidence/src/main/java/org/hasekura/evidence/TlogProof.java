package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A proof that carries all but the entry and the trusted keys: index, path and signed checkpoint (C2SP tlog-proof v1;
 * file name extension {@code .tlog-proof}).
 *
 * @param extra base64 of data that nothing authenticates
 * @param index of the entry in the log, from 0
 * @param path inclusion proof, from the leaf's sibling up
 * @param checkpoint the signed note, verbatim
 */
public record TlogProof(Optional<String> extra, long index, List<Hash> path, String checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final int HASHES_MAX = 63;

    public TlogProof {
        path = List.copyOf(path);
    }

    /** A proof without extra data. */
    public TlogProof(long index, List<Hash> path, Note checkpoint) {
        this(Optional.empty(), index, path, checkpoint.note());
    }

    /** Reads the format; the checkpoint is kept as it stands and not looked into. */
    public static Parsed<TlogProof> parse(String text) {
        return Parsed.reading(() -> read(text));
    }

    static TlogProof read(String text) throws MalformedException {
        int end = text.indexOf("\n\n");
        if (end < 0 || end + 2 == text.length() || text.length() > Note.BYTES_MAX) {
            throw new MalformedException("the proof has no checkpoint after an empty line");
        }
        List<String> lines = Texts.lines(text.substring(0, end + 1));
        if (!lines.getFirst().equals(HEADER)) {
            throw new MalformedException(
                    "line 1 of the proof is `" + Texts.shown(lines.getFirst()) + "`, not `" + HEADER + "`");
        }
        int next = 1;
        Optional<String> extra = Optional.empty();
        if (lines.size() > next && lines.get(next).startsWith("extra ")) {
            extra = Optional.of(lines.get(next++).substring("extra ".length()));
            Texts.base64(extra.get());
        }
        if (lines.size() <= next || !lines.get(next).startsWith("index ")) {
            throw new MalformedException("line " + (next + 1) + " of the proof does not give the index");
        }
        long index = Texts.decimal(lines.get(next++).substring("index ".length()));
        List<Hash> path = hashes(lines.subList(next, lines.size()));
        return new TlogProof(extra, index, path, text.substring(end + 2));
    }

    private static List<Hash> hashes(List<String> lines) throws MalformedException {
        if (lines.size() > HASHES_MAX) {
            throw new MalformedException("the proof has " + lines.size() + " hashes, more than 63");
        }
        List<Hash> path = new ArrayList<>();
        for (String line : lines) {
            try {
                path.add(Hash.fromBase64(line));
            } catch (MalformedException e) {
                throw new MalformedException("proof hash " + (path.size() + 1) + ": " + e.reason());
            }
        }
        return path;
    }

    /** The proof as it is stored and sent. */
    public String text() {
        StringBuilder out = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(data -> out.append("extra ").append(data).append('\n'));
        out.append("index ").append(index).append('\n');
        path.forEach(hash -> out.append(hash.base64()).append('\n'));
        return out.append('\n').append(checkpoint).toString();
    }
}
