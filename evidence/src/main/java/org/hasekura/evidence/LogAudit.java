package org.hasekura.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a log's files from the first entry to the last and finds what is wrong with them: what a monitor does, and what
 * is run after every crash test. Needs the files of C2SP tlog-tiles and a head, nothing else.
 */
public final class LogAudit {

    /** Most findings that are collected; a broken log has a cascade of them. */
    private static final int FINDINGS_MAX = 100;

    private final TileStore files;
    private final List<String> findings = new ArrayList<>();

    private LogAudit(TileStore files) {
        this.files = files;
    }

    /**
     * Everything wrong with the files of the log at this head, each with its path; nothing if all is well. Takes the time
     * to read and hash the whole log.
     */
    public static List<String> findings(TileStore files, TreeHead head) throws IOException {
        LogAudit audit = new LogAudit(files);
        audit.run(head);
        return List.copyOf(audit.findings);
    }

    private void run(TreeHead head) throws IOException {
        // Build the log anew from its bundles and compare each file this makes with the one that is there.
        TiledLog anew = TiledLog.empty(new Comparing());
        for (long from = 0; from < head.size(); from += TilePath.FULL) {
            TilePath path = TileReader.tileAt(TilePath.ENTRIES, from / TilePath.FULL, head.size());
            Optional<byte[]> bundle = read(path);
            if (bundle.isEmpty()) {
                findings.add("`" + path.path() + "` is missing");
                return;
            }
            switch (EntryBundle.decode(bundle.get())) {
                case Parsed.Valid<List<byte[]>>(List<byte[]> entries)
                when entries.size() >= path.width() -> anew.append(entries.subList(0, path.width()));
                case Parsed.Valid<List<byte[]>>(List<byte[]> entries) -> {
                    findings.add("`" + path.path() + "` has only " + entries.size() + " entries");
                    return;
                }
                case Parsed.Malformed<List<byte[]>>(String reason) -> {
                    findings.add("`" + path.path() + "`: " + reason);
                    return;
                }
            }
        }
        TreeHead found = anew.publish();
        if (!found.equals(head)) {
            findings.add("the entries lead to the root " + found.root() + ", not to " + head.root());
        }
    }

    private Optional<byte[]> read(TilePath path) throws IOException {
        try {
            return Optional.of(TileReader.bytes(files, path));
        } catch (LogDamagedException e) {
            return Optional.empty();
        }
    }

    /** Takes what the log would write and compares it; a partial file may be the beginning of the full one. */
    private final class Comparing implements TileStore {
        @Override
        public void write(String name, byte[] wanted) throws IOException {
            TilePath path = TilePath.parse(name).orElseThrow();
            if (findings.size() == FINDINGS_MAX) {
                return;
            }
            Optional<byte[]> there = LogAudit.this.read(path);
            if (there.isEmpty()) {
                findings.add("`" + name + "` is missing");
            } else if (there.get().length < wanted.length
                    || !Arrays.equals(there.get(), 0, wanted.length, wanted, 0, wanted.length)) {
                findings.add("`" + name + "` is not what the entries make");
            }
        }

        @Override
        public Optional<byte[]> read(String name) {
            return Optional.empty();
        }
    }
}
