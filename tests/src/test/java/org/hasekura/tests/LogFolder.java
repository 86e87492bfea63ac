package org.hasekura.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.EntryBundle;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.TilePath;
import org.hasekura.evidence.TileStore;
import org.hasekura.evidence.TreeHead;

/** The published files of a node's log, as a monitor reads them. */
record LogFolder(Path folder) implements TileStore {

    static LogFolder of(RunningNode node) {
        return new LogFolder(node.folder().resolve("log"));
    }

    /** What was signed last. */
    TreeHead head() throws IOException {
        Note note = Note.parse(Files.readString(folder.resolve("checkpoint"))).orElseThrow();
        return Checkpoint.parse(note.text()).orElseThrow().head();
    }

    /** The entries of this tree, in order of their indexes. */
    List<byte[]> entries(TreeHead head) throws IOException {
        var entries = new ArrayList<byte[]>();
        while (entries.size() < head.size()) {
            int width = (int) Math.min(TilePath.FULL, head.size() - entries.size());
            var path = new TilePath(TilePath.ENTRIES, entries.size() / TilePath.FULL, width);
            byte[] bundle = read(path.path()).orElseThrow(() -> new IOException("`" + path + "` is missing"));
            entries.addAll(EntryBundle.decode(bundle).orElseThrow());
        }
        return entries;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String path, byte[] bytes) {
        throw new IllegalStateException("a monitor writes nothing, but `" + path + "` was to be written");
    }
}
