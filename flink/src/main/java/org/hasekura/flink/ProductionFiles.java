package org.hasekura.flink;

import java.io.IOException;
import java.io.Serializable;
import org.hasekura.resilience.EdgeTable;
import org.hasekura.resilience.InoueTodo;
import org.hasekura.resilience.ProductionNetwork;
import org.hasekura.resilience.ProductionTables;
import org.hasekura.resilience.Rationing;
import org.hasekura.resilience.SectorTable;
import org.hasekura.resilience.TextTable;

/** The tables of a production network and the model on it, by name: what travels to the workers, who read them. */
record ProductionFiles(
        String links, String finalDemand, String sectors, Rationing rationing, double tauDays, double stockDays)
        implements Serializable, OncePerProcess.Reading<ProductionFiles.Read> {

    /** The model, and how many firms it has. */
    record Read(InoueTodo model, int firms) {}

    @Override
    public Read read() throws IOException {
        SectorTable firms = ClusterFiles.read(sectors, TextTable.Form.BLANKS, SectorTable::read);
        var network = new ProductionNetwork(
                ClusterFiles.read(links, TextTable.Form.BLANKS, table -> EdgeTable.read(table, firms)),
                ClusterFiles.read(
                        finalDemand, TextTable.Form.BLANKS, table -> ProductionTables.amounts(table, firms.firms())));
        return new Read(
                InoueTodo.of(network, rationing, tauDays, stockDays),
                firms.firms().size());
    }
}
