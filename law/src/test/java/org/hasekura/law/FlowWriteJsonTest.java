package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a flow is written as a case that can be read again")
class FlowWriteJsonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static Flow again(Flow flow) throws LawDataException {
        String file = "{\"cases\":[" + FlowWriteJson.writeCase("a", DAY, flow) + "]}";
        CaseFile.Case read = CaseFileJson.read("written", file.getBytes(StandardCharsets.UTF_8))
                .cases()
                .getFirst();
        assertThat(read.day()).isEqualTo(DAY);
        return read.flow();
    }

    @Test
    @DisplayName("with everything that can be stated of it")
    void whole() throws LawDataException {
        FlowData data = FlowData.ofPersonal("EU")
                .automated(false)
                .hr(true)
                .appiClass("pseudonymously-processed")
                .controlledTech(new ControlledTech("EU-ANNEX-I", Optional.of("3E001"), true))
                .build();
        Flow flow = Flow.transfer(
                        Party.of("DE", "controller", "business").relation("subsidiary"),
                        Party.of("JP", "processor", "business")
                                .subjectTo("APPI")
                                .certifiedUnder("APEC-CBPR"),
                        data)
                .purpose("press")
                .facts("necessary", "no-consent")
                .onward(new Onward("EU", "A45-3"))
                .and(Safeguard.of("SCC")
                        .set("2021/914")
                        .module(2)
                        .signed(DAY)
                        .tia("positive")
                        .tiaDate(DAY)
                        .states("approved", true)
                        .states("occasional", false)
                        .build());
        assertThat(again(flow)).isEqualTo(flow);
    }

    @Test
    @DisplayName("for every flow of the supplied cases")
    void supplied() throws Exception {
        Path cases = Path.of(System.getProperty("hasekura.shared", "absent"), "law", "cases-dev.json");
        assumeThat(cases).as("the supplied cases are not there").exists();
        CaseFile file = CaseFileJson.read("cases", Files.readAllBytes(cases));
        assertThat(file.cases()).hasSizeGreaterThan(50);
        for (CaseFile.Case each : file.cases()) {
            if (each.flow().data().unknown().isEmpty()) {
                assertThat(again(each.flow())).as(each.id()).isEqualTo(each.flow());
            }
        }
    }
}
