package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.Samples.MAX;
import static org.hasekura.exchange.Samples.PIDS;
import static org.hasekura.exchange.Samples.refusal;
import static org.hasekura.exchange.Samples.text;
import static org.hasekura.exchange.Samples.utf8;
import static org.hasekura.exchange.Samples.value;

import java.net.URI;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Reading;
import org.hasekura.policy.Terms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Negotiation messages as JSON (DSP 2025-1 schemas)")
class NegotiationJsonTest {

    /** As the conformance kit sends it: an id on the message, the context last. */
    private static final String KIT = """
            {"@id":"cf00","@type":"ContractRequestMessage","consumerPid":"fca9","offer":{"@id":"CD123:ACN0101:456",
            "target":"ACN0101","@type":"Offer","permission":[{"action":"use"}]},
            "callbackAddress":"http://localhost:8083","@context":["https://w3id.org/dspace/2025/1/context.jsonld"]}""";

    private static final String VERIFIED = """
            {"@context":["https://w3id.org/dspace/2025/1/context.jsonld"],"@type":"ContractAgreementVerificationMessage",\
            "providerPid":"urn:uuid:8d0f","consumerPid":"urn:uuid:41c2"}""";

    private static Reading<NegotiationMessage> read(String json) {
        return NegotiationJson.read(utf8(json), MAX);
    }

    @Test
    @DisplayName("read the kit's request")
    void kit() {
        NegotiationMessage.Request request = (NegotiationMessage.Request) value(read(KIT));

        assertThat(request.consumerPid()).isEqualTo("fca9");
        assertThat(request.callback()).isEqualTo(URI.create("http://localhost:8083"));
        assertThat(request.target()).isEqualTo("ACN0101");
        assertThat(request.offer().id()).isEqualTo("CD123:ACN0101:456");
        assertThat(request.offer().terms()).isEqualTo(Terms.permitting(Permission.use()));
    }

    @Test
    @DisplayName("each read back as they were written, whatever its kind")
    void roundTrip() {
        assertThat(Samples.NEGOTIATION)
                .allSatisfy(each ->
                        assertThat(value(read(NegotiationJson.write(each)))).isEqualTo(each));
    }

    @Test
    @DisplayName("are written as schema and kit demand")
    void written() {
        assertThat(Samples.NEGOTIATION.stream().map(NegotiationJson::write).map(NegotiationJsonTest::shortened))
                .containsExactly("""
                {CTX,"@type":"ContractRequestMessage","consumerPid":"urn:uuid:41c2","callbackAddress":"https://buyer.example/dsp/2025-1","offer":{"@id":"offer-1","@type":"Offer","target":"register",TERMS}}""", """
                {CTX,"@type":"ContractRequestMessage","providerPid":"urn:uuid:8d0f","consumerPid":"urn:uuid:41c2","offer":{"@id":"offer-1","@type":"Offer","target":"register",TERMS}}""", """
                {CTX,"@type":"ContractOfferMessage","providerPid":"urn:uuid:8d0f","callbackAddress":"https://buyer.example/dsp/2025-1","offer":{"@id":"offer-1","@type":"Offer","target":"register",TERMS}}""", """
                {CTX,"@type":"ContractOfferMessage","providerPid":"urn:uuid:8d0f","consumerPid":"urn:uuid:41c2","offer":{"@id":"offer-1","@type":"Offer","target":"register",TERMS}}""", """
                {CTX,"@type":"ContractNegotiationEventMessage","providerPid":"urn:uuid:8d0f","consumerPid":"urn:uuid:41c2","eventType":"ACCEPTED"}""", """
                {CTX,"@type":"ContractAgreementMessage","providerPid":"urn:uuid:8d0f","consumerPid":"urn:uuid:41c2","agreement":{"@id":"urn:uuid:77aa","@type":"Agreement","target":"register","assigner":"did:web:maker.example","assignee":"did:web:buyer.example","timestamp":"2026-11-21T12:00:00Z",TERMS}}""", """
                {CTX,"@type":"ContractAgreementVerificationMessage","providerPid":"urn:uuid:8d0f","consumerPid":"urn:uuid:41c2"}""", """
                {CTX,"@type":"ContractNegotiationEventMessage","providerPid":"urn:uuid:8d0f","consumerPid":"urn:uuid:41c2","eventType":"FINALIZED"}""", """
                {CTX,"@type":"ContractNegotiationTerminationMessage","providerPid":"urn:uuid:8d0f","consumerPid":"urn:uuid:41c2","code":"law","reason":["no ground","根拠がない"]}""");
    }

    private static String shortened(String json) {
        return json.replace("\"@context\":[\"" + DspJson.CONTEXT + "\"]", "CTX")
                .replaceAll("\"permission\":.*\"obligation\":\\[\\{[^}]*}]", "TERMS");
    }

    @Test
    @DisplayName("take expanded types, further contexts and unknown properties")
    void lenient() {
        String expanded = VERIFIED.replace("\"@type\":\"", "\"@type\":\"https://w3id.org/dspace/2025/1/")
                .replace("jsonld\"]", "jsonld\",\"https://other.example/context\",{\"x\":\"urn:x\"}]")
                .replace("}", ",\"x:note\":{\"deep\":[1,2,{\"er\":null}]}}");

        assertThat(value(read(expanded))).isEqualTo(new NegotiationMessage.Verified(PIDS));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @DisplayName("are refused with the place and what is expected")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"@context"                          | {"@ctx"                          | `@context` is missing; expected an array that contains `https://w3id.org/dspace/2025/1/context.jsonld`
            ["https://w3id.org/dspace/2025/1/context.jsonld"] | "https://w3id.org/dspace/2025/1/context.jsonld" | `@context` is not an array; expected `[...]`
            /2025/1/context                      | /2024/1/context                  | `@context` does not contain `https://w3id.org/dspace/2025/1/context.jsonld`
            ContractAgreementVerificationMessage | dspace:Verification              | `@type` is `dspace:Verification`; expected the name of a negotiation message, such as `ContractRequestMessage`
            "ContractAgreementVerificationMessage" | ["ContractAgreementVerificationMessage"] | `@type` is not a text; expected `"..."`
            "providerPid"                        | "pid"                            | `providerPid` is missing; expected a text
            "urn:uuid:8d0f"                      | null                             | `providerPid` is missing; expected a text
            "urn:uuid:8d0f"                      | "  "                             | `providerPid` is blank; expected a text
            "urn:uuid:8d0f"                      | 7                                | `providerPid` is not a text; expected `"..."`
            urn:uuid:8d0f                        | ../request                       | `providerPid` is `../request`; expected an IRI or UUID of at most 256 characters, without `/` and white space
            urn:uuid:8d0f                        | ..                               | `providerPid` is `..`; expected an IRI or UUID of at most 256 characters, without `/` and white space
            urn:uuid:8d0f                        | a\\u0000b                        | `providerPid` contains NUL or half a surrogate pair; expected Unicode text
            urn:uuid:8d0f                        | a\\ud800b                        | `providerPid` contains NUL or half a surrogate pair; expected Unicode text
            """)
    void refused(String part, String instead, String sentence) {
        assertThat(refusal(read(VERIFIED.replace(part, instead)))).isEqualTo(sentence);
    }

    @Test
    @DisplayName("are refused where they both open a negotiation and go on with one, or neither")
    void either() {
        assertThat(refusal(read(KIT.replace("\"consumerPid\"", "\"providerPid\":\"x\",\"consumerPid\""))))
                .isEqualTo("`callbackAddress` and `providerPid` are both there; expected `callbackAddress` to open a"
                        + " negotiation or `providerPid` to go on with one");
        assertThat(refusal(read(KIT.replace("callbackAddress", "callback"))))
                .startsWith("`callbackAddress` and `providerPid` are both missing");
        assertThat(refusal(read(KIT.replace("RequestMessage", "OfferMessage"))))
                .startsWith("`callbackAddress` and `consumerPid` are both there");
    }

    @ParameterizedTest
    @DisplayName("are refused where the callback is no plain http or https address")
    @CsvSource({
        "localhost:8083",
        "/negotiations",
        "ftp://a.example",
        "http://",
        "https://user@a.example",
        "https://a.example?x=1",
        "https://a.example#x",
        "https:a.example",
        "http://a b.example",
        "https://a.example:99999"
    })
    void callback(String address) {
        assertThat(refusal(read(KIT.replace("http://localhost:8083", address))))
                .isEqualTo("`callbackAddress` is `" + address + "`; expected an absolute http or https address with a"
                        + " host, without user, query and fragment");
    }

    @Test
    @DisplayName("pass on what the policy room refuses, with the path inside the message")
    void policy() {
        assertThat(refusal(read(KIT.replace("\"target\"", "\"aim\"")))).startsWith("`offer.target`");
        assertThat(refusal(read(KIT.replace("{\"action\":\"use\"}", "{\"action\":7}"))))
                .startsWith("`offer.permission[0].action`");
        assertThat(refusal(read(KIT.replace("\"permission\":[{\"action\":\"use\"}]", "\"permission\":[]"))))
                .startsWith("`offer`");
    }

    @Test
    @DisplayName("are refused beyond the limits: bytes, nesting, twice the same key, more behind the end")
    void limits() {
        assertThat(refusal(NegotiationJson.read(utf8(KIT), 100)))
                .isEqualTo("`body` has " + KIT.length() + " bytes; at most 100 are taken here");
        assertThat(refusal(NegotiationJson.read(new byte[0], MAX)))
                .isEqualTo("`body` is empty; expected a JSON object");
        assertThat(refusal(read("[" + VERIFIED + "]"))).isEqualTo("`body` is not a JSON object; expected `{...}`");
        assertThat(refusal(read(VERIFIED.replace("}", ",\"x\":" + "[".repeat(32) + "]".repeat(32) + "}"))))
                .startsWith("`body` is not JSON within the limits: `Document nesting depth (33)");
        assertThat(refusal(read(VERIFIED.replace("}", ",\"providerPid\":\"x\"}"))))
                .startsWith("`body` is not JSON within the limits: `Duplicate Object property \"providerPid\"");
        assertThat(refusal(read(VERIFIED + "{}"))).startsWith("`body` is not JSON within the limits");
        assertThat(refusal(read(VERIFIED.replace("}", ",\"reason\":[" + "1,".repeat(10_000) + "1]}"))))
                .isEqualTo("`reason` has 10001 members; at most 10000 are taken");
    }

    @Test
    @DisplayName("tell the place of a syntax error without repeating the input")
    void syntax() {
        assertThat(refusal(read("{\"authorization\":\"secret\",}")))
                .startsWith("`body` is not JSON within the limits: ")
                .contains("line 1, column")
                .doesNotContain("secret");
    }

    @Test
    @DisplayName("that terminate may give reasons that are not texts")
    void reasons() {
        String terminated = VERIFIED.replace(
                        "ContractAgreementVerificationMessage", "ContractNegotiationTerminationMessage")
                .replace("}", ",\"reason\":[{\"@value\":\"no\"},\"never\"]}");

        assertThat(((NegotiationMessage.Terminated) value(read(terminated))).reasons())
                .containsExactly("{\"@value\":\"no\"}", "never");
    }

    @Test
    @DisplayName("are acknowledged by a view with pids and state")
    void view() {
        byte[] view = NegotiationJson.writeView(PIDS, NegotiationState.AGREED);

        assertThat(shortened(text(view)))
                .isEqualTo("{CTX,\"@type\":\"ContractNegotiation\",\"providerPid\":\"urn:uuid:8d0f\","
                        + "\"consumerPid\":\"urn:uuid:41c2\",\"state\":\"AGREED\"}");
        assertThat(value(NegotiationJson.readView(view, MAX))).isEqualTo(new Reported<>(PIDS, NegotiationState.AGREED));
        assertThat(refusal(NegotiationJson.readView(utf8(text(view).replace("AGREED", "DONE")), MAX)))
                .isEqualTo("`state` is `DONE`; expected one of [REQUESTED, OFFERED, ACCEPTED, AGREED, VERIFIED,"
                        + " FINALIZED, TERMINATED]");
    }
}
