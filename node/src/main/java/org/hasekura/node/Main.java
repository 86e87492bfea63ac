package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The process. Exit status: 0 done, 1 refused or failed, 2 wrong use. */
public final class Main {

    private static final List<String> NODE = List.of("node", "--config");
    private static final List<String> WARM_UP = List.of("warm-up");

    private Main() {}

    public static void main(String[] arguments) {
        Logging.configure("warn");
        List<String> given = List.of(arguments);
        System.exit(
                isWith(NODE, given)
                        ? node(Path.of(given.getLast()))
                        : isWith(WARM_UP, given)
                                ? warmUp(Path.of(given.getLast()))
                                : commandLine(arguments).execute(arguments));
    }

    /** Whether these words were given, and one more. */
    private static boolean isWith(List<String> words, List<String> given) {
        return given.size() == words.size() + 1
                && given.subList(0, words.size()).equals(words);
    }

    /** As the command would do it. To load and ask the library of the command line would be a fifth of a node's start. */
    private static int node(Path config) {
        try {
            NodeRun.untilStopped(config, new PrintWriter(System.out, false, System.out.charset()));
            return 0;
        } catch (CommandFailed | IOException | InterruptedException | RuntimeException e) {
            return failed(e);
        }
    }

    /** No command: each class of the command line in the cache would be looked for at every start. */
    private static int warmUp(Path folder) {
        try {
            WarmUp.run(folder);
            return 0;
        } catch (CommandFailed | IOException | InterruptedException | RuntimeException e) {
            return failed(e);
        }
    }

    private static int failed(Exception e) {
        tell(e, new PrintWriter(System.err, false, System.err.charset()));
        return 1;
    }

    /** All commands; or, when the arguments are given, no more than they need. */
    static CommandLine commandLine(String... arguments) {
        return HasekuraCommand.line(arguments);
    }

    /** In words where the command knows why; with the exception's own words where the world failed. */
    static void tell(Exception e, PrintWriter err) {
        switch (e) {
            case CommandFailed failed -> err.println(failed.getMessage());
            case IOException failed ->
                err.println(Optional.ofNullable(failed.getMessage()).orElse(failed.toString()));
            default -> e.printStackTrace(err);
        }
        err.flush();
    }
}
