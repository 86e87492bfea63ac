package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.exchange.Proposal;
import org.hasekura.exchange.ProposalJson;
import org.hasekura.exchange.Shape;

/** Reads the beginning of a file and proposes what is said of its records. */
final class Proposals {

    private static final int READ_BYTES = 256 * 1024;

    private Proposals() {}

    /**
     * Of CSV, JSON or NDJSON in UTF-8, told by the name of the file; empty for anything else.
     *
     * @throws IOException when it cannot be read
     */
    static Optional<Shape> of(Path file, String name) throws IOException {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv", "tsv" -> Proposal.ofCsv(beginning(file));
            case "json", "ndjson", "jsonl" -> ProposalJson.of(beginning(file));
            default -> Optional.empty();
        };
    }

    /** Where it was cut, only its whole lines, of which the last may be all there is. */
    private static String beginning(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(READ_BYTES);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n');
        return bytes.length < READ_BYTES || end < 0 ? text : text.substring(0, end);
    }
}
