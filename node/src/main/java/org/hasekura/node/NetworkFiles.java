package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.hasekura.resilience.EdgeTable;
import org.hasekura.resilience.Levers;
import org.hasekura.resilience.Names;
import org.hasekura.resilience.ProductionNetwork;
import org.hasekura.resilience.ProductionTables;
import org.hasekura.resilience.SectorTable;
import org.hasekura.resilience.TableException;
import org.hasekura.resilience.TextTable;
import picocli.CommandLine.Option;

/** The options that name a production network, and what is changed about it before a shock. */
final class NetworkFiles {

    private enum Substitution {
        none,
        sector,
        all;

        Levers.Substitution lever() {
            return switch (this) {
                case none -> Levers.Substitution.NONE;
                case sector -> Levers.Substitution.SECTOR;
                case all -> Levers.Substitution.ALL;
            };
        }
    }

    @Option(names = "--links", paramLabel = "FILE", required = true, description = "supplier client amount-per-day")
    private Path links = Path.of("");

    @Option(names = "--final", paramLabel = "FILE", required = true, description = "firm amount-per-day: final demand")
    private Path finalDemand = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "firm amount-per-day: normal output, only compared with what links and final demand add up to")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--sectors", paramLabel = "FILE", required = true, description = "firm sector")
    private Path sectors = Path.of("");

    @Option(
            names = "--substitution",
            paramLabel = "none|sector|all",
            description = "which suppliers replace each other: those of a sector if left out")
    private Substitution substitution = Substitution.sector;

    @Option(
            names = "--second-source",
            paramLabel = "SHARE",
            description = "how many of the clients with one supplier in a sector get a second; 0 if left out")
    private double secondSource;

    @Option(names = "--lever-seed", paramLabel = "NUMBER", description = "which of them, and whom; 1 if left out")
    private long leverSeed = 1;

    /** The network, and what its firms are called. */
    record Read(ProductionNetwork network, Names firms) {}

    Read read(PrintWriter err) throws CommandFailed {
        SectorTable firms = TableFiles.read(sectors, TextTable.Form.BLANKS, SectorTable::read);
        Names names = firms.firms();
        ProductionNetwork network = new ProductionNetwork(
                TableFiles.read(links, TextTable.Form.BLANKS, table -> EdgeTable.read(table, firms)),
                amounts(finalDemand, names));
        if (output.isPresent()) {
            compare(amounts(output.get(), names), network, names, output.get(), err);
        }
        try {
            ProductionNetwork doubled =
                    secondSource == 0 ? network : Levers.withSecondSources(network, secondSource, leverSeed);
            return new Read(Levers.substituting(doubled, substitution.lever()), names);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("--second-source: " + e.getMessage());
        }
    }

    private static double[] amounts(Path file, Names names) throws CommandFailed {
        return TableFiles.read(file, TextTable.Form.BLANKS, table -> ProductionTables.amounts(table, names));
    }

    private static void compare(double[] said, ProductionNetwork network, Names names, Path file, PrintWriter err) {
        try {
            ProductionTables.compareOutput(said, network, names, "`" + file + "`");
        } catch (TableException e) {
            err.println(e.getMessage() + "; the latter is used");
            err.flush();
        }
    }
}
