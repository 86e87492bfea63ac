package org.hasekura.node;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.resilience.EdgeTable;
import org.hasekura.resilience.Esri;
import org.hasekura.resilience.EsriScores;
import org.hasekura.resilience.EsriTable;
import org.hasekura.resilience.Essentiality;
import org.hasekura.resilience.EssentialityTable;
import org.hasekura.resilience.FirmNetwork;
import org.hasekura.resilience.SectorTable;
import org.hasekura.resilience.TableException;
import org.hasekura.resilience.TextTable;
import org.hasekura.resilience.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience esri}: how much of an economy each firm would take down with it. */
@Command(
        name = "esri",
        description = "How much of a network's output is lost when each firm closes (Diem et al. 2022).",
        mixinStandardHelpOptions = true)
final class ResilienceEsriCommand implements Callable<Integer> {

    private enum Sigma {
        none,
        market;

        Esri.Replaceability replaceability() {
            return this == none ? Esri.Replaceability.NONE : Esri.Replaceability.MARKET;
        }
    }

    @Option(
            names = "--edges",
            paramLabel = "FILE",
            required = true,
            description = "supplier,customer,amount in each row; may be gzip")
    private Path edges = Path.of("");

    @Option(names = "--sectors", paramLabel = "FILE", required = true, description = "firm,sector in each row")
    private Path sectors = Path.of("");

    @Option(
            names = "--essentiality",
            paramLabel = "FILE",
            description =
                    "0, 1 or 2 for each pair of sectors, suppliers' in rows; otherwise all goods count in proportion")
    private Optional<Path> essentiality = Optional.empty();

    @Option(
            names = "--sigma",
            paramLabel = "none|market",
            description = "whether suppliers are replaced by others of their sector; otherwise none")
    private Sigma sigma = Sigma.none;

    @Option(
            names = "--eps",
            paramLabel = "NUMBER",
            description = "sweeps end when no level moves by more; part of the model, 1e-2 is what was published")
    private double eps = Esri.PUBLISHED_EPS;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "firm,esri,esri_down,esri_up,iters")
    private Path out = Path.of("");

    @Option(names = "--threads", paramLabel = "NUMBER", description = "otherwise one for each processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private ShockAnswer answer = new ShockAnswer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private record Input(SectorTable firms, Essentiality needs) {}

    @Override
    public Integer call() throws CommandFailed {
        Input input = input();
        FirmNetwork network =
                TableFiles.read(edges, TextTable.Form.COMMAS, table -> EdgeTable.read(table, input.firms));
        EsriScores scores;
        try (Workers workers = Workers.of(threads);
                Progress _ = Progress.of("closing each of " + network.firms() + " firms")) {
            scores = Esri.of(network, input.needs, sigma.replaceability(), eps).scores(workers);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
        TableFiles.write(out, writer -> EsriTable.write(scores, input.firms.firms(), writer));
        answer.with(ShockFact.FIRMS, network.firms())
                .with(ShockFact.LINKS, network.links())
                .with(ShockFact.EPS, eps)
                .with(
                        ShockFact.MEAN_INDEX,
                        Arrays.stream(scores.esri()).average().orElse(0))
                .with(
                        ShockFact.LARGEST_INDEX,
                        Arrays.stream(scores.esri()).max().orElse(0))
                .with(ShockFact.WRITTEN_TO, out)
                .tell(spec.commandLine().getOut());
        return 0;
    }

    private Input input() throws CommandFailed {
        SectorTable firms = TableFiles.read(sectors, TextTable.Form.COMMAS, SectorTable::read);
        if (essentiality.isEmpty()) {
            return new Input(firms, Essentiality.linear(firms.sectors().size()));
        }
        EssentialityTable needs = TableFiles.read(essentiality.get(), TextTable.Form.COMMAS, EssentialityTable::read);
        try {
            return new Input(firms.numberedAs(needs.codes(), "`" + sectors + "`"), needs.matrix());
        } catch (TableException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }
}
