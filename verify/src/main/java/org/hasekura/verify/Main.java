package org.hasekura.verify;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The program of {@code hasekura-verify.jar}. Exit status: 0 proven, 1 not proven or not to be read, 2 wrong use. */
public final class Main {

    private static final String USAGE = """
            Usage: java -jar hasekura-verify.jar FILE [--policy FILE] [--since FILE]
                   [--timestamp-roots FILE] [--lang en|ja] [--json]

            Checks a bundle (zip) or a receipt of a Hasekura node, offline, and says what it proves.

              --policy FILE  the keys to trust (C2SP tlog-policy); otherwise those in the file are assumed
              --since FILE   a signed checkpoint or bundle of the same log that you already have
              --timestamp-roots FILE  root certificates (PEM) of timestamp authorities
              --lang en|ja   the language of the answer
              --json         shows the answer as JSON
              --help         shows this

            Exit status: 0 proven, 1 not proven or not to be read, 2 wrong use.
            """;

    private Optional<Path> file = Optional.empty();
    private Optional<Path> policy = Optional.empty();
    private Optional<Path> since = Optional.empty();
    private Optional<Path> roots = Optional.empty();
    private Locale language = Locale.ENGLISH;
    private boolean json;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Main main = new Main();
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        Optional<String> wrong = main.read(new ArrayDeque<>(Arrays.asList(arguments)));
        if (wrong.isPresent() || main.file.isEmpty()) {
            err.println(wrong.orElse("say which file"));
            err.print(USAGE);
            return 2;
        }
        try {
            Check.Answer answer = new Check(main.file.get(), main.policy, main.since, main.roots).answer(main.language);
            if (main.json) {
                out.println(answer.json());
            } else {
                answer.words().forEach(out::println);
            }
            return answer.isProven() ? 0 : 1;
        } catch (Check.Unfit unfit) {
            err.println(unfit.words());
            return 1;
        }
    }

    /** What is wrong with the arguments. */
    private Optional<String> read(Deque<String> arguments) {
        while (!arguments.isEmpty()) {
            String argument = arguments.removeFirst();
            boolean takesValue = List.of("--policy", "--since", "--timestamp-roots", "--lang")
                    .contains(argument);
            if (takesValue && arguments.isEmpty()) {
                return Optional.of("`" + argument + "` needs a value");
            }
            switch (argument) {
                case "--policy" -> policy = Optional.of(Path.of(arguments.removeFirst()));
                case "--since" -> since = Optional.of(Path.of(arguments.removeFirst()));
                case "--timestamp-roots" -> roots = Optional.of(Path.of(arguments.removeFirst()));
                case "--json" -> json = true;
                case "--lang" -> {
                    String wanted = arguments.removeFirst();
                    if (!wanted.equals("en") && !wanted.equals("ja")) {
                        return Optional.of("`--lang` takes `en` or `ja`, not `" + wanted + "`");
                    }
                    language = Locale.of(wanted);
                }
                default -> {
                    if (argument.startsWith("-") || file.isPresent()) {
                        return Optional.of("`" + argument + "` is not known here");
                    }
                    file = Optional.of(Path.of(argument));
                }
            }
        }
        return Optional.empty();
    }
}
