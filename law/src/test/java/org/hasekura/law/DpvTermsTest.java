package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the terms of the Data Privacy Vocabulary")
final class DpvTermsTest {
    private final Law law = Law.load();
    private final DpvTerms terms = DpvTerms.load();

    @Test
    @DisplayName("are IRIs of a listed namespace with the name of a term, in the mapping and on every provision")
    void wellFormed() {
        List<String> iris = new ArrayList<>();
        terms.codes().values().forEach(each -> iris.addAll(each.values()));
        iris.addAll(terms.acts().values());
        iris.addAll(terms.decisions().values());
        law.data().provisions().values().forEach(each -> each.dpvIri().ifPresent(iris::add));
        assertThat(iris).hasSizeGreaterThan(150).allSatisfy(iri -> {
            URI uri = URI.create(iri);
            assertThat(uri.getScheme()).isEqualTo("https");
            assertThat(uri.getFragment()).matches("[A-Za-z0-9][A-Za-z0-9-]*");
            assertThat(terms.namespaces()).contains(iri.substring(0, iri.indexOf('#') + 1));
        });
    }

    @Test
    @DisplayName("are given to codes, decisions and acts that exist")
    void exist() {
        terms.codes().forEach((field, codes) -> {
            if (!List.of("data", "outcome").contains(field)) {
                assertThat(law.data().codes().get(field)).as(field).containsAll(codes.keySet());
            }
        });
        assertThat(law.data().decisionIds()).containsAll(terms.decisions().keySet());
        terms.acts()
                .keySet()
                .forEach(act -> assertThat(law.data().provisions().keySet())
                        .as(act)
                        .anyMatch(token -> token.startsWith(act + ":")));
    }

    @Test
    @DisplayName("are found by code, country, act, decision and outcome; where there is none, none is made up")
    void found() {
        assertThat(terms.code("role", "controller")).contains("https://w3id.org/dpv#DataController");
        assertThat(terms.code("factCodes", "my-number-provision")).isEmpty();
        assertThat(terms.country("JP")).contains("https://w3id.org/dpv/loc#JP");
        assertThat(terms.country("EPO")).isEmpty();
        assertThat(terms.country("XK")).isEmpty();
        assertThat(terms.decision("EU-JP-2019")).contains("https://w3id.org/dpv/legal/eu#Adequacy-EU-JP");
        assertThat(terms.decision("EU-KR-2021")).isEmpty();
        assertThat(terms.act(law.data().provision("APPI:28(1)"))).contains("https://w3id.org/dpv/legal/jp#law-APPI");
        assertThat(terms.act(law.data().provision("no-transfer"))).isEmpty();
    }

    @Test
    @DisplayName("expected of the project's corpus are all there")
    void corpus() throws Exception {
        Path file = Path.of(System.getProperty("hasekura.shared", "../../shared"), "law", "cases-dev.json");
        assumeTrue(Files.exists(file), "the shared case file " + file + " is not here");
        CaseReport report = CaseReport.of(law, CaseFileJson.read("cases-dev.json", Files.readAllBytes(file)));
        assertThat(report.cases())
                .hasSize(81)
                .allSatisfy(judged ->
                        assertThat(judged.hasExpectedIris()).as(judged.line()).isTrue());
    }
}
