package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.resilience.FirmNetwork;
import org.hasekura.resilience.Synthetic;
import org.hasekura.resilience.SyntheticTables;
import org.hasekura.resilience.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience generate}: a made-up network of firms to try the other analyses on. */
@Command(
        name = "generate",
        description = "Makes up a network of firms; the same for the same recipe, number of firms and seed.",
        mixinStandardHelpOptions = true)
final class ResilienceGenerateCommand implements Callable<Integer> {

    private enum Recipe {
        hub,
        devetak;

        Synthetic.Recipe recipe() {
            return this == hub ? Synthetic.Recipe.HUB : Synthetic.Recipe.DEVETAK;
        }
    }

    @Option(
            names = "--recipe",
            paramLabel = "hub|devetak",
            required = true,
            description = "hub: heavy tails, sectors and sizes as in Japan; devetak: no hubs, as others measure on")
    private Recipe recipe = Recipe.hub;

    @Option(names = "--firms", paramLabel = "NUMBER", required = true, description = "how many")
    private int firms;

    @Option(names = "--seed", paramLabel = "NUMBER", required = true, description = "which network")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "gets edges.csv and sectors.csv for esri; A.txt, C.txt, P.txt and F3.txt for inoue-todo;"
                    + " if left out, nothing is written, and the network's hash is shown")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--threads", paramLabel = "NUMBER", description = "otherwise one for each processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private ShockAnswer answer = new ShockAnswer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Synthetic made;
        try (Workers workers = Workers.of(threads);
                Progress _ = Progress.of("making up " + firms + " firms")) {
            made = Synthetic.of(recipe.recipe(), firms, seed, workers);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
        answer.with(ShockFact.FIRMS, firms)
                .with(ShockFact.LINKS, made.network().links().links())
                .with(ShockFact.SHA256, made.hash());
        if (out.isPresent()) {
            try (Progress _ = Progress.of("writing tables to " + out.get())) {
                write(made, out.get());
            }
            answer.with(ShockFact.WRITTEN_TO, out.get());
        }
        answer.tell(spec.commandLine().getOut());
        return 0;
    }

    private static void write(Synthetic made, Path folder) throws CommandFailed {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailed("`" + folder + "` cannot be made: " + e);
        }
        FirmNetwork links = made.network().links();
        TableFiles.write(folder.resolve("edges.csv"), out -> SyntheticTables.edges(links, out));
        TableFiles.write(folder.resolve("sectors.csv"), out -> SyntheticTables.sectors(links, out));
        TableFiles.write(folder.resolve("A.txt"), out -> SyntheticTables.links(links, out));
        TableFiles.write(folder.resolve("F3.txt"), out -> SyntheticTables.affiliation(links, out));
        TableFiles.write(
                folder.resolve("C.txt"),
                out -> SyntheticTables.amounts(made.network().finalDemand(), out));
        TableFiles.write(
                folder.resolve("P.txt"),
                out -> SyntheticTables.amounts(made.network().output(), out));
    }
}
