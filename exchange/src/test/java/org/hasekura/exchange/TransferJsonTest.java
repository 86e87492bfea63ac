package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.Samples.MAX;
import static org.hasekura.exchange.Samples.PIDS;
import static org.hasekura.exchange.Samples.refusal;
import static org.hasekura.exchange.Samples.text;
import static org.hasekura.exchange.Samples.utf8;
import static org.hasekura.exchange.Samples.value;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.hasekura.policy.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Transfer messages as JSON (DSP 2025-1 schemas)")
class TransferJsonTest {

    private static final String KIT = """
            {"@id":"36e7","@type":"TransferRequestMessage","consumerPid":"8306","agreementId":"ATP0101",
            "format":"HttpData-PULL","callbackAddress":"http://localhost:8083",
            "@context":["https://w3id.org/dspace/2025/1/context.jsonld"]}""";

    private static Reading<TransferMessage> read(String json) {
        return TransferJson.read(utf8(json), MAX);
    }

    @Test
    @DisplayName("read the kit's request")
    void kit() {
        assertThat(value(read(KIT)))
                .isEqualTo(new TransferMessage.Request(
                        "8306", "ATP0101", "HttpData-PULL", URI.create("http://localhost:8083"), Optional.empty()));
    }

    @Test
    @DisplayName("each read back as they were written, whatever its kind")
    void roundTrip() {
        assertThat(Samples.TRANSFER)
                .allSatisfy(each ->
                        assertThat(value(read(TransferJson.write(each)))).isEqualTo(each));
        TransferMessage bare = new TransferMessage.Start(
                PIDS, Optional.of(new DataAddress("urn:nothing", Optional.empty(), Map.of())));
        assertThat(value(read(TransferJson.write(bare)))).isEqualTo(bare);
    }

    @Test
    @DisplayName("tell by its context that the sender is one of Eclipse Dataspace Components, which waits for a start")
    void awaitsStart() {
        var start = new TransferMessage.Start(PIDS, Optional.empty());
        String edc = TransferJson.write(start)
                .replace("context.jsonld\"", "context.jsonld\",\"https://w3id.org/edc/dspace/v0.0.1\"");
        assertThat(value(read(edc))).isEqualTo(new TransferMessage.Start(PIDS, Optional.empty(), true));
        assertThat(value(read(TransferJson.write(start)))).isEqualTo(start);
    }

    @Test
    @DisplayName("read the data address of Eclipse Dataspace Components, whose properties have full names")
    void edc() {
        String properties = edcProperty("endpoint", "http://localhost:1/public") + ","
                + edcProperty("authType", "bearer") + "," + edcProperty("authorization", "token");
        String bare = TransferJson.write(new TransferMessage.Start(
                PIDS, Optional.of(new DataAddress("https://w3id.org/idsa/v4.1/HTTP", Optional.empty(), Map.of()))));
        assertThat(value(read(bare.replace("/HTTP\"", "/HTTP\",\"endpointProperties\":[" + properties + "]"))))
                .isEqualTo(new TransferMessage.Start(
                        PIDS,
                        Optional.of(new DataAddress(
                                "https://w3id.org/idsa/v4.1/HTTP",
                                Optional.of("http://localhost:1/public"),
                                Map.of(
                                        "endpoint", "http://localhost:1/public",
                                        "authType", "bearer",
                                        "authorization", "token")))));
    }

    private static String edcProperty(String name, String value) {
        return "{\"@type\":\"EndpointProperty\",\"name\":\"https://w3id.org/edc/v0.0.1/ns/" + name + "\",\"value\":\""
                + value + "\"}";
    }

    @Test
    @DisplayName("are written as schema and kit demand: properties in order, nothing empty")
    void written() {
        assertThat(Samples.TRANSFER.stream().map(TransferJson::write).map(TransferJsonTest::shortened))
                .containsExactly("""
                {CTX,"@type":"TransferRequestMessage","consumerPid":"urn:uuid:41c2","agreementId":"urn:uuid:77aa","format":"HttpData-PULL","callbackAddress":"https://buyer.example/dsp/2025-1"}""", """
                {CTX,"@type":"TransferStartMessage",PIDS,"dataAddress":{"@type":"DataAddress","endpointType":"https://w3id.org/idsa/v4.1/HTTP","endpoint":"https://maker.example/data/1","endpointProperties":[{"@type":"EndpointProperty","name":"authType","value":"bearer"},{"@type":"EndpointProperty","name":"authorization","value":"token"}]}}""", """
                {CTX,"@type":"TransferSuspensionMessage",PIDS,"reason":["maintenance"]}""", """
                {CTX,"@type":"TransferCompletionMessage",PIDS}""", """
                {CTX,"@type":"TransferTerminationMessage",PIDS,"code":"stop"}""");
    }

    private static String shortened(String json) {
        return json.replace("\"@context\":[\"" + DspJson.CONTEXT + "\"]", "CTX")
                .replace("\"providerPid\":\"urn:uuid:8d0f\",\"consumerPid\":\"urn:uuid:41c2\"", "PIDS");
    }

    @ParameterizedTest(name = "{0} for {1}")
    @DisplayName("are refused with the place and what is expected")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "TransferStartMessage"   | "TransferBeginMessage" | `@type` is `TransferBeginMessage`; expected the name of a transfer message, such as `TransferRequestMessage`
            "DataAddress"            | "Address"              | `dataAddress.@type` is `Address`; expected `DataAddress`
            "endpointType"           | "type"                 | `dataAddress.endpointType` is missing; expected a text
            "value":"token"          | "value":7              | `dataAddress.endpointProperties[1].value` is not a text; expected `"..."`
            "name":"authType"        | "name":"authorization" | `dataAddress.endpointProperties[1].name` is `authorization` a second time; expected it once
            "EndpointProperty"       | "Property"             | `dataAddress.endpointProperties[0].@type` is `Property`; expected `EndpointProperty`
            "endpointProperties":[   | "endpointProperties":[7, | `dataAddress.endpointProperties[0]` is not a JSON object; expected `{...}`
            "dataAddress":{          | "dataAddress":7,"x":{  | `dataAddress` is not a JSON object; expected `{...}`
            """)
    void refused(String part, String instead, String sentence) {
        assertThat(refusal(read(TransferJson.write(Samples.TRANSFER.get(1)).replace(part, instead))))
                .isEqualTo(sentence);
    }

    @Test
    @DisplayName("are acknowledged by a view with pids and state")
    void view() {
        byte[] view = TransferJson.writeView(PIDS, TransferState.STARTED);

        assertThat(shortened(text(view))).isEqualTo("{CTX,\"@type\":\"TransferProcess\",PIDS,\"state\":\"STARTED\"}");
        assertThat(value(TransferJson.readView(view, MAX))).isEqualTo(new Reported<>(PIDS, TransferState.STARTED));
        String expanded = text(view).replace("STARTED", DspJson.NAMESPACE + "STARTED");
        assertThat(value(TransferJson.readView(utf8(expanded), MAX)).state()).isEqualTo(TransferState.STARTED);
        assertThat(refusal(NegotiationJson.readView(view, MAX)))
                .isEqualTo("`@type` is `TransferProcess`; expected `ContractNegotiation`");
    }

    @Test
    @DisplayName("leave out a pid that is not known yet")
    void halfKnown() {
        assertThat(text(TransferJson.writeView(new Pids("", "urn:uuid:41c2"), TransferState.REQUESTED)))
                .doesNotContain("providerPid");
    }
}
