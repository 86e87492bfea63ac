package org.hasekura.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory that a process holds. */
final class Resident {

    private Resident() {}

    /** Its resident set, in MB of a million bytes. */
    static double megabytes(Process process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElseThrow(() -> new IOException("this system does not tell how much memory a process holds"));
        }
    }
}
