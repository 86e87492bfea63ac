package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Shape;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura dataset}: what a running node offers. */
@Command(name = "dataset", description = "What a running node offers.", mixinStandardHelpOptions = true)
final class DatasetCommand {

    private static final String PATH = "/api/datasets";
    private static final String DRAFTS = "/api/drafts";
    private static final String VISIBLE_TO =
            "who alone sees it: a DID, or all of whom the register says so, as country:JP or credential:ISO27001";

    @Command(name = "list", description = "Lists the datasets on offer.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(
                node.client().get(PATH),
                List.of("id", "title", "visibleTo", "bytes", "sha256", "published", "withdrawn"),
                Map.of("visibleTo", "everybody in the register"));
    }

    @Command(
            name = "publish",
            description =
                    "Offers a dataset, described in a JSON file. `hasekura example dataset` and `hasekura example personal-dataset` show such files; docs/datasets.md explains every field.",
            mixinStandardHelpOptions = true)
    int publish(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "FILE", description = "the description: what it is, its facts, offers and content")
                    Path file,
            @Option(names = "--visible-to", paramLabel = "WHO", description = VISIBLE_TO) @Nullable
                    List<String> visibleTo,
            @Option(names = "--draft", description = "keep it and show it to nobody: `dataset drafts`, `publish-draft`")
                    boolean draft)
            throws CommandFailed {
        // The library gives no list where the option was not given.
        List<String> chosen = Optional.ofNullable(visibleTo).orElse(List.of());
        String description = shownTo(file, described(file), chosen);
        return node.show(node.client().post(draft ? DRAFTS : PATH, description), List.of());
    }

    private static String shownTo(Path file, String description, List<String> visibleTo) throws CommandFailed {
        try {
            return visibleTo.isEmpty() ? description : DatasetFormJson.visibleTo(description, visibleTo);
        } catch (ManagementJson.BadInput bad) {
            throw new CommandFailed("`" + file + "`: " + bad.words());
        }
    }

    @Command(
            name = "show-to",
            description =
                    "Shows a dataset on offer to some participants alone; to all others it does not exist. Agreements made before go on.",
            mixinStandardHelpOptions = true)
    int showTo(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "ID") String id,
            @Parameters(paramLabel = "WHO", arity = "1..*", index = "1..*", description = VISIBLE_TO) List<String> who)
            throws CommandFailed {
        return node.show(
                node.client()
                        .post(
                                ApiPath.of(PATH, id, "/visibility"),
                                new RequestJson().withTexts("visibleTo", who).write()),
                List.of());
    }

    @Command(
            name = "show-to-all",
            description = "Shows a restricted dataset to everybody in the register again.",
            mixinStandardHelpOptions = true)
    int showToAll(@Mixin NodeOptions node, @Parameters(paramLabel = "ID") String id) throws CommandFailed {
        return node.show(node.client().post(ApiPath.of(PATH, id, "/visibility"), "{}"), List.of());
    }

    @Command(
            name = "drafts",
            description = "Lists descriptions that are kept and not published.",
            mixinStandardHelpOptions = true)
    int drafts(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(node.client().get(DRAFTS), List.of("id", "title", "saved"));
    }

    @Command(
            name = "publish-draft",
            description = "Offers what a draft describes, and discards the draft.",
            mixinStandardHelpOptions = true)
    int publishDraft(@Mixin NodeOptions node, @Parameters(paramLabel = "ID") String id) throws CommandFailed {
        return node.show(node.client().post(ApiPath.of(DRAFTS, id, "/publish"), "{}"), List.of());
    }

    @Command(
            name = "discard-draft",
            description = "Discards a draft; what is on offer stays.",
            mixinStandardHelpOptions = true)
    int discardDraft(@Mixin NodeOptions node, @Parameters(paramLabel = "ID") String id) throws CommandFailed {
        return node.show(node.client().post(ApiPath.of(DRAFTS, id, "/discard"), "{}"), List.of());
    }

    @Command(
            name = "columns",
            description =
                    "Reads the beginning of a CSV, JSON or NDJSON file and prints `columns` and `sample` for its description, to be looked at.",
            mixinStandardHelpOptions = true)
    int columns(@Parameters(paramLabel = "DATA", description = "the data, on this machine") Path data)
            throws CommandFailed {
        try {
            Shape shape = Proposals.of(data, String.valueOf(data.getFileName()))
                    .orElseThrow(
                            () -> new CommandFailed(
                                    "`" + data
                                            + "` is no CSV with a head, and no JSON or NDJSON with objects, by its name and beginning"));
            System.out.println(new String(ColumnsJson.written(shape), StandardCharsets.UTF_8));
            return 0;
        } catch (IOException e) {
            throw new CommandFailed("`" + data + "` cannot be read: " + e.getMessage());
        }
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
