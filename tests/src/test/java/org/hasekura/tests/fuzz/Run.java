package org.hasekura.tests.fuzz;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hasekura.tests.ChildJvm;

/** One process of Jazzer over some readers: it changes inputs as coverage leads it, and stops at the first fault. */
final class Run {

    /** A reader that is slow, such as that of whole bundles, has fewer runs than asked for. */
    private static final int SECONDS_MAX = 240;

    /** Before the count of each reader's runs in the output. */
    static final String COUNT = "runs of ";

    /** A reader that takes longer for one input is at fault, too. */
    private static final int INPUT_SECONDS_MAX = 20;

    private static final long PROCESS_HOURS_MAX = 3;

    /**
     * How it ended.
     *
     * @param counts runs by reader
     */
    record Ended(int status, Map<String, Long> counts, List<String> lines) {

        boolean isClean() {
            return status == 0;
        }

        /** From where the fault is told to the end, with the input as base64. */
        String fault() {
            int from = Math.max(0, lines.indexOf(""));
            return String.join("\n", lines.subList(from, Math.min(lines.size(), from + 60)));
        }
    }

    private Run() {}

    /**
     * Runs to the end, or to the first fault.
     *
     * @param folder for seeds, and for what is found
     */
    static Ended of(List<Target> targets, long runs, long seed, Path folder) throws IOException, InterruptedException {
        Path seeds = seeds(targets, folder);
        Path found = Files.createDirectories(folder.resolve("found"));
        Path out = folder.resolve("jazzer.log");
        String names = targets.stream().map(Target::name).collect(Collectors.joining(" "));
        Process process = ChildJvm.of(
                        List.of(
                                "-Xmx768m",
                                "-Xss2m",
                                "-XX:+UseSerialGC",
                                "-XX:+EnableDynamicAgentLoading",
                                "-Djdk.attach.allowAttachSelf=true",
                                "-Dhasekura.home=" + System.getProperty("hasekura.home", "."),
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED"),
                        Jazzer.class,
                        List.of(
                                "--target_class=" + Driver.class.getName(),
                                "--target_args=" + names,
                                "--instrumentation_includes=org.hasekura.**",
                                "--reproducer_path=" + folder,
                                "-artifact_prefix=" + folder + "/",
                                "-runs=" + runs,
                                "-max_total_time=" + SECONDS_MAX,
                                "-seed=" + (seed & Integer.MAX_VALUE),
                                "-timeout=" + INPUT_SECONDS_MAX,
                                "-rss_limit_mb=0",
                                "-print_final_stats=1",
                                found.toString(),
                                seeds.toString()))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            if (!process.waitFor(PROCESS_HOURS_MAX, TimeUnit.HOURS)) {
                throw new IOException("Jazzer has not ended; see " + out);
            }
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(out);
        return new Ended(process.exitValue(), counts(lines), lines);
    }

    private static Path seeds(List<Target> targets, Path folder) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        for (int which = 0; which < targets.size(); which++) {
            int number = 0;
            for (byte[] seed : targets.get(which).seeds()) {
                byte[] input = new byte[seed.length + 1];
                input[0] = (byte) which;
                System.arraycopy(seed, 0, input, 1, seed.length);
                Files.write(seeds.resolve(which + "-" + number++), input);
            }
        }
        return seeds;
    }

    private static Map<String, Long> counts(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(COUNT))
                .map(line -> line.substring(COUNT.length()).split(" ", -1))
                .collect(Collectors.toMap(each -> each[0], each -> Long.parseLong(each[1])));
    }

    /** For people: the reader, and how often it was run. */
    static List<String> lines(Ended ended) {
        var lines = new ArrayList<String>();
        ended.counts().forEach((name, count) -> lines.add("fuzz " + name + " " + count));
        lines.sort(null);
        return lines;
    }
}
