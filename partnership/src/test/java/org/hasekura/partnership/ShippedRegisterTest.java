package org.hasekura.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shipped register")
class ShippedRegisterTest {

    private final Compilation compilation = ShippedRegister.load();
    private final Register register = compilation.register();

    @Test
    @DisplayName("holds the 136 commitments of 19 instruments, and nothing that it disregards")
    void whole() {
        assertThat(register.entries()).hasSize(136);
        assertThat(register.instruments()).hasSize(19);
        assertThat(register.sources()).hasSize(64);
        assertThat(register.disregarded()).isEmpty();
        assertThat(register.contested()).isEmpty();
    }

    @Test
    @DisplayName(
            "cites for every commitment a document that it describes, and says of each whether the paragraph was read")
    void citations() {
        for (Entry entry : register.all()) {
            assertThat(entry.commitment().citations()).as(entry.id()).isNotEmpty();
            for (Citation citation : entry.commitment().citations()) {
                assertThat(register.sources()).as(entry.id()).containsKey(citation.source());
                Source source = Objects.requireNonNull(register.sources().get(citation.source()));
                assertThat(source.institution() + source.title() + source.date())
                        .as(citation.source())
                        .isNotBlank();
                // An exact citation of a document that nobody has read would be made up.
                assertThat(citation.isExact() && source.reading() == Source.Reading.NOT_READ)
                        .as(entry.id())
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName("is refused when a citation is missing or names no document")
    void missingCitation() {
        String whole = new String(ShippedRegister.bytes(), StandardCharsets.UTF_8);
        String without = whole.replaceFirst("(?s)\"citations\": \\[.*?\\]", "\"citations\": []");
        assertThat(CompilationJson.read(without.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Read.Refused<>(
                        "commitments[0].citations", "is empty; a commitment cites where it is said, read or not"));
        String unknown = whole.replaceFirst("\"paragraph\": null", "\"paragraph\": null")
                .replaceFirst("(\"citations\": \\[\\s*\\{\\s*\"source\": )\"S60\"", "$1\"S999\"");
        assertThat(CompilationJson.read(unknown.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Read.Refused<>(
                        "commitments[0].citations", "names `S999`, which is no source of this register"));
    }

    @Test
    @DisplayName("shows the fourth Council as a gap")
    void gap() {
        assertThat(Compass.of(register, Indicators.load()).gaps())
                .extracting(Instrument::id)
                .containsExactly("DPC4");
    }

    @Test
    @DisplayName("offers a remedy in law for treaties, adequacy and the association alone")
    void remedies() {
        assertThat(register.instruments().values().stream()
                        .filter(each -> each.remedy() != Remedy.NONE)
                        .map(Instrument::id))
                .containsExactlyInAnyOrder("EPA", "EPA-P", "SPA", "ADQ", "HE-ASSOC");
    }

    @Test
    @DisplayName("is counted by the compass as its compiler counted it")
    void compass() {
        List<Compass.Quarter> quarters = Compass.of(register, Indicators.load()).quarters();
        assertThat(quarters)
                .extracting(each -> each.point().word() + " " + each.commitments())
                .containsExactly(
                        "infrastructure 30", "business 37", "publicServices 24", "skills 4", "crossCutting 41");
        assertThat(quarters.stream()
                        .mapToInt(each -> each.of(Standing.COMPLETED))
                        .sum())
                .isEqualTo(28);
        assertThat(quarters.stream().mapToInt(Compass.Quarter::unknown).sum()).isEqualTo(14);
        assertThat(quarters.stream().mapToInt(Compass.Quarter::dated).sum()).isEqualTo(33);
        assertThat(quarters.stream().mapToInt(Compass.Quarter::verifiable).sum())
                .isEqualTo(136 - 54);
    }

    @Test
    @DisplayName("shows the chain from the review duty of 2018 to the review due in 2027")
    void chain() {
        Chain chain = Chain.of(register, "EPA-P-01").orElseThrow();
        assertThat(chain.steps()).extracting(Entry::id).containsExactly("EPA-04", "HLED-02", "EPA-P-01", "EPA-P-04");
        assertThat(Chain.of(register, "EPA-99")).isEmpty();
    }

    @Test
    @DisplayName("is searched by words in either language, and by filters")
    void filter() {
        Filter words = new Filter(
                List.of("ARCTIC"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(CardinalPoint.INFRASTRUCTURE),
                Optional.empty(),
                Optional.of("mic"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(words.in(register)).extracting(Entry::id).contains("MOC-SUB-02", "DPC3-14");
        assertThat(Filter.ALL.of(CardinalPoint.SKILLS).in(register)).hasSize(4);
    }

    @Test
    @DisplayName("has indicators whose unchecked figures count as unknown")
    void indicators() {
        Indicators indicators = Indicators.load();
        assertThat(indicators.all()).hasSize(27);
        Indicator edge = indicators.get("INF-07").orElseThrow();
        assertThat(edge.last(Side.EU)).isEmpty();
        assertThat(edge.unchecked()).isEqualTo(1);
        Indicator coverage = indicators.get("INF-01").orElseThrow();
        assertThat(coverage.last(Side.JAPAN).orElseThrow().value()).hasValue(98.4);
        assertThat(coverage.trend(Side.JAPAN)).contains(Indicator.Trend.BETTER);
        assertThat(coverage.target(Side.JAPAN).orElseThrow().value()).hasValue(99);
        assertThat(indicators.get("PUB-01").orElseThrow().last(Side.EU))
                .as("no figure of a member state stands for the whole")
                .isEmpty();
    }

    @Test
    @DisplayName("has units and periods in Japanese, too")
    void japanese() {
        assertThat(Indicators.load().all().stream()
                        .flatMap(each -> Stream.concat(each.eu().stream(), each.japan().stream()))
                        .map(each -> each.period().phrase().ja()))
                .contains("2024年度末(2025年3月)", "2020~22年頃")
                .allMatch(each -> each.matches("[^A-Za-z]+"));
        assertThat(Indicators.load().all().stream()
                        .flatMap(each ->
                                Stream.concat(each.targets(Side.EU).stream(), each.targets(Side.JAPAN).stream()))
                        .flatMap(each -> each.period().stream())
                        .map(each -> each.phrase().ja()))
                .isNotEmpty()
                .allMatch(each -> each.matches("[^A-Za-z]+"));
        assertThat(Indicators.load().all())
                .allMatch(each -> !each.unit().ja().matches(".*(of|with|number|index|score).*"));
    }

    @Test
    @DisplayName("is open data with licence and version, a row for each commitment")
    void exported() {
        String csv = ExportCsv.write(register.all(), register);
        assertThat(csv.lines()).hasSize(137).first().isEqualTo(String.join(",", ExportCsv.COLUMNS));
        assertThat(csv).contains("S60: not read");
        String json = ExportJson.write(compilation, register);
        assertThat(json).contains("\"licence\" : \"CC-BY-4.0\"", ExportJson.version(compilation, register));
        ObjectJson dcat = ObjectJson.parse(
                ExportJson.dcat(compilation, register, "https://example.org/").getBytes(StandardCharsets.UTF_8));
        assertThat(dcat.text("@type")).isEqualTo("dcat:Dataset");
        assertThat(dcat.objects("dct:hasPart")).hasSize(136);
        assertThat(dcat.objects("dcat:distribution")).hasSize(3);
    }
}
