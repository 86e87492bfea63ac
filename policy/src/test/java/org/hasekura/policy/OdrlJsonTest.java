package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("OdrlJson")
class OdrlJsonTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static final Terms TERMS = new Terms(
            List.of(new Permission(
                    Action.USE,
                    List.of(
                            Constraint.Atomic.of("purpose", Operator.IS_ANY_OF, "customer-service", "general"),
                            new Constraint.Logical(
                                    Constraint.Join.OR,
                                    List.of(
                                            Constraint.Atomic.of("spatial", Operator.EQ, "JP"),
                                            Constraint.Atomic.of("dateTime", Operator.LTEQ, "2027-12-31")))),
                    List.of(Duty.of("attribute")))),
            List.of(Prohibition.of(Action.DISTRIBUTE)),
            List.of(new Duty(
                    new Action(Duty.LAW + "SR:4"),
                    List.of(Constraint.Atomic.of("dateTime", Operator.LTEQ, "2028-01-31")))));

    private static final MessageOffer OFFER = new MessageOffer(
            new Offer("urn:uuid:1b0f0f9e-6a2b-4a5e-9a55-52d1b0f3a001", TERMS),
            "service-contacts",
            Optional.of("did:web:werk.example"),
            Optional.empty());

    private static final Agreement AGREEMENT = new Agreement(
            "urn:uuid:a",
            "service-contacts",
            "did:web:werk.example",
            "did:web:denchi.example",
            Instant.parse("2026-11-21T22:41:07.123456789Z"),
            TERMS);

    @Test
    @DisplayName("reads the golden offer and writes it again to the letter")
    void goldenBothWays() throws IOException {
        try (InputStream golden = Objects.requireNonNull(OdrlJsonTest.class.getResourceAsStream("offer.json"))) {
            String text = new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(OdrlJson.messageOffer(MAPPER.readTree(text), "offer")).isEqualTo(new Reading.Read<>(OFFER));
            assertThat(OdrlJson.write(OFFER).toPrettyString()).isEqualTo(text);
        }
    }

    @Test
    @DisplayName("shows an offer in a catalog without target and leaves out what is empty")
    void catalogForm() {
        Offer offer = new Offer("open", Terms.permitting(Permission.use()));
        assertThat(OdrlJson.write(offer).toString())
                .isEqualTo("{\"@id\":\"open\",\"@type\":\"Offer\",\"permission\":[{\"action\":\"use\"}]}");
        assertThat(OdrlJson.catalogOffer(OdrlJson.write(offer), "offer")).isEqualTo(new Reading.Read<>(offer));
    }

    @Test
    @DisplayName("says until when a duty binds in a property of our own, and takes it from others in one language, too")
    void untilWhen() {
        Duty duty = new Duty(
                new Action(Duty.LAW + "SR:4"), List.of(), Optional.of(new Duty.Until("as long as held", "保有する間")));
        Terms terms = Terms.permitting(Permission.use()).obliging(List.of(duty));
        String json = OdrlJson.write(terms).toString();
        assertThat(json)
                .contains("\"obligation\":[{\"action\":\"urn:hasekura:duty:SR:4\",\"urn:hasekura:until\":["
                        + "{\"@language\":\"en\",\"@value\":\"as long as held\"},"
                        + "{\"@language\":\"ja\",\"@value\":\"保有する間\"}]}]");
        assertThat(termsIn(json)).isEqualTo(new Reading.Read<>(terms));
        String japanese = json.replace("{\"@language\":\"en\",\"@value\":\"as long as held\"},", "");
        assertThat(termsIn(japanese))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(((Terms) read.value())
                                        .obligations()
                                        .getFirst()
                                        .until())
                                .contains(new Duty.Until("保有する間", "保有する間")));
        String wrong = json.replace("\"as long as held\"", "{}");
        assertThat(termsIn(wrong))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.path()).startsWith("terms.obligation[0].urn:hasekura:until"));
    }

    private static Reading<Terms> termsIn(String json) {
        return OdrlJson.terms(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("an agreement has one hash on both sides, however its JSON was spelled on the way")
    void oneHash() {
        byte[] wire = OdrlJson.write(AGREEMENT).toPrettyString().getBytes(StandardCharsets.UTF_8);
        Agreement received = read(OdrlJson.agreement(wire));
        assertThat(received).isEqualTo(AGREEMENT);
        assertThat(OdrlJson.sha256(received))
                .isEqualTo(OdrlJson.sha256(AGREEMENT))
                .matches("[0-9a-f]{64}");

        String respelled = new String(wire, StandardCharsets.UTF_8)
                .replace("\"permission\"", "\"odrl:permission\"")
                .replace("\"isAnyOf\"", "{\"@id\":\"http://www.w3.org/ns/odrl/2/isAnyOf\"}")
                .replace("\"2028-01-31\"", "{\"@value\":\"2028-01-31\",\"@type\":\"xsd:date\"}");
        assertThat(read(OdrlJson.agreement(respelled.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(AGREEMENT);
    }

    @Test
    @DisplayName("the canonical form has sorted members and no space")
    void canonical() {
        Agreement agreement = new Agreement(
                "a", "東京\"", "p", "c", Instant.parse("2026-01-02T03:04:05Z"), Terms.permitting(Permission.use()));
        assertThat(new String(OdrlJson.canonical(agreement), StandardCharsets.UTF_8))
                .isEqualTo("{\"@id\":\"a\",\"@type\":\"Agreement\",\"assignee\":\"c\",\"assigner\":\"p\","
                        + "\"permission\":[{\"action\":\"use\"}],\"target\":\"東京\\\"\","
                        + "\"timestamp\":\"2026-01-02T03:04:05Z\"}");
    }

    @Test
    @DisplayName("an agreement without timestamp is made when it came, where the caller says so, and else refused")
    void timestamp() {
        var node = OdrlJson.write(AGREEMENT);
        node.remove("timestamp");
        Instant came = Instant.parse("2026-11-22T00:00:00Z");
        assertThat(read(OdrlJson.agreement(node, "agreement", came)).timestamp())
                .isEqualTo(came);
        assertThat(refusal(OdrlJson.agreement(node, "agreement"))).startsWith("agreement.timestamp: is missing");
        node.put("timestamp", "2026-11-22T09:00:00+09:00");
        assertThat(read(OdrlJson.agreement(node, "agreement")).timestamp()).isEqualTo(came);
        node.put("timestamp", "yesterday");
        assertThat(refusal(OdrlJson.agreement(node, "agreement")))
                .isEqualTo("agreement.timestamp: is `yesterday`, no date and time like `2026-11-21T22:41:00Z`");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("reads the right side as")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'a'                              | a",
                "{'@id':'urn:x'}                  | urn:x",
                "{'@value':'2027-12-31'}          | 2027-12-31",
                "['a',{'@value':'b'},3]           | a,b,3",
                "{'@list':['a','b']}              | a,b",
                "12.5                             | 12.5",
                "true                             | true",
            })
    void rightOperands(String json, String values) {
        Terms terms =
                read(OdrlJson.terms(terms("{'leftOperand':'x','operator':'odrl:eq','rightOperand':" + json + "}")));
        assertThat(terms.permissions().getFirst().constraints())
                .containsExactly(Constraint.Atomic.of("x", Operator.EQ, values.split(",")));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("refuses, with path and words,")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'leftOperand':'x','operator':'equ','rightOperand':'a'}"
                        + "| .operator: names an unknown operator `equ`; did you mean `eq`?",
                "{'leftOperand':'x','operator':'eq'}              | .rightOperand: is missing: say what to compare with",
                "{'leftOperand':'x','operator':'eq','rightOperand':[]}"
                        + "| .rightOperand: takes 1 to 256 values, has 0",
                "{'leftOperand':'x','operator':'eq','rightOperand':{}}  | .rightOperand: must be a string",
                "{'operator':'eq','rightOperand':'a'}             | .leftOperand: is missing",
                "{'leftOperand':4,'operator':'eq','rightOperand':'a'}   | .leftOperand: must be a string",
                "{'and':[]}                                       | .and: needs at least one constraint",
                "{'and':'x'}                                      | .and: must be an array of objects",
                "{'or':[{'leftOperand':'x','operator':'eq','rightOperand':'a'},{}]}  | .or[1].leftOperand: is missing",
                "{'or':[{}],'and':[{}]} | : must be one comparison or one of `and`, `andSequence`, `or`, `xone`, not several",
                "{'leftOperand':'x','operator':'eq','rightOperand':'a','refinement':[{}]}"
                        + "| .refinement: is not understood here; say it without",
                "'purpose'                                        | : must be an object",
            })
    void refusals(String constraint, String words) {
        assertThat(refusal(
                        OdrlJson.terms(terms("{'leftOperand':'x','operator':'eq','rightOperand':'a'}," + constraint))))
                .isEqualTo("terms.permission[0].constraint[1]" + words);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("refuses an offer")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'@id':'o','@type':'Offer'}                       | offer: needs at least one permission or prohibition",
                "{'@id':'o','@type':'Offer','permission':[]}       | offer: needs at least one permission or prohibition",
                "{'@type':'Offer','permission':[{'action':'use'}]} | offer.@id: is missing",
                "{'@id':'o','@type':'Set','permission':[{'action':'use'}]}  | offer.@type: must be `Offer`, is `\"Set\"`",
                "{'@id':'o','permission':[{'action':{}}]}          | offer.permission[0].action: must be a string",
                "{'@id':'o','permission':[{}]}                     | offer.permission[0].action: is missing",
                "{'@id':'o','permission':[{'action':'use'}],'odrl:permission':[{'action':'use'}]}"
                        + "| offer.permission: stands twice, under a short and a long name",
                "{'@id':'o','prohibition':[{'action':'use','remedy':[{'action':'inform','consequence':[{'action':'delete'}]}]}]}"
                        + "| offer.prohibition[0].remedy[0].consequence: stands in a consequence or a remedy, which has none of its own",
                "{'@id':'o','permission':[{'action':'use','assignee':'did:web:a'}]}"
                        + "| offer.permission[0].assignee: is not understood here; say it without",
                "{'@id':'o','conflict':'odrl:perm','permission':[{'action':'use'}]}"
                        + "| offer.conflict: is `perm`, which is not understood here: a prohibition goes before a permission",
                "{'@id':'o\\u0000','permission':[{'action':'use'}]} | offer.@id: has a control character or half a character in it",
                "{'@id':'o\\ud800','permission':[{'action':'use'}]} | offer.@id: has a control character or half a character in it",
                "[]                                                | offer: must be an object",
            })
    void offers(String offer, String words) {
        assertThat(refusal(OdrlJson.catalogOffer(bytes(offer)))).isEqualTo(words);
    }

    @Test
    @DisplayName("an offer in a message names its type and its target")
    void messageForm() {
        JsonNode untyped = MAPPER.readTree(bytes("{'@id':'o','target':'d','permission':[{'action':'use'}]}"));
        assertThat(refusal(OdrlJson.messageOffer(untyped, "offer"))).startsWith("offer.@type: is missing");
        JsonNode aimless = MAPPER.readTree(bytes("{'@id':'o','@type':'Offer','permission':[{'action':'use'}]}"));
        assertThat(refusal(OdrlJson.messageOffer(aimless, "offer"))).isEqualTo("offer.target: is missing");
    }

    @Test
    @DisplayName("refuses what is too long, too deep, too many, doubled or not JSON, without an exception")
    void limits() {
        assertThat(refusal(OdrlJson.terms(new byte[OdrlJson.BYTES_MAX + 1]))).contains("at most 262144 are read");
        assertThat(refusal(OdrlJson.terms(bytes("{'permission':1,'permission':2}"))))
                .contains("Duplicate");
        assertThat(refusal(OdrlJson.terms(bytes("{")))).startsWith("terms: is not acceptable as JSON");
        assertThat(refusal(OdrlJson.terms(bytes("")))).isEqualTo("terms: must be an object");
        String many = "{'action':'use'},".repeat(1_001);
        assertThat(refusal(OdrlJson.terms(bytes("{'permission':[" + many.substring(0, many.length() - 1) + "]}"))))
                .contains("more than 1000 rules");
        String deep = "{'and':[".repeat(9) + "{'leftOperand':'x','operator':'eq','rightOperand':'a'}" + "]}".repeat(9);
        assertThat(refusal(OdrlJson.terms(terms(deep)))).contains("constraints more than 8 deep");
        String deeper = "{'and':[".repeat(500) + "]}".repeat(500);
        assertThat(refusal(OdrlJson.terms(terms(deeper)))).contains("not acceptable as JSON");
        assertThat(refusal(OdrlJson.terms(bytes("{'permission':[{'action':'" + "a".repeat(513) + "'}]}"))))
                .isEqualTo("terms.permission[0].action: takes 1 to 512 characters, has 513");
    }

    @Test
    @DisplayName("ignores members it does not know")
    void unknownMembers() {
        assertThat(read(OdrlJson.terms(bytes("{'profile':'x','permission':[{'action':'use','target':'d'}],'y':{}}"))))
                .isEqualTo(Terms.permitting(Permission.use()));
    }

    private static byte[] terms(String constraints) {
        return bytes("{'permission':[{'action':'use','constraint':[" + constraints + "]}]}");
    }

    /** JSON with single quotes, so that it can be read here. */
    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static <T> T read(Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T>(T value) -> value;
            case Reading.Refused<T> refused -> throw new AssertionError(refused.sentence());
        };
    }

    private static String refusal(Reading<?> reading) {
        return switch (reading) {
            case Reading.Read<?>(Object value) -> throw new AssertionError("was read: " + value);
            case Reading.Refused<?>(String path, String words) -> path + ": " + words;
        };
    }
}
