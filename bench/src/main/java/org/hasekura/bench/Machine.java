package org.hasekura.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** What was measured on, and when: without it a number says nothing. */
record Machine(String date, String processor, int processors, String system, String java, String load, String commit) {

    static Machine here(Path home, Clock clock) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                clock.instant().truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z"),
                processorName(),
                system.getAvailableProcessors(),
                system.getName() + " " + system.getVersion(),
                Runtime.version().toString(),
                Amount.number(system.getSystemLoadAverage()),
                commitOf(home));
    }

    private static String processorName() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    /** The commit that is checked out, marked when the files differ from it. */
    private static String commitOf(Path home) {
        String hash = git(home, "rev-parse", "--short", "HEAD");
        // What the bench itself writes is no change of what it measures.
        String changed = git(home, "status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs");
        return hash.isEmpty() ? "unknown" : changed.isEmpty() ? hash : hash + " with changes";
    }

    private static String git(Path home, String... arguments) {
        var command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? out : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
