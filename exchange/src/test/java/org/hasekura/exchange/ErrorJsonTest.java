package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.Samples.MAX;
import static org.hasekura.exchange.Samples.PIDS;
import static org.hasekura.exchange.Samples.refusal;
import static org.hasekura.exchange.Samples.text;
import static org.hasekura.exchange.Samples.utf8;
import static org.hasekura.exchange.Samples.value;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Error answers as JSON")
class ErrorJsonTest {

    @Test
    @DisplayName("are written with what there is to tell, and read back")
    void roundTrip() {
        DspError catalog = DspError.of(DspError.Kind.CATALOG, Reason.of("404", "no such dataset"));
        DspError negotiation = DspError.of(DspError.Kind.NEGOTIATION, PIDS, Reason.of("400"));

        assertThat(text(ErrorJson.write(catalog)))
                .isEqualTo("{\"@context\":[\"https://w3id.org/dspace/2025/1/context.jsonld\"],"
                        + "\"@type\":\"CatalogError\",\"code\":\"404\",\"reason\":[\"no such dataset\"]}");
        assertThat(text(ErrorJson.write(negotiation))).contains("providerPid").doesNotContain("reason");
        assertThat(value(ErrorJson.read(ErrorJson.write(catalog), MAX))).isEqualTo(catalog);
        assertThat(value(ErrorJson.read(ErrorJson.write(negotiation), MAX))).isEqualTo(negotiation);
    }

    @Test
    @DisplayName("of a peer are read without context and pids, whatever the code is made of")
    void lenient() {
        assertThat(value(ErrorJson.read(utf8("{\"@type\":\"TransferError\",\"code\":409,\"reason\":[\"busy\"]}"), MAX)))
                .isEqualTo(new DspError(DspError.Kind.TRANSFER, Optional.empty(), Optional.of("409"), List.of("busy")));
        assertThat(refusal(ErrorJson.read(utf8("{\"@type\":\"Error\"}"), MAX)))
                .isEqualTo(
                        "`@type` is `Error`; expected `CatalogError`, `ContractNegotiationError` or `TransferError`");
        assertThat(refusal(ErrorJson.read(utf8("<html>"), MAX))).startsWith("`body` is not JSON within the limits");
    }
}
