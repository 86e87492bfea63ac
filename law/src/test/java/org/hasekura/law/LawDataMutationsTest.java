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

/** Changes one fact of the law data at a time and asks whether a case notices. What no case notices, nobody has checked. */
@DisplayName("a case fails when somebody changes")
final class LawDataMutationsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> GRANTORS = Set.of("EU", "GB", "CH");

    /** Acts on whose first and last day a European ruling turns. */
    private static final Set<String> TURNING = Set.of(
            "GDPR:44",
            "DIR9546:25(1)",
            "C-311/18",
            "C-413/23P",
            "LED:35",
            "SCC:2021/914",
            "SCC:old-sets-transition",
            "UK:clauses",
            "UK-GDPR:44",
            "FADP:16(1)");

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
            // Norway, Iceland and Liechtenstein went from one basis of membership to the next.
            "IS 2000-07-01 to a day later",
            "LI 2000-07-01 to a day later",
            "NO 2000-07-01 to a day later",
            "IS 2018-07-20 from a day earlier",
            "LI 2018-07-20 from a day earlier",
            "NO 2018-07-20 from a day earlier",
            // On that day the law or the answer is the same by another line, or no law is held.
            "GB 1973-01-01 to a day later",
            "GB 1973-01-01 from a day earlier",
            "GB 1973-01-01 from a day later",
            "DIR9546:25(1) to a day later",
            "UK-GDPR:44 from a day earlier",
            // Whether the bridge outlived the adoption of the decision by its own day is not for a case to say.
            "EU-GB-TCA to a day earlier");

    private static List<CaseFile.Case> cases = List.of();

    /** A law data file with one change, and the countries whose flows it may touch; none named for all. */
    private record Mutation(String file, String name, Set<String> countries, String json) {
        boolean mayTouch(Flow flow) {
            return countries.isEmpty()
                    || countries.contains("EEA")
                    || countries.contains(flow.importer().country())
                    || countries.contains(flow.exporter().country());
        }

        boolean isNoticed() throws Exception {
            Law law = Law.of(LawDataJson.read(
                    wanted -> wanted.equals(file) ? json.getBytes(StandardCharsets.UTF_8) : packaged(wanted)));
            List<CaseFile.Case> touched =
                    cases.stream().filter(c -> mayTouch(c.flow())).toList();
            return CaseReport.of(law, new CaseFile("touched", touched)).failed() > 0;
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
    @DisplayName("a day, a condition, an exclusion or a beneficiary of a European, British or Swiss decision")
    void decisions() throws Exception {
        JsonNode file = MAPPER.readTree(packaged("adequacy.json"));
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i < file.path("decisions").size(); i++) {
            JsonNode decision = file.path("decisions").path(i);
            if (GRANTORS.contains(decision.path("grantor").stringValue())) {
                Set<String> countries = new HashSet<>();
                decision.path("beneficiaries").forEach(country -> countries.add(country.stringValue()));
                Entry entry = new Entry("adequacy.json", file, "/decisions/" + i, name(decision, "id"), countries);
                entry.days(mutations);
                entry.parts(mutations);
            }
        }
        noticed(mutations);
    }

    @Test
    @DisplayName("a day of accession or exit, or of an event that calls for a new assessment")
    void countries() throws Exception {
        JsonNode file = MAPPER.readTree(packaged("countries.json"));
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i < file.path("membership").size(); i++) {
            JsonNode member = file.path("membership").path(i);
            // Who was there before the Directive was to be applied has no first day that a ruling could turn on.
            if (member.path("from").stringValue().compareTo("1998-10-25") > 0 || member.has("to")) {
                new Entry(
                                "countries.json",
                                file,
                                "/membership/" + i,
                                name(member, "iso") + " " + name(member, "from"),
                                Set.of(name(member, "iso")))
                        .days(mutations);
            }
        }
        for (int i = 0; i < file.path("countries").size(); i++) {
            JsonNode events = file.path("countries").path(i).path("events");
            String iso = name(file.path("countries").path(i), "iso");
            for (int e = 0; e < events.size(); e++) {
                if (events.path(e).path("reassess").asBoolean(false)) {
                    new Entry("countries.json", file, "/countries/" + i + "/events/" + e, iso, Set.of(iso))
                            .days(mutations);
                }
            }
        }
        noticed(mutations);
    }

    @Test
    @DisplayName("a day on which an act begins or ends on which rulings turn")
    void acts() throws Exception {
        JsonNode file = MAPPER.readTree(packaged("provisions.json"));
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i < file.path("provisions").size(); i++) {
            String token = name(file.path("provisions").path(i), "token");
            if (TURNING.contains(token)) {
                new Entry("provisions.json", file, "/provisions/" + i, token, Set.of()).days(mutations);
            }
        }
        noticed(mutations);
    }

    private static void noticed(List<Mutation> mutations) throws Exception {
        List<String> unnoticed = new ArrayList<>();
        for (Mutation mutation : mutations) {
            if (!mutation.isNoticed()) {
                unnoticed.add(mutation.name());
            }
        }
        assertThat(mutations).isNotEmpty();
        List<String> expected = mutations.stream()
                .map(Mutation::name)
                .filter(WITHOUT_DIFFERENCE::contains)
                .toList();
        assertThat(unnoticed).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String name(JsonNode entry, String field) {
        return entry.path(field).stringValue();
    }

    /** One entry of a law data file, at that place. */
    private record Entry(String name, JsonNode file, String pointer, String id, Set<String> countries) {
        JsonNode own() {
            return file.at(pointer);
        }

        /** Its days, moved by one. */
        void days(List<Mutation> mutations) {
            for (String field : List.of("from", "to", "date")) {
                if (own().has(field)) {
                    LocalDate day = LocalDate.parse(own().path(field).stringValue());
                    mutations.add(with(
                            field + " a day earlier",
                            e -> e.put(field, day.minusDays(1).toString())));
                    mutations.add(with(
                            field + " a day later",
                            e -> e.put(field, day.plusDays(1).toString())));
                }
            }
        }

        /** A condition on the recipient, an exclusion or a beneficiary of a decision, taken away. */
        void parts(List<Mutation> mutations) {
            for (String field : own().path("requires").propertyNames()) {
                mutations.add(with("without " + field, d -> ((ObjectNode) d.get("requires")).remove(field)));
            }
            for (int i = 0; i < own().path("excludes").size(); i++) {
                int at = i;
                String ref = own().path("excludes").path(i).path("ref").stringValue();
                mutations.add(with(
                        "without the exclusion of " + ref,
                        d -> list(d, "excludes").remove(at)));
            }
            for (int i = 0; i < own().path("beneficiaries").size(); i++) {
                int at = i;
                String country = own().path("beneficiaries").path(i).stringValue();
                mutations.add(
                        with("not for " + country, d -> list(d, "beneficiaries").set(at, "AQ")));
            }
        }

        private static ArrayNode list(ObjectNode decision, String field) {
            return (ArrayNode) decision.get(field);
        }

        private Mutation with(String what, Consumer<ObjectNode> change) {
            JsonNode copy = file.deepCopy();
            change.accept((ObjectNode) copy.at(pointer));
            return new Mutation(name, id + " " + what, countries, copy.toString());
        }
    }

    private static byte[] packaged(String file) throws IOException {
        try (InputStream in = LawDataJson.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes();
        }
    }
}
