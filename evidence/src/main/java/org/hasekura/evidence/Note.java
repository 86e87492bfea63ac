package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text with signatures, after C2SP signed-note v1.0.0. The text must not be used before {@link #verify} has answered
 * {@link NoteCheck.Signed}.
 *
 * @param text what is signed, its last newline included
 * @param signatures at least one, in their order
 */
public record Note(String text, List<NoteSignature> signatures) {

    /** Largest note that is read. The specification asks for 16 signatures of up to 5 kB. */
    public static final int BYTES_MAX = 1 << 20;

    /** Most signatures that are read. */
    public static final int SIGNATURES_MAX = 64;

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note; the text is divided from the signatures at the last empty line. */
    public static Parsed<Note> parse(String note) {
        return Parsed.reading(() -> read(note));
    }

    static Note read(String note) throws MalformedException {
        if (note.length() > BYTES_MAX) {
            throw new MalformedException("the note is longer than " + BYTES_MAX + " characters");
        }
        for (int i = 0; i < note.length(); i++) {
            if (note.charAt(i) < ' ' && note.charAt(i) != '\n') {
                throw new MalformedException("the note has a control character at character " + i);
            }
        }
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || end + 2 == note.length()) {
            throw new MalformedException("the note has no signatures after an empty line");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : Texts.lines(note.substring(end + 2))) {
            signatures.add(NoteSignature.read(line));
        }
        if (signatures.size() > SIGNATURES_MAX) {
            throw new MalformedException(
                    "the note has " + signatures.size() + " signatures, more than " + SIGNATURES_MAX);
        }
        return new Note(note.substring(0, end + 1), signatures);
    }

    /**
     * Checks the signatures of the keys that are known and ignores all others. One bad signature of a known key
     * rejects the note; so does the lack of any good one.
     */
    public NoteCheck verify(Collection<VerifierKey> known) {
        List<VerifiedSignature> good = new ArrayList<>();
        for (int i = 0; i < signatures.size(); i++) {
            NoteSignature line = signatures.get(i);
            for (VerifierKey key : known) {
                if (!line.isOf(key)) {
                    continue;
                }
                switch (key.check(text, line)) {
                    case KeyCheck.Good(VerifiedSignature signature) -> good.add(signature);
                    case KeyCheck.Bad(String reason) -> {
                        return new NoteCheck.Refused("signature line " + (i + 1), reason);
                    }
                    case KeyCheck.Unable _ -> {
                        // Counts for nothing, like the signature of an unknown key.
                    }
                }
            }
        }
        return good.isEmpty()
                ? new NoteCheck.Refused("the signatures", "none is by a known key that can be checked here")
                : new NoteCheck.Signed(List.copyOf(good));
    }

    /** The same note with one more signature. */
    public Note with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new Note(text, more);
    }

    /** The note as it is stored and sent. */
    public String note() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> out.append(signature.line()));
        return out.toString();
    }
}
