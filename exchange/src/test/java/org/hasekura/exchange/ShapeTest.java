package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the records of a dataset look like")
class ShapeTest {

    private static final Shape SHAPE = new Shape(
            List.of(
                    new Shape.Column("cell", Shape.Type.STRING, Optional.of("電池セル")),
                    new Shape.Column("grams", Shape.Type.INTEGER, Optional.empty())),
            List.of(List.of("a, \"b\"\nc", "412"), List.of("", "-1")));

    private static Dataset dataset(Shape shape) {
        Dataset base = Samples.dataset("cells", 1);
        return new Dataset(
                base.id(),
                base.titles(),
                base.descriptions(),
                base.keywords(),
                base.themes(),
                base.countries(),
                base.licence(),
                base.facts(),
                base.offers(),
                base.answering(),
                base.visibility(),
                shape,
                base.content(),
                base.published(),
                base.withdrawn(),
                1);
    }

    private static DatasetView travelled(String json) {
        return Samples.value(CatalogJson.readDataset(Samples.utf8(json), Samples.MAX));
    }

    private static String written(Shape shape) {
        byte[] bytes = CatalogJson.write(DatasetJson.write(dataset(shape), Samples.BASE));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String types(Shape shape) {
        return String.join(
                " ", shape.columns().stream().map(each -> each.type().text()).toList());
    }

    @Test
    @DisplayName("travels in the catalog as a CSVW schema and an ADMS sample, and comes out as it went in")
    void travels() {
        assertThat(written(SHAPE))
                .contains("http://www.w3.org/ns/csvw#tableSchema", "http://www.w3.org/ns/adms#sample", "ContentAsText");
        assertThat(travelled(written(SHAPE)).shape()).isEqualTo(SHAPE);
        assertThat(written(Shape.NONE)).doesNotContain("csvw", "adms");
        assertThat(travelled(written(Shape.NONE)).shape()).isEqualTo(Shape.NONE);
    }

    @Test
    @DisplayName("of a peer is shown as far as it can be read, and never makes the dataset unreadable")
    void ofPeers() {
        String json = written(SHAPE);
        assertThat(travelled(json.replace("\"integer\"", "\"hexBinary\""))
                        .shape()
                        .columns())
                .extracting(Shape.Column::type)
                .containsOnly(Shape.Type.STRING);
        assertThat(travelled(json.replace("grams", "cell")).shape()).isEqualTo(Shape.NONE);
        assertThat(travelled(json.replace(",412", ",412,5")).shape().rows()).isEmpty();
        assertThat(travelled(json.replace(",-1", "," + "9".repeat(9_000)))
                        .shape()
                        .columns())
                .hasSize(2);
    }

    @Test
    @DisplayName("is small: columns, rows, cells and all of them together have limits that say what is too much")
    void limits() {
        List<Shape.Column> one = List.of(new Shape.Column("a", Shape.Type.STRING, Optional.empty()));
        List<List<String>> eleven =
                Stream.generate(() -> List.of("x")).limit(11).toList();
        assertThat(Shape.fault(one, eleven)).contains("the sample has more than 10 rows");
        assertThat(Shape.fault(one, List.of(List.of("a", "b"))).orElseThrow()).contains("row 1", "2 cells");
        assertThat(Shape.fault(one, List.of(List.of("x".repeat(201)))).orElseThrow())
                .contains("too long");
        assertThat(Shape.fault(List.of(one.getFirst(), one.getFirst()), List.of())
                        .orElseThrow())
                .contains("two columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|2|integer",
                "1|2.5|number",
                "-1e5|.5|number",
                "007|08|string",
                "0312345678||string",
                "true|FALSE|boolean",
                "2026-11-22||date",
                "2026-11-22T10:00:00Z|2026-11-22 10:00|dateTime",
                "2026-11-22|soon|string",
                "||string",
            })
    @DisplayName("is proposed with the narrowest type that fits every value; what has leading zeros is no number")
    void types(String first, String second, String type) {
        String csv = "a,b\n" + Optional.ofNullable(first).orElse("") + ",x\n"
                + Optional.ofNullable(second).orElse("") + ",y\n";
        assertThat(types(Proposal.ofCsv(csv).orElseThrow())).isEqualTo(type + " string");
    }

    @Test
    @DisplayName("is proposed from CSV of any separator with quotes, JSON and NDJSON, also when the end was cut off")
    void formats() {
        Shape csv =
                Proposal.ofCsv("\ufeffname;grams\r\n\"a;b\";412\r\nc;1\r\ncut").orElseThrow();
        assertThat(csv.rows()).containsExactly(List.of("a;b", "412"), List.of("c", "1"));
        assertThat(types(csv)).isEqualTo("string integer");
        Shape list = ProposalJson.of("[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"c\":{\"d\":1}},{\"a\":")
                .orElseThrow();
        assertThat(list.columns()).extracting(Shape.Column::name).containsExactly("a", "b", "c");
        assertThat(list.rows()).containsExactly(List.of("1", "x", ""), List.of("2", "", "{\"d\":1}"));
        Shape lines = ProposalJson.of("{\"a\":true}\n{\"a\":false}\n{\"a\":tr").orElseThrow();
        assertThat(types(lines)).isEqualTo("boolean");
        assertThat(ProposalJson.of("[1,2]")).isEmpty();
        assertThat(ProposalJson.of("no JSON")).isEmpty();
        assertThat(Proposal.ofCsv("")).isEmpty();
    }

    @Test
    @DisplayName("is proposed within its limits, however wide and long the data are")
    void large() {
        String wide = "column,".repeat(200) + "last\n";
        assertThat(Proposal.ofCsv(wide)).isEmpty();
        Shape tall = Proposal.ofCsv("a,b\n" + ("x".repeat(5_000) + ",1\n").repeat(2_000))
                .orElseThrow();
        assertThat(tall.rows()).isNotEmpty().allMatch(row -> row.getFirst().length() <= Shape.TEXT_MAX);
    }

    @Test
    @DisplayName("as CSV is read as it was written")
    void csv() {
        assertThat(Csv.read(Csv.write(SHAPE.rows()), ',', 10)).isEqualTo(SHAPE.rows());
        assertThat(Csv.read("a,\"b\n", ',', 10)).containsExactly(List.of("a", "b\n"));
    }
}
