package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Fetches the bytes of a transfer by hand, where the node's own fetching would hide what happens on the way. */
final class Download {

    private Download() {}

    /** The request for the bytes that a transfer's data address names. */
    static HttpRequest.Builder request(JsonNode address) {
        return HttpRequest.newBuilder(URI.create(address.path("endpoint").asString()))
                .timeout(Duration.ofSeconds(30))
                .header(
                        "Authorization",
                        "Bearer " + address.path("authorization").asString());
    }

    /** Everything until the end, or until the connection ends. */
    static void takeWhatComes(InputStream in, ByteArrayOutputStream got) {
        byte[] piece = new byte[65_536];
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                got.write(piece, 0, read);
            }
        } catch (IOException cut) {
            // That the connection ends is what was asked for.
            assertThat(cut).isNotNull();
        }
    }
}
