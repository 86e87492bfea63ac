package org.hasekura.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The proof that the entries shown are those at the indexes named, all of them, in a tree of this size.
 *
 * <p>The tree is told from left to right. Where entries are shown, their leaf hashes stand for themselves; where they are
 * not, the roots of the fewest complete subtrees that cover the gap. Together they lead to the root, and to no other: an
 * entry that is changed, left out, put in or moved leads elsewhere. It takes at most 126 hashes for each gap.
 *
 * <p>As text: a line {@code hasekura-range-proof/1}, a line {@code size <n>}, then in order for each part a line
 * {@code skip <from> <to>} followed by its hashes in base64, or a line {@code entries <from> <to>}.
 *
 * @param size entries in the tree
 * @param parts in order, without gaps, from 0 to {@code size}
 */
record RangeProof(long size, List<Part> parts) {

    static final String HEADER = "hasekura-range-proof/1";

    /** Largest proof that is read, in characters. */
    static final int CHARS_MAX = 1 << 26;

    /** A stretch of the tree. */
    sealed interface Part {
        long from();

        long to();
    }

    /** Entries that are not shown, by the hashes of the complete subtrees over them. */
    record Skip(long from, long to, List<Hash> hashes) implements Part {
        public Skip {
            hashes = List.copyOf(hashes);
        }
    }

    /** Entries that are shown. */
    record Shown(long from, long to) implements Part {}

    RangeProof {
        parts = List.copyOf(parts);
    }

    /** The proof for these ranges, which must be in order and apart from each other. */
    static RangeProof of(List<IndexRange> ranges, long size, HashReader tree) throws IOException {
        List<Part> parts = new ArrayList<>();
        long at = 0;
        for (IndexRange range : ranges) {
            skip(at, range.from(), tree, parts);
            parts.add(new Shown(range.from(), range.to()));
            at = range.to();
        }
        skip(at, size, tree, parts);
        return new RangeProof(size, parts);
    }

    private static void skip(long from, long to, HashReader tree, List<Part> parts) throws IOException {
        List<Hash> hashes = new ArrayList<>();
        for (long at = from; at < to; ) {
            int height = height(at, to);
            hashes.add(tree.hash(height, at >> height));
            at += 1L << height;
        }
        if (from < to) {
            parts.add(new Skip(from, to, hashes));
        }
    }

    /** The height of the largest complete subtree that begins at {@code at} and does not reach beyond {@code to}. */
    static int height(long at, long to) {
        int widest = 63 - Long.numberOfLeadingZeros(to - at);
        return at == 0 ? widest : Math.min(widest, Long.numberOfTrailingZeros(at));
    }

    /** Number of entries that are shown. */
    long count() {
        return parts.stream()
                .filter(Shown.class::isInstance)
                .mapToLong(part -> part.to() - part.from())
                .sum();
    }

    static RangeProof read(String text) throws MalformedException {
        if (text.length() > CHARS_MAX) {
            throw new MalformedException("the proof is longer than " + CHARS_MAX + " characters");
        }
        List<String> lines = Texts.lines(text);
        if (lines.size() < 2
                || !lines.getFirst().equals(HEADER)
                || !lines.get(1).startsWith("size ")) {
            throw new MalformedException("it does not begin with `" + HEADER + "` and the size");
        }
        long size = Texts.decimal(lines.get(1).substring("size ".length()));
        List<Part> parts = new ArrayList<>();
        long at = 0;
        for (int i = 2; i < lines.size(); ) {
            String[] words = lines.get(i++).split(" ", -1);
            long to = words.length == 3 && Texts.decimal(words[1]) == at ? Texts.decimal(words[2]) : 0;
            if (to <= at || to > size) {
                throw new MalformedException("line " + i + " of it does not go on from entry " + at);
            }
            if (!parts.isEmpty() && (parts.getLast() instanceof Shown) == words[0].equals("entries")) {
                throw new MalformedException("line " + i + " of it should be one with the part before");
            }
            switch (words[0]) {
                case "entries" -> parts.add(new Shown(at, to));
                case "skip" -> {
                    List<Hash> hashes = new ArrayList<>();
                    for (long from = at; from < to; from += 1L << height(from, to)) {
                        if (i == lines.size()) {
                            throw new MalformedException("it has too few hashes from entry " + from + " on");
                        }
                        hashes.add(Hash.fromBase64(lines.get(i++)));
                    }
                    parts.add(new Skip(at, to, hashes));
                }
                default -> throw new MalformedException("line " + i + " of it names neither entries nor a gap");
            }
            at = to;
        }
        if (at != size) {
            throw new MalformedException("it ends at entry " + at + " of " + size);
        }
        return new RangeProof(size, parts);
    }

    String text() {
        StringBuilder out =
                new StringBuilder(HEADER).append("\nsize ").append(size).append('\n');
        for (Part part : parts) {
            boolean isShown = part instanceof Shown;
            out.append(isShown ? "entries " : "skip ").append(part.from()).append(' ');
            out.append(part.to()).append('\n');
            if (part instanceof Skip(var _, var _, List<Hash> hashes)) {
                hashes.forEach(hash -> out.append(hash.base64()).append('\n'));
            }
        }
        return out.toString();
    }
}
