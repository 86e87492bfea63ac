package org.hasekura.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.hasekura.policy.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("requests for a catalog")
class CatalogRequestsTest {

    private static final String PLAIN = CatalogJson.writeRequest();

    private final CatalogRequests requests = new CatalogRequests(10_000);

    private static byte[] filtered(String text) {
        return PLAIN.replace("}", ",\"filter\":{\"text\":\"" + text + "\"}}").getBytes(UTF_8);
    }

    @Test
    @DisplayName("are the same whether they were read before or not")
    void remembered() {
        for (int times = 0; times < 2; times++) {
            for (byte[] body : new byte[][] {PLAIN.getBytes(UTF_8), filtered("風速"), filtered("é")}) {
                assertThat(requests.read(body)).isEqualTo(CatalogJson.readRequest(body, 10_000));
            }
        }
        assertThat(requests.kept()).isEqualTo(3);
    }

    @Test
    @DisplayName("are not remembered where they are refused or long, and never more than a few")
    void bounded() {
        assertThat(requests.read("{".getBytes(UTF_8))).isInstanceOf(Reading.Refused.class);
        assertThat(requests.read((PLAIN + " ".repeat(3_000)).getBytes(UTF_8))).isInstanceOf(Reading.Read.class);
        assertThat(requests.kept()).isZero();
        for (int i = 0; i < 200; i++) {
            assertThat(requests.read(filtered("word" + i))).isInstanceOf(Reading.Read.class);
        }
        assertThat(requests.kept()).isEqualTo(64);
    }
}
