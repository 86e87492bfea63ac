package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes one fact of the adequacy data at a time and asks whether a case notices. What no case notices, nobody has checked. */
@DisplayName("every fact of the European, British and Swiss decisions")
final class AdequacyMutationsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> GRANTORS = Set.of("EU", "GB", "CH");

    /** Changes without a difference to any ruling. */
    private static final Set<String> WITHOUT_DIFFERENCE = Set.of(
            // On these days another act covers the same flows: membership, a bridge, the act before or the renewal.
            "EU-GB-2021 from a day earlier",
            "EU-GB-2021 to a day later",
            "EU-GB-2025-EXT from a day earlier",
            "EU-GB-2025-EXT to a day earlier",
            "EU-GB-2025-EXT to a day later",
            "EU-GB-LED-2021 from a day earlier",
            "EU-GB-LED-2021 to a day later",
            "EU-GB-LED-2025 from a day earlier",
            "EU-GB-LED-2025 from a day later",
            "EU-GB-LED-2025-EXT from a day earlier",
            "EU-GB-LED-2025-EXT to a day earlier",
            "EU-GB-LED-2025-EXT to a day later",
            "EU-HU-2000 to a day later",
            "EU-GB-WA from a day earlier",
            "EU-GB-TCA from a day earlier",
            // Only the rule for law-enforcement authorities asks these decisions, and it has asked the same before.
            "EU-GB-LED-2021 without exporterKinds",
            "EU-GB-LED-2021 without importerKinds",
            "EU-GB-LED-2021 without purposeCodes",
            "EU-GB-LED-2025 without exporterKinds",
            "EU-GB-LED-2025 without importerKinds",
            "EU-GB-LED-2025 without purposeCodes",
            "EU-GB-LED-2025-EXT without exporterKinds",
            "EU-GB-LED-2025-EXT without importerKinds",
            "EU-GB-LED-2025-EXT without purposeCodes",
            // The day before, the law of the exporter's country was another.
            "GB-EEA-2021 from a day earlier",
            "GB-EUADEQ-2021 from a day earlier",
            "GB-FO-2021 from a day earlier",
            "GB-CA-2021 from a day earlier",
            "GB-IL-2021 from a day earlier",
            "GB-JP-2021 from a day earlier",
            "CH-LIST-2023 from a day earlier",
            "CH-CA-2023 from a day earlier",
            // Whether the bridge outlived the adoption of the decision by its own day is not for a case to say.
            "EU-GB-TCA to a day earlier");

    private static List<CaseFile.Case> cases = List.of();

    private record Mutation(String name, Set<String> beneficiaries, String adequacy) {
        boolean mayTouch(Flow flow) {
            return beneficiaries.contains("EEA")
                    || beneficiaries.contains(flow.importer().country())
                    || beneficiaries.contains(flow.exporter().country());
        }
    }

    @BeforeAll
    static void readCases() throws Exception {
        Path folder = Path.of(
                        OwnCasesTest.class.getResource("cases-clauses.json").toURI())
                .getParent();
        List<CaseFile.Case> all = new ArrayList<>();
        try (var names = Files.newDirectoryStream(folder, "cases-*.json")) {
            for (Path name : names) {
                all.addAll(OwnCasesTest.read(name.getFileName().toString()).cases());
            }
        }
        cases = all;
    }

    @Test
    @DisplayName("is held by a case that fails when the fact is changed")
    void held() throws Exception {
        List<String> unnoticed = new ArrayList<>();
        for (Mutation mutation : mutations()) {
            Law law = Law.of(LawDataJson.read(file -> file.equals("adequacy.json")
                    ? mutation.adequacy().getBytes(StandardCharsets.UTF_8)
                    : packaged(file)));
            List<CaseFile.Case> touched = cases.stream()
                    .filter(theCase -> mutation.mayTouch(theCase.flow()))
                    .toList();
            if (CaseReport.of(law, new CaseFile("touched", touched)).failed() == 0) {
                unnoticed.add(mutation.name());
            }
        }
        assertThat(unnoticed).containsExactlyInAnyOrderElementsOf(WITHOUT_DIFFERENCE);
    }

    private static List<Mutation> mutations() throws IOException {
        List<Mutation> mutations = new ArrayList<>();
        JsonNode file = MAPPER.readTree(packaged("adequacy.json"));
        for (int i = 0; i < file.path("decisions").size(); i++) {
            JsonNode decision = file.path("decisions").path(i);
            if (GRANTORS.contains(decision.path("grantor").stringValue())) {
                days(file, i, decision, mutations);
                scope(file, i, decision, mutations);
            }
        }
        return mutations;
    }

    /** The first and the last day, moved by one. */
    private static void days(JsonNode file, int index, JsonNode decision, List<Mutation> mutations) {
        for (String field : List.of("from", "to")) {
            if (decision.has(field)) {
                LocalDate day = LocalDate.parse(decision.path(field).stringValue());
                mutations.add(mutation(
                        file,
                        index,
                        field + " a day earlier",
                        d -> d.put(field, day.minusDays(1).toString())));
                mutations.add(mutation(
                        file,
                        index,
                        field + " a day later",
                        d -> d.put(field, day.plusDays(1).toString())));
            }
        }
    }

    /** A condition on the recipient, an exclusion or a beneficiary, taken away. */
    private static void scope(JsonNode file, int index, JsonNode decision, List<Mutation> mutations) {
        for (String field : decision.path("requires").propertyNames()) {
            mutations.add(
                    mutation(file, index, "without " + field, d -> ((ObjectNode) d.get("requires")).remove(field)));
        }
        for (int e = 0; e < decision.path("excludes").size(); e++) {
            int exclusion = e;
            String ref = decision.path("excludes").path(e).path("ref").stringValue();
            mutations.add(mutation(
                    file,
                    index,
                    "without the exclusion of " + ref,
                    d -> ((ArrayNode) d.get("excludes")).remove(exclusion)));
        }
        for (int b = 0; b < decision.path("beneficiaries").size(); b++) {
            int beneficiary = b;
            String country = decision.path("beneficiaries").path(b).stringValue();
            mutations.add(mutation(
                    file,
                    index,
                    "not for " + country,
                    d -> ((ArrayNode) d.get("beneficiaries")).set(beneficiary, "AQ")));
        }
    }

    private static Mutation mutation(JsonNode file, int decision, String name, Consumer<ObjectNode> change) {
        JsonNode copy = file.deepCopy();
        ObjectNode changed = (ObjectNode) copy.path("decisions").path(decision);
        Set<String> beneficiaries = new HashSet<>();
        changed.path("beneficiaries").forEach(country -> beneficiaries.add(country.stringValue()));
        change.accept(changed);
        return new Mutation(changed.path("id").stringValue() + " " + name, beneficiaries, copy.toString());
    }

    private static byte[] packaged(String file) throws IOException {
        try (InputStream in = LawDataJson.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes();
        }
    }
}
