package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The request a log makes to a witness: {@code POST <prefix>/add-checkpoint} of C2SP tlog-witness v1.0.0.
 *
 * @param oldSize size of the last checkpoint the witness cosigned, as far as the log knows
 * @param proof consistency proof from there, at most 63 hashes
 * @param note the signed checkpoint
 * @param checkpoint its text, read
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, Note note, Checkpoint checkpoint) {

    private static final int HASHES_MAX = 63;

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** Reads a request's body. */
    public static Parsed<AddCheckpoint> parse(byte[] body) {
        return Parsed.reading(() -> read(body));
    }

    private static AddCheckpoint read(byte[] body) throws MalformedException {
        if (body.length > Note.BYTES_MAX) {
            throw new MalformedException("the request has more than " + Note.BYTES_MAX + " bytes");
        }
        String text = Texts.utf8(body);
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith("old ")) {
            throw new MalformedException(
                    "the request begins with `old <size>` and has an empty line before the checkpoint");
        }
        List<String> lines = Texts.lines(text.substring(0, end + 1));
        long oldSize = Texts.decimal(lines.getFirst().substring("old ".length()));
        if (lines.size() - 1 > HASHES_MAX) {
            throw new MalformedException("the proof has more than " + HASHES_MAX + " hashes");
        }
        List<Hash> proof = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            proof.add(Hash.fromBase64(line));
        }
        Note note = Note.read(text.substring(end + 2));
        return new AddCheckpoint(oldSize, proof, note, Checkpoint.read(note.text()));
    }

    /** The request for a checkpoint this log signed; {@link IllegalStateException} if the note is none. */
    public static AddCheckpoint of(long oldSize, List<Hash> proof, Note note) {
        return new AddCheckpoint(
                oldSize, proof, note, Checkpoint.parse(note.text()).orElseThrow());
    }

    /** The body to send. */
    public byte[] body() {
        StringBuilder out = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> out.append(hash.base64()).append('\n'));
        return out.append('\n').append(note.note()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The note with the cosignatures of a witness' 200 answer, verified; lines of unknown keys are left out. Malformed
     * if a known key's line is bad or none is there.
     */
    public Parsed<Note> cosigned(byte[] answer, Collection<VerifierKey> witnesses) {
        return Parsed.reading(() -> {
            if (answer.length > Note.BYTES_MAX) {
                throw new MalformedException("the answer has more than " + Note.BYTES_MAX + " bytes");
            }
            Note result = note;
            for (String line : Texts.lines(Texts.utf8(answer))) {
                NoteSignature signature = NoteSignature.read(line);
                Note alone = new Note(note.text(), List.of(signature));
                boolean isKnown = witnesses.stream().anyMatch(signature::isOf);
                if (isKnown && alone.verify(witnesses) instanceof NoteCheck.Refused refused) {
                    throw new MalformedException(refused.reason());
                }
                result = isKnown ? result.with(signature) : result;
            }
            if (result.equals(note)) {
                throw new MalformedException("the answer has no cosignature of a known witness");
            }
            return result;
        });
    }
}
