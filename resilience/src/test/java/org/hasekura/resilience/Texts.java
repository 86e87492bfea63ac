package org.hasekura.resilience;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tables written in a test. */
final class Texts {

    private Texts() {}

    static TextTable commas(String text) throws IOException {
        return open(text, TextTable.Form.COMMAS);
    }

    static TextTable blanks(String text) throws IOException {
        return open(text, TextTable.Form.BLANKS);
    }

    private static TextTable open(String text, TextTable.Form form) throws IOException {
        return TextTable.open("table", form, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
