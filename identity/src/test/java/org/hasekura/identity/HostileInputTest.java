package org.hasekura.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.identity.Tokens.CARS_DOCUMENT;
import static org.hasekura.identity.Tokens.CARS_KEY;
import static org.hasekura.identity.Tokens.NOW;

import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Input with bytes changed, lost or doubled at random")
class HostileInputTest {

    private static final int ROUNDS = 5_000;

    @Test
    @DisplayName("gives a DID document or words, and nothing else")
    void documents() {
        byte[] right = DidDocumentJson.write(CARS_DOCUMENT);

        mutate(
                1,
                right,
                bytes -> assertThat(DidDocumentJson.read(bytes, Admission.DEVELOPMENT))
                        .isNotNull());
    }

    @Test
    @DisplayName("gives participants or words, and nothing else")
    void participants() {
        byte[] right = """
                {"did":"did:web:cells.example.jp","facts":[{"name":"role","value":"processor","source":"s",\
                "from":"2026-01-01","to":"2026-06-30","recordedAt":"2026-01-02T00:00:00Z"}],"safeguards":[{"type":"SCC",\
                "attributes":{"module":1},"source":"s","from":"2026-02-01"}]}""".getBytes(UTF_8);

        mutate(
                2,
                right,
                bytes -> assertThat(ParticipantJson.read(bytes, Admission.DEVELOPMENT, NOW))
                        .isNotNull());
    }

    @Test
    @DisplayName("is never accepted as a token")
    void tokens() {
        String right = Tokens.claims().signedBy(CARS_KEY);
        mutate(3, right.getBytes(UTF_8), bytes -> {
            String changed = new String(bytes, UTF_8);
            assertThat(changed.equals(right) || Tokens.check(changed) instanceof TokenCheck.Rejected)
                    .as(changed)
                    .isTrue();
        });
    }

    @Test
    @DisplayName("in the claims of a token gives a reason, and nothing else")
    void claims() {
        byte[] claims = StrictJson.MAPPER.writeValueAsBytes(Map.of(
                "iss", Tokens.CARS.text(),
                "sub", Tokens.CARS.text(),
                "aud", Tokens.CELLS.text(),
                "jti", "id-1",
                "iat", NOW.getEpochSecond(),
                "exp", NOW.getEpochSecond() + 60));
        mutate(4, claims, bytes -> {
            String compact = Tokens.part("{\"alg\":\"EdDSA\"}") + "." + Base64Url.encode(bytes) + ".AA";
            assertThat(Tokens.check(compact)).isInstanceOf(TokenCheck.Rejected.class);
        });
    }

    @Test
    @DisplayName("is a DID or words, a callback or words")
    void addresses() {
        mutate(5, "did:web:node.example.org%3A8443:cars".getBytes(UTF_8), bytes -> {
            if (Did.parse(new String(bytes, UTF_8), Admission.DEVELOPMENT) instanceof Did.Parse.Parsed(Did did)) {
                assertThat(did.documentUrl().getRawUserInfo()).isNull();
                assertThat(did.documentUrl().getHost()).isNotNull();
            }
        });
        mutate(
                6,
                "https://cars.example.de:8443/x?y#z".getBytes(UTF_8),
                bytes -> assertThat(CallbackCheck.check(new String(bytes, UTF_8), CARS_DOCUMENT, Admission.DEVELOPMENT))
                        .isNotNull());
    }

    /** Hands over the bytes with one to four changes, round after round; the seed is the bug report. */
    private static void mutate(long seed, byte[] right, Consumer<byte[]> check) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = right;
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes = changed(bytes, random);
            }
            check.accept(bytes);
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(8));
        byte[] middle = new byte[random.nextInt(4)];
        for (int i = 0; i < middle.length; i++) {
            // Half of them from the text itself, so that its structure is hit.
            middle[i] = random.nextBoolean() && bytes.length > 0
                    ? bytes[random.nextInt(bytes.length)]
                    : (byte) random.nextInt(256);
        }
        byte[] result = new byte[from + middle.length + bytes.length - to];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
