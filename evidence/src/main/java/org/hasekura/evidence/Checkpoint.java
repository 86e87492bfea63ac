package org.hasekura.evidence;

import java.util.List;

/**
 * The text a log signs about its tree (C2SP tlog-checkpoint v1.0.0).
 *
 * @param origin which log: a URL without scheme, the same as the name of its key
 * @param head size and root
 * @param extensions further lines; read because the specification allows them, never written by us (no monitor can
 *     audit them)
 */
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("`" + origin + "` cannot be an origin");
        }
    }

    /** A checkpoint without extension lines. */
    public Checkpoint(String origin, TreeHead head) {
        this(origin, head, List.of());
    }

    /** Reads the text of a note; trust it only once the note is verified. */
    public static Parsed<Checkpoint> parse(String text) {
        return Parsed.reading(() -> read(text));
    }

    static Checkpoint read(String text) throws MalformedException {
        List<String> lines = Texts.lines(text);
        if (lines.size() < 3 || lines.contains("")) {
            throw new MalformedException("a checkpoint has at least three lines and no empty one");
        }
        TreeHead head = new TreeHead(Texts.decimal(lines.get(1)), Hash.fromBase64(lines.get(2)));
        return new Checkpoint(lines.getFirst(), head, lines.subList(3, lines.size()));
    }

    /** The text to sign, its last newline included. */
    public String body() {
        StringBuilder out = new StringBuilder(origin).append('\n');
        out.append(head.size()).append('\n').append(head.root().base64()).append('\n');
        extensions.forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }
}
