package org.hasekura.tests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.node.Main;

/** Other JVMs with this one's class path, as somebody would start them from a shell. */
public final class ChildJvm {

    /** What a short command is started with, as the launcher does: it ends before a second compiler pays off. */
    public static final List<String> QUICK = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED");

    private static final long COMMAND_SECONDS_MAX = 120;

    /** The jars first: an ahead-of-time cache holds for a class path that begins with the one it was made for. */
    private static final List<String> JARS =
            entries().filter(each -> each.endsWith(".jar")).toList();

    private static final List<String> FOLDERS =
            entries().filter(each -> !each.endsWith(".jar")).toList();

    // Guarded by the class: made at first use.
    private static Optional<List<String>> quickOptions = Optional.empty();

    /** How a command ended, and what it wrote. */
    record Ended(int status, List<String> out, String err) {}

    private ChildJvm() {}

    private static Stream<String> entries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }

    /** The beginning of a process that runs this main class. */
    public static ProcessBuilder of(List<String> options, Class<?> main, List<String> arguments) {
        String classPath =
                Stream.concat(JARS.stream(), FOLDERS.stream()).collect(Collectors.joining(File.pathSeparator));
        return command(options, classPath, main, arguments);
    }

    private static ProcessBuilder command(
            List<String> options, String classPath, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** Runs a command of the product to its end. */
    static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out-", ".txt");
        Path err = Files.createTempFile(folder, "err-", ".txt");
        int status = ended(of(quick(), Main.class, List.of(arguments))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile()));
        return new Ended(status, Files.readAllLines(out), Files.readString(err));
    }

    private static int ended(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        if (!process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + command.command());
        }
        return process.exitValue();
    }

    /**
     * What a node is started with, and an ahead-of-time cache of the product, made at first use: dozens of nodes are
     * started, and each is ready in half the time. No cache when the product does not lie in jars, as in a build that
     * stops before them.
     */
    static synchronized List<String> quick() {
        if (quickOptions.isEmpty()) {
            quickOptions = Optional.of(QUICK);
            boolean isWhole = JARS.stream().anyMatch(each -> each.contains("node-")) && FOLDERS.size() == 1;
            if (isWhole) {
                quickOptions = Optional.of(made());
            }
        }
        return quickOptions.get();
    }

    private static List<String> made() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "aot-");
            Path cache = folder.resolve("nodes.aot");
            int status = ended(command(
                            plus("-XX:AOTCacheOutput=" + cache),
                            String.join(File.pathSeparator, JARS),
                            Main.class,
                            List.of("warm-up", folder.resolve("data").toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD));
            return status == 0 && Files.exists(cache) ? plus("-XX:AOTCache=" + cache) : QUICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return QUICK;
        }
    }

    private static List<String> plus(String option) {
        return Stream.concat(QUICK.stream(), Stream.of(option)).toList();
    }
}
