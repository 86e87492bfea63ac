package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hasekura.evidence.EvidenceLog;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.TileStore;

/**
 * The evidence log as everybody may read it: its tiles, and its last checkpoint beside them. A reader sees what was
 * signed last; it never causes a signature.
 */
final class PublishedLog {
    private final EvidenceLog log;
    private final TileStore files;

    // One owner at a time writes it: refresh.
    private volatile Note last;

    PublishedLog(EvidenceLog log, TileStore files) throws IOException {
        this.log = log;
        this.files = files;
        this.last = refresh();
    }

    EvidenceLog log() {
        return log;
    }

    TileStore files() {
        return files;
    }

    Note last() {
        return last;
    }

    /** Signs what is new, and publishes it. */
    final synchronized Note refresh() throws IOException {
        Note note = log.checkpoint();
        files.write("checkpoint", note.note().getBytes(StandardCharsets.UTF_8));
        last = note;
        return note;
    }
}
