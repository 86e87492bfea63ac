package org.hasekura.resilience;

/** Fields of comma separated text. */
final class Fields {

    private Fields() {}

    /** In quotes where a comma, a quote or a line end would otherwise be misread. */
    static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
