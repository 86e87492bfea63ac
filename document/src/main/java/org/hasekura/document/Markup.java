package org.hasekura.document;

/** Words as they stand in HTML and XML. */
final class Markup {

    private Markup() {}

    /** Escapes what markup means, and leaves out what XML 1.0 has no way to write. */
    static String escaped(String words) {
        var out = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (isWritable(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    private static boolean isWritable(int c) {
        boolean isControl = c < 0x20 && c != '\t' && c != '\n';
        boolean isHalf = c >= 0xd800 && c < 0xe000;
        return !isControl && !isHalf && c != 0xfffe && c != 0xffff;
    }
}
