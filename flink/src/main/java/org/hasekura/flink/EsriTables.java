package org.hasekura.flink;

import java.io.IOException;
import java.io.Serializable;
import org.hasekura.resilience.EdgeTable;
import org.hasekura.resilience.Esri;
import org.hasekura.resilience.Essentiality;
import org.hasekura.resilience.EssentialityTable;
import org.hasekura.resilience.FirmNetwork;
import org.hasekura.resilience.Names;
import org.hasekura.resilience.SectorTable;
import org.hasekura.resilience.TableException;
import org.hasekura.resilience.TextTable;

/**
 * The tables of a network and the model on it, by name: what travels to the workers, who read them.
 *
 * @param essentiality empty: all goods count in proportion
 */
record EsriTables(String edges, String sectors, String essentiality, Esri.Replaceability sigma, double eps)
        implements Serializable, OncePerProcess.Reading<EsriTables.Read> {

    /** The model, and what its firms are called. */
    record Read(Esri model, Names firms) {}

    private record Input(SectorTable firms, Essentiality needs) {}

    @Override
    public Read read() throws IOException {
        Input input = input();
        FirmNetwork network =
                ClusterFiles.read(edges, TextTable.Form.COMMAS, table -> EdgeTable.read(table, input.firms));
        return new Read(Esri.of(network, input.needs, sigma, eps), input.firms.firms());
    }

    /** What the firms are called, in the order of their numbers. */
    Names firms() throws IOException {
        return ClusterFiles.read(sectors, TextTable.Form.COMMAS, SectorTable::read)
                .firms();
    }

    private Input input() throws IOException {
        SectorTable firms = ClusterFiles.read(sectors, TextTable.Form.COMMAS, SectorTable::read);
        if (essentiality.isEmpty()) {
            return new Input(firms, Essentiality.linear(firms.sectors().size()));
        }
        EssentialityTable needs = ClusterFiles.read(essentiality, TextTable.Form.COMMAS, EssentialityTable::read);
        try {
            return new Input(firms.numberedAs(needs.codes(), "`" + sectors + "`"), needs.matrix());
        } catch (TableException e) {
            throw new BadTable(e);
        }
    }
}
