package org.hasekura.flink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The options of a job, {@code --name value} each; the names are those of the commands. */
final class JobOptions {

    private final Map<String, String> given;

    private JobOptions(Map<String, String> given) {
        this.given = given;
    }

    static JobOptions of(List<String> args) throws JobRefused {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i);
            if (!name.startsWith("--") || i + 1 == args.size()) {
                throw new JobRefused("`" + name + "` is no option with a value, such as `--edges FILE`");
            }
            if (given.put(name, args.get(i + 1)) != null) {
                throw new JobRefused("`" + name + "` stands there twice");
            }
        }
        return new JobOptions(given);
    }

    /** Refuses whatever the job does not know, so that a slip of the pen is not taken for a default. */
    JobOptions only(Set<String> names) throws JobRefused {
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new JobRefused("unknown option `" + name + "`; there are "
                        + String.join(", ", names.stream().sorted().toList()));
            }
        }
        return this;
    }

    String file(String name) throws JobRefused {
        return optional(name).orElseThrow(() -> new JobRefused("`" + name + " FILE` is missing"));
    }

    /** A file that is there to be read. */
    String table(String name) throws JobRefused {
        return ClusterFiles.there(file(name));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(given.get(name));
    }

    double number(String name, double otherwise, double min, double max) throws JobRefused {
        double value = parsed(name, otherwise, Double::valueOf);
        if (!(value >= min && value <= max)) {
            throw new JobRefused("`" + name + "` is `" + given.get(name) + "`; it can be " + min + " to " + max);
        }
        return value;
    }

    long whole(String name, long otherwise, long min, long max) throws JobRefused {
        long value = parsed(name, otherwise, Long::valueOf);
        if (value < min || value > max) {
            throw new JobRefused("`" + name + "` is `" + given.get(name) + "`; it can be " + min + " to " + max);
        }
        return value;
    }

    private <T> T parsed(String name, T otherwise, Function<String, T> parse) throws JobRefused {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return parse.apply(text);
        } catch (NumberFormatException _) {
            throw new JobRefused("`" + name + "` is `" + text + "`, which is no number");
        }
    }
}
