package org.hasekura.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other JVMs with this one's class path, as somebody would start them from a shell. */
public final class ChildJvm {

    /** What a short command is started with: it ends before a second compiler pays off. */
    public static final List<String> QUICK = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED");

    /** How a command ended, and what it wrote. */
    record Ended(int status, List<String> out, String err) {}

    private ChildJvm() {}

    /** The beginning of a process that runs this main class. */
    public static ProcessBuilder of(List<String> options, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** Runs a main class to its end. */
    static Ended run(Path folder, Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out-", ".txt");
        Path err = Files.createTempFile(folder, "err-", ".txt");
        Process process = of(QUICK, main, List.of(arguments))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(main.getSimpleName() + " " + List.of(arguments) + " did not end: " + text(err));
        }
        return new Ended(process.exitValue(), Files.readAllLines(out), text(err));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
