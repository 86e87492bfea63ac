package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hasekura.evidence.EvidenceLog;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.TileStore;
import org.hasekura.exchange.StoreFailed;

/**
 * The evidence log as everybody may read it: its tiles, and its last checkpoint beside them. A reader sees what was
 * signed last; it never causes a signature.
 */
final class PublishedLog {
    /** Opens the log on what the disk has. */
    interface Opening {
        EvidenceLog open() throws IOException;
    }

    private final Opening opening;
    private final TileStore files;

    // One owner at a time writes these: refresh.
    private volatile EvidenceLog log;
    private volatile Note last;
    private boolean hasFailed;

    PublishedLog(Opening opening, TileStore files) throws IOException {
        this.opening = opening;
        this.files = files;
        this.log = opening.open();
        this.last = log.checkpoint();
        Note _ = refresh();
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

    /** Publishes the same checkpoint with more signatures, unless a newer one was signed meanwhile. */
    final synchronized void cosigned(Note note) {
        if (note.text().equals(last.text())
                && note.signatures().size() > last.signatures().size()) {
            last = note;
        }
    }

    /**
     * Signs what is new, and publishes it. After a file could not be written the log is opened anew: its tiles are derived.
     *
     * @throws OwnLogFailed when a file cannot be written
     */
    final synchronized Note refresh() throws IOException {
        try {
            if (hasFailed) {
                log = opening.open();
                hasFailed = false;
            }
            Note note = log.checkpoint();
            files.write("checkpoint", note.note().getBytes(StandardCharsets.UTF_8));
            // The same checkpoint may have been cosigned since.
            last = note.text().equals(last.text()) ? last : note;
            return note;
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            hasFailed = true;
            throw new OwnLogFailed(e);
        }
    }

    /** Something read from the log. */
    interface Reading<T> {
        T read(EvidenceLog log) throws IOException;
    }

    /** @throws OwnLogFailed when a file cannot be read */
    <T> T read(Reading<T> reading) throws IOException {
        try {
            return reading.read(log);
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            throw new OwnLogFailed(e);
        }
    }
}
