package org.hasekura.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The arrows of a table in the protocol notes, as lines such as {@code REQUESTED -> OFFERED by PROVIDER with ContractOfferMessage}. */
final class ProtocolTable {

    private static final Pattern MESSAGE = Pattern.compile("(the same|\\w+)(?: `(\\w+)`)? \\(([^)]*)\\).*");

    private ProtocolTable() {}

    static String arrow(Object from, Object to, Role by, String type) {
        return from + " -> " + to + " by " + by + " with " + type;
    }

    /** The first table under the heading that begins with {@code heading}; skips the test where the notes are absent. */
    static Set<String> arrows(String heading) {
        Path notes = Path.of(System.getProperty("hasekura.shared", "absent"), "conformance", "dsp-dcp-notes.md");
        Assumptions.assumeTrue(Files.isRegularFile(notes), "the protocol notes are not here: " + notes);
        Set<String> arrows = new TreeSet<>();
        String above = "";
        for (String row : rows(notes, heading)) {
            String[] cells = row.split("\\|", -1);
            Matcher message = MESSAGE.matcher(cells[2].trim());
            if (!message.matches()) {
                throw new IllegalStateException("not a row of a state table: " + row);
            }
            String name = message.group(2) == null ? message.group(1) : message.group(1) + ":" + message.group(2);
            above = name.equals("the same") ? above : name;
            for (String from : cells[1].trim().split(", ", -1)) {
                for (Role by : senders(message.group(3))) {
                    arrows.add(arrow(from, cells[3].trim().split(" ", -1)[0], by, above));
                }
            }
        }
        return arrows;
    }

    private static List<Role> senders(String cell) {
        return switch (cell) {
            case "C", "diagram: C only" -> List.of(Role.CONSUMER);
            case "P", "diagram: P only" -> List.of(Role.PROVIDER);
            case "C or P", "either" -> List.of(Role.CONSUMER, Role.PROVIDER);
            default -> throw new IllegalStateException("who is `" + cell + "`?");
        };
    }

    private static List<String> rows(Path notes, String heading) {
        try {
            return Files.readString(notes)
                    .lines()
                    .dropWhile(line -> !line.startsWith(heading))
                    .dropWhile(line -> !line.startsWith("| from "))
                    .takeWhile(line -> line.startsWith("|"))
                    .skip(2)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
