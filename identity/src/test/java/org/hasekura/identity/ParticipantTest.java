package org.hasekura.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayName("A participant of the register")
class ParticipantTest {
    private static final Set<String> OWN_SAFEGUARDS =
            Set.of("authority-clauses", "certification", "code-of-conduct", "UK-IDTA", "UK-addendum");

    private static final Instant READ_AT = Instant.parse("2026-11-21T09:00:00Z");
    private static final String TEXT = """
            {"did":"did:web:cells.example.jp","facts":[\
            {"name":"name","value":"Cells (fictitious)","source":"contract 7","from":"2026-01-01","recordedAt":"2026-01-02T00:00:00Z"},\
            {"name":"country","value":"JP","source":"contract 7","from":"2026-01-01","recordedAt":"2026-01-02T00:00:00Z"},\
            {"name":"role","value":"processor","source":"contract 7","from":"2026-01-01","to":"2026-06-30","recordedAt":"2026-01-02T00:00:00Z"},\
            {"name":"role","value":"controller","source":"contract 9","from":"2026-07-01","recordedAt":"2026-06-15T00:00:00Z"},\
            {"name":"subjectTo","value":"APPI","source":"seat","from":"2026-01-01","recordedAt":"2026-01-02T00:00:00Z"},\
            {"name":"subjectTo","value":"GDPR-3(2)","source":"offer page","from":"2026-03-01","recordedAt":"2026-03-02T00:00:00Z"},\
            {"name":"certifiedUnder","value":"APEC-CBPR","source":"public list","from":"2026-01-01","to":"2026-12-31","recordedAt":"2026-01-02T00:00:00Z"}],\
            "safeguards":[{"type":"SCC","attributes":{"module":"1","set":"2021/914","signed":"2026-02-01"},"source":"contract 8","from":"2026-02-01","recordedAt":"2026-02-02T00:00:00Z"}]}""";

    @Test
    @DisplayName("is what was true on the day")
    void onTheDay() {
        Participant participant = read(TEXT);

        ParticipantFacts january = participant.on(LocalDate.parse("2026-01-31"));
        ParticipantFacts november = participant.on(LocalDate.parse("2026-11-21"));

        assertThat(january.role()).contains("processor");
        assertThat(january.subjectTo()).isEqualTo(Set.of("APPI"));
        assertThat(january.safeguards()).isEmpty();
        assertThat(november.role()).contains("controller");
        assertThat(november.country()).contains("JP");
        assertThat(november.name()).contains("Cells (fictitious)");
        assertThat(november.subjectTo()).isEqualTo(Set.of("APPI", "GDPR-3(2)"));
        assertThat(november.certifiedUnder()).isEqualTo(Set.of("APEC-CBPR"));
        assertThat(november.safeguards()).extracting(Safeguard::type).containsExactly("SCC");
        assertThat(november.kind()).isEmpty();
        assertThat(november.relation()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("has a fact from its first to its last day")
    @CsvSource({"2025-12-31, false", "2026-01-01, true", "2026-06-30, true", "2026-07-01, false"})
    void days(LocalDate day, boolean isInForce) {
        assertThat(fact("processor", "2026-01-01", Optional.of(LocalDate.parse("2026-06-30")), READ_AT)
                        .inForceOn(day))
                .isEqualTo(isInForce);
    }

    @Test
    @DisplayName("is known by what was recorded last")
    void correction() {
        Fact first = fact("processor", "2026-01-01", Optional.empty(), READ_AT);
        Fact corrected = fact("controller", "2026-01-01", Optional.empty(), READ_AT.plusSeconds(1));

        assertThat(participant(first, corrected)
                        .on(LocalDate.parse("2026-05-01"))
                        .role())
                .contains("controller");
        assertThat(participant(corrected, first)
                        .on(LocalDate.parse("2026-05-01"))
                        .role())
                .contains("controller");
    }

    @Test
    @DisplayName("is refused with two values that cannot both be true")
    void contradiction() {
        Fact one = fact("processor", "2026-01-01", Optional.empty(), READ_AT);
        Fact other = fact("controller", "2026-03-01", Optional.empty(), READ_AT);

        assertThatThrownBy(() -> participant(one, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "two values of `role` for the same days, `processor` and `controller`, recorded at the same time");
    }

    @Test
    @DisplayName("is written as it is read")
    void written() {
        Participant participant = read(TEXT);

        assertThat(new String(ParticipantJson.write(participant), UTF_8)).isEqualTo(TEXT);
        assertThat(ParticipantJson.read(ParticipantJson.write(List.of(participant)), Admission.PRODUCTION, READ_AT))
                .isEqualTo(new ParticipantJson.Read.Participants(List.of(participant)));
    }

    @Test
    @DisplayName("has the time of reading where no time of recording is written")
    void readAt() {
        Participant participant = read("""
                {"did": "did:web:cells.example.jp", "facts": [
                  {"name": "kind", "value": "business", "source": "s", "from": "2026-01-01"}],
                 "safeguards": [{"type": "appi-consent", "attributes": {"informed": false, "module": 2},
                  "source": "s", "from": "2026-01-01"}]}""");

        assertThat(participant.facts().getFirst().recordedAt()).isEqualTo(READ_AT);
        assertThat(participant.safeguards().getFirst().attributes())
                .isEqualTo(Map.of("informed", "false", "module", "2"));
    }

    @Test
    @DisplayName("is refused with a slip of the pen, naming what was probably meant")
    void slips() {
        String good = "\"value\": \"JP\", \"source\": \"s\", \"from\": \"2026-01-01\"}";
        Map<String, String> wordsByFact = Map.of(
                "{\"name\": \"contry\", " + good,
                "unknown fact `contry`; did you mean `country`?",
                "{\"name\": \"certified_under\", " + good,
                "unknown fact `certified_under`; did you mean `certifiedUnder`?",
                "{\"nam\": \"country\", " + good,
                "unknown member `nam`; did you mean `name`?",
                "{\"name\": \"role\", \"value\": \"Controler\", \"source\": \"s\", \"from\": \"2026-01-01\"}",
                "unknown role `Controler`; did you mean `controller`?",
                "{\"name\": \"country\", \"value\": \"Japan\", \"source\": \"s\", \"from\": \"2026-01-01\"}",
                "country `Japan`; write two capital letters of ISO 3166-1, such as `JP`, or `EPO`",
                "{\"name\": \"country\", \"value\": \"JP\", \"from\": \"2026-01-01\"}",
                "no text `source`",
                "{\"name\": \"country\", \"value\": \"JP\", \"source\": \"s\", \"from\": \"1.1.2026\"}",
                "`1.1.2026` is not a day; write it like `2026-11-21`",
                "{\"name\": \"country\", \"value\": \"JP\", \"source\": \"s\", \"from\": \"2026-01-02\", \"to\": \"2026-01-01\"}",
                "fact `country` ends on 2026-01-01, before 2026-01-02");

        wordsByFact.forEach((fact, words) -> assertThat(
                        refused("{\"did\": \"did:web:cells.example.jp\", \"facts\": [" + fact + "]}"))
                .isEqualTo("participant `did:web:cells.example.jp`: " + words));
        assertThat(refused("{\"did\": \"did:web:cells.example.jp\", \"safeguards\": [{\"type\": \"SSC\"}]}"))
                .isEqualTo("participant `did:web:cells.example.jp`: unknown safeguard `SSC`; did you mean `SCC`?");
        assertThat(refused("{\"did\": \"did:web:cells.example.jp\", \"safeguards\": [{\"type\": \"SCC\", "
                        + "\"attributes\": {\"modul\": 1}}]}"))
                .isEqualTo("participant `did:web:cells.example.jp`: unknown member `modul`; did you mean `module`?");
        assertThat(refused("[{\"did\": \"did:web:cells.example.jp\"}, {\"did\": \"did:web:cells.example.jp\"}]"))
                .isEqualTo("participant `did:web:cells.example.jp` stands there twice");
        assertThat(refused("7")).isEqualTo("not an object with did, facts, safeguards");
    }

    @Test
    @DisplayName("is described by the codes of the law's cases")
    void vocabulary() throws IOException {
        Path cases = Path.of(System.getProperty("hasekura.shared", ""), "law", "cases-dev.json");
        assumeThat(cases).as("the law's cases are not on this machine").exists();
        JsonNode vocabulary =
                StrictJson.MAPPER.readTree(Files.readAllBytes(cases)).path("vocabulary");

        assertThat(codes(vocabulary.path("party.role"))).isEqualTo(PartyVocabulary.ROLES);
        assertThat(codes(vocabulary.path("party.kind"))).isEqualTo(PartyVocabulary.KINDS);
        assertThat(codes(vocabulary.path("importer.relation"))).isEqualTo(PartyVocabulary.RELATIONS);
        // Five tools of Art. 46 and of the United Kingdom have codes of our own; no case uses them.
        assertThat(PartyVocabulary.SAFEGUARD_TYPES)
                .filteredOn(type -> !OWN_SAFEGUARDS.contains(type))
                .containsExactlyInAnyOrderElementsOf(
                        vocabulary.path("safeguard.type").propertyNames());
        // `type` stands beside the attributes, not among them.
        assertThat(codes(vocabulary.path("safeguard.keys")))
                .filteredOn(key -> !key.equals("type"))
                .isEqualTo(PartyVocabulary.SAFEGUARD_ATTRIBUTES.stream()
                        .filter(attribute -> !attribute.equals("bindingCommitments"))
                        .toList());
    }

    private static List<String> codes(JsonNode list) {
        return list.values().stream().map(JsonNode::stringValue).toList();
    }

    private static Participant participant(Fact... facts) {
        return new Participant(Tokens.CELLS, List.of(facts), List.of());
    }

    private static Fact fact(String role, String from, Optional<LocalDate> to, Instant recordedAt) {
        return new Fact(Fact.Name.ROLE, role, "contract 7", LocalDate.parse(from), to, recordedAt);
    }

    private static Participant read(String text) {
        return switch (ParticipantJson.read(text.getBytes(UTF_8), Admission.PRODUCTION, READ_AT)) {
            case ParticipantJson.Read.Participants(List<Participant> participants) -> participants.getFirst();
            case ParticipantJson.Read.Unreadable(String words) -> throw new AssertionError(words);
        };
    }

    private static String refused(String text) {
        return switch (ParticipantJson.read(text.getBytes(UTF_8), Admission.PRODUCTION, READ_AT)) {
            case ParticipantJson.Read.Participants participants -> throw new AssertionError(participants);
            case ParticipantJson.Read.Unreadable(String words) -> words;
        };
    }
}
