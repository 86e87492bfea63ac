package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura dataset}: what a running node offers. */
@Command(name = "dataset", description = "What a running node offers.", mixinStandardHelpOptions = true)
final class DatasetCommand {

    private static final String PATH = "/api/datasets";

    @Command(name = "list", description = "Lists the datasets on offer.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(node.client().get(PATH), List.of("id", "title", "bytes", "sha256", "published", "withdrawn"));
    }

    @Command(
            name = "publish",
            description =
                    "Offers a dataset, described in a JSON file. `hasekura example dataset` and `hasekura example personal-dataset` show such files; docs/datasets.md explains every field.",
            mixinStandardHelpOptions = true)
    int publish(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "FILE", description = "the description: what it is, its facts, offers and content")
                    Path file)
            throws CommandFailed {
        return node.show(node.client().post(PATH, described(file)), List.of());
    }

    @Command(
            name = "publish-all",
            description =
                    "Offers many datasets, described in a file with a JSON object on each line. Each is published by itself; those that are refused are shown with their lines.",
            mixinStandardHelpOptions = true)
    int publishAll(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "FILE", description = "a description on each line (NDJSON)") Path file)
            throws CommandFailed {
        BatchJson.Total total = new DatasetBatches(node.client(), file).publish();
        int shown = node.show(BatchJson.write(total).getBytes(StandardCharsets.UTF_8), List.of());
        return total.refused().isEmpty() ? shown : 1;
    }

    /** The description, its `file` told from the folder it lies in: the node works in another one. */
    private static String described(Path file) throws CommandFailed {
        try {
            return DatasetFormJson.withFileFrom(
                    file.toAbsolutePath().normalize().resolveSibling(""),
                    NodeOptions.text(file).getBytes(StandardCharsets.UTF_8));
        } catch (ManagementJson.BadInput bad) {
            throw new CommandFailed("`" + file + "`: " + bad.words());
        }
    }

    @Command(
            name = "withdraw",
            description = "Offers a dataset no longer; agreements made before go on.",
            mixinStandardHelpOptions = true)
    int withdraw(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, description = "why, for the evidence") String reason)
            throws CommandFailed {
        return node.show(
                node.client().post(ApiPath.of(PATH, id, "/withdraw"), RequestJson.of("reason", reason)), List.of());
    }
}
