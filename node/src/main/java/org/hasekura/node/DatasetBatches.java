package org.hasekura.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file with a description of a dataset on each line, sent to a node in batches: it is never in memory whole. */
final class DatasetBatches {

    private static final String PATH = "/api/datasets/batch";
    private static final int LINES_AT_ONCE = 1_000;
    private static final int CHARACTERS_AT_ONCE = 2_000_000;

    private final ManagementClient node;
    private final Path file;
    private final Path folder;

    // Owned by the thread of the command.
    private final List<String> waiting = new ArrayList<>();
    private long waitingCharacters;
    private long sent;
    private BatchJson.Total total = BatchJson.Total.NOTHING;

    DatasetBatches(ManagementClient node, Path file) {
        this.node = node;
        this.file = file;
        this.folder = file.toAbsolutePath().normalize().resolveSibling("");
    }

    /** Sends all of them, and answers what came of it. */
    BatchJson.Total publish() throws CommandFailed {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (waiting.size() == LINES_AT_ONCE || waitingCharacters + line.length() > CHARACTERS_AT_ONCE) {
                    send();
                }
                // A blank line goes along, so that the lines are counted as they stand in the file.
                waiting.add(line.isBlank() ? "" : described(line));
                waitingCharacters += line.length();
            }
            send();
        } catch (IOException e) {
            throw new CommandFailed("`" + file + "` cannot be read as text in UTF-8: " + e.getMessage());
        }
        return total;
    }

    /** With its file told from the folder of the list: the node works in another one. What is no JSON the node refuses. */
    private String described(String line) {
        try {
            return DatasetFormJson.withFileFrom(folder, line.getBytes(StandardCharsets.UTF_8));
        } catch (ManagementJson.BadInput bad) {
            return line;
        }
    }

    private void send() throws CommandFailed {
        if (waiting.stream().anyMatch(line -> !line.isEmpty())) {
            byte[] answer = node.post(PATH, String.join("\n", waiting));
            try {
                total = total.and(BatchJson.read(answer), sent);
            } catch (ManagementJson.BadInput bad) {
                throw new CommandFailed("the node answered with something else than what came of it: " + bad.words());
            }
        }
        sent += waiting.size();
        waiting.clear();
        waitingCharacters = 0;
    }
}
