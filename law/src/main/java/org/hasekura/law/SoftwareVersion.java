package org.hasekura.law;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version of the rules, apart from that of the law data: the same data judged by other software is another ruling. */
final class SoftwareVersion {
    static final String CURRENT = read();

    private SoftwareVersion() {}

    /** The build writes the version of the project into the file. */
    private static String read() {
        try (InputStream in = SoftwareVersion.class.getResourceAsStream("software-version.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks software-version.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException("software-version.txt cannot be read", e);
        }
    }
}
