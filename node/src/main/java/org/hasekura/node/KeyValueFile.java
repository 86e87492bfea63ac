package org.hasekura.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of lines {@code key = value}. A line that begins with {@code #} is a comment; a value is taken as it stands,
 * without the spaces around it.
 *
 * @param lines by key, in the order of the file
 * @param problems what is no such line, and keys that stand twice, each with its line
 */
record KeyValueFile(Map<String, Line> lines, List<String> problems) {

    private static final int LINES_MAX = 10_000;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9.-]{0,99}");

    /** @param number from 1 */
    record Line(String value, int number) {}

    static KeyValueFile read(String text) {
        Map<String, Line> lines = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        List<String> all = text.lines().limit(LINES_MAX + 1L).toList();
        if (all.size() > LINES_MAX) {
            return new KeyValueFile(Map.of(), List.of("more than " + LINES_MAX + " lines; this is no settings file"));
        }
        for (int number = 1; number <= all.size(); number++) {
            String line = all.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                problem(line, number, lines).ifPresent(problems::add);
            }
        }
        return new KeyValueFile(lines, problems);
    }

    private static Optional<String> problem(String line, int number, Map<String, Line> lines) {
        int sign = line.indexOf('=');
        String key = sign < 0 ? line : line.substring(0, sign).strip();
        if (sign < 0 || !KEY.matcher(key).matches()) {
            String shown = line.length() > 80 ? line.substring(0, 80) + "..." : line;
            return Optional.of("line " + number + ": `" + shown + "` is no setting; write `key = value`");
        }
        Optional<Line> before = Optional.ofNullable(
                lines.putIfAbsent(key, new Line(line.substring(sign + 1).strip(), number)));
        return before.map(first ->
                "line " + number + ": `" + key + "` stands on line " + first.number() + " already; remove one of them");
    }
}
