package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hasekura.tests.fuzz.Target;

/** Files of cases that people write. */
public final class LawTargets {

    private static final String CASES = """
            {"cases":[{"id":"a","day":"2026-11-01","exporter":{"country":"DE","regime":"gdpr","role":"controller"},
            "importer":{"country":"JP","regime":"appi","role":"processor"},"data":{"personal":true},"expect":"permitted"}]}""";

    private LawTargets() {}

    public static List<Target> all() {
        return List.of(
                new Target(
                        "law/cases",
                        Target.bytes(List.of(CASES)),
                        input -> refusing(() -> CaseFileJson.read("cases.json", input))),
                new Target(
                        "law/flows",
                        Target.bytes(List.of(CASES.substring(10, CASES.length() - 2))),
                        input -> refusing(() -> CaseFileJson.readFlow(
                                "flow.json", input, Optional.of(LocalDate.parse("2026-11-01"))))));
    }

    private interface Step {
        void run() throws LawDataException;
    }

    private static void refusing(Step step) {
        try {
            step.run();
        } catch (LawDataException refused) {
            // That is an answer.
        }
    }
}
