package org.hasekura.node;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hasekura.evidence.AddCheckpoint;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.VerifierKey;

/** Has this node's checkpoints cosigned (C2SP tlog-witness v1.0.0, the log's side). */
final class Cosigning {

    private final PublishedLog published;
    private final Map<String, Long> lastCosigned = new ConcurrentHashMap<>();

    Cosigning(PublishedLog published) {
        this.published = published;
    }

    /** How a witness is asked. */
    interface Asking {
        PeerAnswer ask(AddCheckpoint request) throws IOException;
    }

    /**
     * The note with the witness's cosignature. A witness that remembers another size says which, and is asked again.
     *
     * @throws IOException when it does not answer or refuses
     */
    Note cosigned(Note note, String who, VerifierKey key, Asking asking) throws IOException {
        AddCheckpoint request = published.log().addCheckpoint(lastCosigned.getOrDefault(key.vkey(), 0L), note);
        long size = request.checkpoint().head().size();
        PeerAnswer answer = asking.ask(request);
        if (answer.status() == 409) {
            long remembered = rememberedSize(answer.text(), who);
            if (remembered > size) {
                throw new IOException("`" + who + "` has cosigned a larger tree of this log, of " + remembered
                        + " entries; ask again, or this node's data are older than what it has shown");
            }
            request = published.log().addCheckpoint(remembered, note);
            answer = asking.ask(request);
        }
        if (!answer.isSuccess()) {
            throw new IOException("`" + who + "` does not cosign: " + answer.status() + " "
                    + answer.text().strip());
        }
        lastCosigned.merge(key.vkey(), size, Math::max);
        return switch (request.cosigned(answer.body(), List.of(key))) {
            case Parsed.Valid<Note>(Note signed) -> signed;
            case Parsed.Malformed<Note>(String reason) ->
                throw new IOException("the cosignature of `" + who + "`: " + reason);
        };
    }

    private static long rememberedSize(String text, String who) throws IOException {
        String size = text.strip();
        if (!size.matches("0|[1-9][0-9]{0,17}")) {
            throw new IOException("`" + who + "` answered 409 without the size it has cosigned");
        }
        return Long.parseLong(size);
    }
}
