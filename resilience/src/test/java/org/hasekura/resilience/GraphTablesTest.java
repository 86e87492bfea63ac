package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Our own form of graphs")
class GraphTablesTest {

    private static final String NODES = "id,kind\nchip,product\nwafer,input\nlight,input\nlamp,input\n";
    private static final String EDGES = "from,to,type,group\nwafer,chip,AND,\nlight,chip,OR,l\nlamp,chip,OR,l\n";
    private static final String HOLDERS = "id,kind,country\nJPN,country,\nasml,firm,NLD\n";

    private record InMemory(String name, Map<String, String> tables) implements Tables {
        @Override
        public Set<String> files() {
            return tables.keySet();
        }

        @Override
        public Reader open(String file) throws IOException {
            return new StringReader(String.valueOf(tables.get(file)));
        }
    }

    private static FactBook read(Map<String, String> tables) throws IOException, TableException {
        return GraphTables.read(new InMemory("test", tables));
    }

    @Test
    @DisplayName("is read with the meaning of every edge, and missing shares stay unknown")
    void read() throws Exception {
        Graph graph = read(Map.of(
                        "nodes.csv", NODES,
                        "edges.csv", EDGES,
                        "holders.csv", HOLDERS,
                        "shares.csv", "node,holder,low,high,source\nwafer,JPN,50,60,x\nlight,asml,,,y\n"))
                .graph();
        var knockOut = new KnockOut(graph, Subtypes.ANY, Combination.SCARCEST);
        int chip = graph.nodeNumber("chip").orElseThrow();
        assertThat(knockOut.effect(Removal.ofCountry("JPN")).of(chip)).isEqualTo(new Interval(0.4, 0.5));
        // The source names ASML for `light` without a figure; the lamp stands in for it.
        int light = graph.nodeNumber("light").orElseThrow();
        KnockOut.Effect withoutAsml = knockOut.effect(Removal.ofFirm("asml"));
        assertThat(withoutAsml.of(light)).isEqualTo(new Interval(0, 1));
        assertThat(withoutAsml.of(chip)).isEqualTo(Interval.exactly(1));
    }

    @Test
    @DisplayName("is the same in one JSON file")
    void json() throws Exception {
        FactBook book = GraphJson.read("graph.json", new StringReader("""
                        {"about": {"name": "tiny"},
                         "nodes": [{"id": "chip", "kind": "product"}, {"id": "wafer", "kind": "input"}],
                         "edges": [{"from": "wafer", "to": "chip", "type": "AND", "risks": ["quake", "flood"]}],
                         "holders": [{"id": "JPN", "kind": "country"}],
                         "shares": [{"node": "wafer", "holder": "JPN", "low": 56}]}
                        """));
        assertThat(book.graph().name()).isEqualTo("tiny");
        assertThat(book.graph().edges().getFirst().risks()).containsExactly("quake", "flood");
        assertThat(book.graph().shares().getFirst().percent()).contains(Interval.exactly(56));
    }

    @Test
    @DisplayName("is refused by file, row and column, with what stands there")
    void refused() {
        refused(
                "edges.csv",
                "from,to,type\nwafer,chop,AND\n",
                "edges.csv, row 2, column `to`: there is no node `chop` in nodes.csv");
        refused(
                "edges.csv",
                "from,to,type\nwafer,chip,XOR\n",
                "edges.csv, row 2, column `type`: `XOR` is none of AND, OR, SUBTYPE or LINK");
        refused("edges.csv", "from,to\nwafer,chip\n", "edges.csv: has no column `type`; its header names from, to");
        refused(
                "shares.csv",
                "node,holder,low\nwafer,JPN,50\n\nwafer,JPN,fifty\n",
                "shares.csv, row 4, column `low`: `fifty` is no number; write digits with a point, for example 12.5");
        refused(
                "shares.csv",
                "node,holder,low\nwafer,JPN,500\n",
                "shares.csv, row 2, column `low`: `500.0` to `500.0` is no range from 0 to 100.0");
        refused("shares.csv", "node,holder,low\nwafer,JPN\n", "shares.csv, row 2: has 2 fields, the header has 3");
        refused(
                "nodes.csv",
                "id,kind\nchip,product\nchip,input\n",
                "nodes.csv, row 3, column `id`: `chip` is there twice");
        refused("nodes.csv", "", "nodes.csv: is empty; the first row has to name the columns");
    }

    private static void refused(String file, String text, String message) {
        Map<String, String> tables =
                new HashMap<>(Map.of("nodes.csv", NODES, "edges.csv", EDGES, "holders.csv", HOLDERS));
        tables.put(file, text);
        assertThatThrownBy(() -> read(tables))
                .isInstanceOf(TableException.class)
                .hasMessage(message);
    }

    @Test
    @DisplayName("has links with shared risks: two ducts fall with one bridge, and the minimum cut sees it")
    void links() throws Exception {
        Graph graph = read(Map.of(
                        "nodes.csv",
                        "id,kind,country\na,network-asset,JPN\nb,network-asset,JPN\nz,network-asset,DEU\n",
                        "edges.csv",
                        "id,from,to,type,weight,risks\n1,a,z,LINK,10,bridge\n2,a,z,LINK,20,bridge\n3,b,z,LINK,,\n4,a,b,LINK,5,\n"))
                .graph();
        LinkBreaks.Cut cut =
                LinkBreaks.of(graph, List.of("a"), List.of("country:DEU")).cut().orElseThrow();
        assertThat(cut.capacityValue()).isEqualTo(31);
        assertThat(cut.failures()).isEqualTo(2);
        assertThat(cut.risks()).containsExactly("bridge");
        assertThat(LinkBreaks.of(graph, List.of(), List.of()).linkConnectivity())
                .hasValue(2);
    }

    @Test
    @DisplayName("reads quotes, line ends within them, a byte-order mark and semicolons")
    void csv() throws Exception {
        CsvRows rows =
                CsvRows.of(new StringReader("\uFEFFid;\"na;me\"\r\n1;\"two\nlines \"\"here\"\"\"\r\n"), "t.csv", 10);
        assertThat(rows.header()).containsExactly("id", "na;me");
        assertThat(rows.next()).isTrue();
        assertThat(rows.text(1)).isEqualTo("two\nlines \"here\"");
        assertThat(rows.line()).isEqualTo(2);
        assertThat(rows.next()).isFalse();
    }
}
