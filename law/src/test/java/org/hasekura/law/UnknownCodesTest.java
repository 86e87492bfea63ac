package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a code that is not in the vocabulary")
final class UnknownCodesTest {
    private static final String ODD = "od-d";
    private static final Set<String> SOME = Set.of(ODD);
    private static final Optional<String> ONE = Optional.of(ODD);

    private final Law law = Law.load();

    /** One statement with the odd code, and the name under which it must be reported. */
    private record Slip(String named, Flow flow) {}

    @Test
    @DisplayName("is named wherever it stands, and nothing is decided, whatever else the facts are")
    void named() throws Exception {
        GeneratedFlows flows = new GeneratedFlows(22, LawDataJson.packaged());
        for (int i = 0; i < 400; i++) {
            for (Slip slip : slips(flows.flow())) {
                assertThat(law.rule(slip.flow(), flows.day()))
                        .as(() -> slip.named() + ": " + slip.flow())
                        .isInstanceOfSatisfying(
                                Ruling.Undecided.class,
                                undecided -> assertThat(undecided.missingFacts())
                                        .extracting(Question::id)
                                        .containsExactly("unknown-code:" + slip.named()));
            }
        }
    }

    private static List<Slip> slips(Flow f) {
        Party e = f.exporter();
        Set<String> facts = new HashSet<>(f.factCodes());
        facts.add(ODD);
        return List.of(
                new Slip(
                        "exporter.country=" + ODD,
                        exporter(
                                f,
                                new Party(
                                        ODD,
                                        e.role(),
                                        e.kind(),
                                        e.sector(),
                                        e.certifiedUnder(),
                                        e.subjectTo(),
                                        e.relation()))),
                new Slip("importer.country=" + ODD, f.importer(Party.of(ODD, "controller", "business"))),
                new Slip(
                        "role=" + ODD,
                        exporter(
                                f,
                                new Party(
                                        e.country(),
                                        ODD,
                                        e.kind(),
                                        e.sector(),
                                        e.certifiedUnder(),
                                        e.subjectTo(),
                                        e.relation()))),
                new Slip(
                        "kind=" + ODD,
                        exporter(
                                f,
                                new Party(
                                        e.country(),
                                        e.role(),
                                        ODD,
                                        e.sector(),
                                        e.certifiedUnder(),
                                        e.subjectTo(),
                                        e.relation()))),
                new Slip(
                        "certifiedUnder=" + ODD,
                        exporter(
                                f,
                                new Party(
                                        e.country(),
                                        e.role(),
                                        e.kind(),
                                        e.sector(),
                                        SOME,
                                        e.subjectTo(),
                                        e.relation()))),
                new Slip(
                        "subjectTo=" + ODD,
                        exporter(
                                f,
                                new Party(
                                        e.country(),
                                        e.role(),
                                        e.kind(),
                                        e.sector(),
                                        e.certifiedUnder(),
                                        SOME,
                                        e.relation()))),
                new Slip(
                        "relation=" + ODD,
                        exporter(
                                f,
                                new Party(
                                        e.country(),
                                        e.role(),
                                        e.kind(),
                                        e.sector(),
                                        e.certifiedUnder(),
                                        e.subjectTo(),
                                        ONE))),
                new Slip("purposeCode=" + ODD, f.purpose(ODD)),
                new Slip("factCodes=" + ODD, f.facts(facts.toArray(String[]::new))),
                new Slip("originRegime=" + ODD, data(f, FlowData.ofPersonal(ODD))),
                new Slip("special=" + ODD, data(f, FlowData.ofPersonal("EU").special(ODD))),
                new Slip("appiClass=" + ODD, data(f, FlowData.ofPersonal("EU").appiClass(ODD))),
                new Slip("mixed=" + ODD, data(f, FlowData.ofPersonal("EU").mixed(ODD))),
                new Slip("nationalId=" + ODD, data(f, FlowData.ofPersonal("EU").nationalId(ODD))),
                new Slip("protected=" + ODD, data(f, FlowData.ofPersonal("EU").protectedAs(ODD))),
                new Slip(
                        "classification=" + ODD,
                        data(f, FlowData.ofPersonal("EU").classification(ODD))),
                new Slip("system=" + ODD, data(f, FlowData.ofPersonal("EU").system(ODD))),
                new Slip(
                        "controlledTech.list=" + ODD,
                        data(
                                f,
                                FlowData.ofPersonal("EU")
                                        .controlledTech(new ControlledTech(ODD, Optional.empty(), false)))),
                new Slip("a word of the file", data(f, FlowData.ofPersonal("EU").unknown("a word of the file"))),
                new Slip("safeguard.type=" + ODD, f.and(Safeguard.just(ODD))),
                new Slip(
                        "safeguard.set=" + ODD,
                        f.and(Safeguard.of("SCC").set(ODD).build())),
                new Slip(
                        "safeguard.module=5",
                        f.and(Safeguard.of("SCC").module(5).build())),
                new Slip(
                        "safeguard.tia=" + ODD,
                        f.and(Safeguard.of("SCC").tia(ODD).build())),
                new Slip(
                        "safeguard.supplementaryMeasures=" + ODD,
                        f.and(Safeguard.of("SCC").supplementaryMeasures(ODD).build())),
                new Slip(
                        "safeguard.ref=" + ODD,
                        f.and(Safeguard.of("SCC").ref(ODD).build())),
                new Slip(
                        "safeguard.form=" + ODD,
                        f.and(Safeguard.of("SCC").form(ODD).build())),
                new Slip(
                        "safeguard.scope=" + ODD,
                        f.and(Safeguard.of("SCC").scope(ODD).build())),
                new Slip(
                        "safeguard.periodicCheck=" + ODD,
                        f.and(Safeguard.of("SCC").periodicCheck(ODD).build())),
                new Slip(
                        "safeguard.flags=" + ODD,
                        f.and(Safeguard.of("SCC").states(ODD, true).build())),
                new Slip(
                        "safeguard.flags=" + ODD,
                        f.and(Safeguard.of("SCC").states(ODD, false).build())),
                new Slip("onward.originalExporterRegime=" + ODD, f.onward(new Onward(ODD, Party.UNSTATED))),
                new Slip("onward.importerInJapanReliedOn=" + ODD, f.onward(new Onward("EU", ODD))));
    }

    private static Flow exporter(Flow f, Party other) {
        return new Flow(
                f.operation(),
                other,
                f.importer(),
                f.data(),
                f.purposeCode(),
                f.factCodes(),
                f.safeguards(),
                f.onward());
    }

    private static Flow data(Flow f, FlowData.Builder data) {
        return new Flow(
                f.operation(),
                f.exporter(),
                f.importer(),
                data.build(),
                f.purposeCode(),
                f.factCodes(),
                f.safeguards(),
                f.onward());
    }
}
