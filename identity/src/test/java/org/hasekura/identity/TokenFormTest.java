package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CARS_KEY;
import static org.hasekura.identity.Tokens.check;
import static org.hasekura.identity.Tokens.refused;

import java.util.Map;
import org.hasekura.identity.TokenCheck.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A self-issued token (DCP 1.0) is refused for its form:")
class TokenFormTest {

    @Test
    @DisplayName("more than 16 KiB")
    void tooLarge() {
        refused(check(Tokens.withClaim("x", "a".repeat(16 * 1024))), Reason.TOO_LARGE);
    }

    @ParameterizedTest(name = "`{0}`")
    @DisplayName("not three parts of base64url with JSON objects")
    @ValueSource(
            strings = {"", ".", "..", "a.b", "e30.e30.", "e30.e30.e30.e30", "bnVsbA.e30.AA", "W10.e30.AA", "e30=.e30.AA"
            })
    void malformed(String compact) {
        assertThat(check(compact)).isInstanceOf(TokenCheck.Rejected.class);
    }

    @Test
    @DisplayName("a signature with padding, foreign characters or unused bits set")
    void signatureEncoding() {
        String right = Tokens.claims().signedBy(CARS_KEY);
        char last = right.charAt(right.length() - 1);
        // 64 bytes leave four unused bits in the last character; the next letter sets one of them.
        String unusedBit = right.substring(0, right.length() - 1) + (char) (last + 1);

        refused(check(right + "=="), Reason.MALFORMED);
        refused(check(right + "!"), Reason.MALFORMED);
        refused(check(unusedBit), Reason.MALFORMED);
    }

    @Test
    @DisplayName("a member twice, in the header, in the claims, at any depth")
    void duplicates() {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + CARS.url("token-1") + "\"}";
        String claims = StrictJson.MAPPER.writeValueAsString(Map.of("iss", CARS.text()));

        refused(check(Tokens.signed("{\"alg\":\"none\",\"alg\":\"EdDSA\"}", claims)), Reason.MALFORMED);
        refused(check(Tokens.signed(header, "{\"iss\":\"" + CARS + "\",\"iss\":\"" + CARS + "\"}")), Reason.MALFORMED);
        refused(check(Tokens.signed(header, "{\"x\":{\"y\":1,\"y\":2}}")), Reason.MALFORMED);
    }

    @Test
    @DisplayName("text after the JSON, or nested too deep")
    void jsonLimits() {
        refused(check(Tokens.signed("{\"alg\":\"EdDSA\"}{}", "{}")), Reason.MALFORMED);
        refused(
                check(Tokens.signed("{\"alg\":\"EdDSA\"}", "{\"x\":" + "[".repeat(40) + "]".repeat(40) + "}")),
                Reason.MALFORMED);
    }
}
