package org.hasekura.identity;

import static org.hasekura.identity.Tokens.CARS_KEY;
import static org.hasekura.identity.Tokens.NOW;
import static org.hasekura.identity.Tokens.check;
import static org.hasekura.identity.Tokens.documentOf;
import static org.hasekura.identity.Tokens.es256Token;
import static org.hasekura.identity.Tokens.refused;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.hasekura.identity.TokenCheck.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A self-issued token (DCP 1.0) is refused for its signature:")
class TokenSignatureTest {

    @Test
    @DisplayName("of another key, or over other claims")
    void wrong() {
        String right = Tokens.claims().signedBy(CARS_KEY);
        String[] parts = right.split("\\.", -1);
        String others = Tokens.withClaim("jti", "id-2").split("\\.", -1)[1];

        refused(check(Tokens.claims().signedBy(SigningKey.generate("token-1", new Random(2)))), Reason.SIGNATURE_WRONG);
        refused(check(parts[0] + "." + others + "." + parts[2]), Reason.SIGNATURE_WRONG);
        refused(check(parts[0] + "." + parts[1] + "."), Reason.SIGNATURE_WRONG);
    }

    @Test
    @DisplayName("with the group order added to its number, which is the same signature written otherwise")
    void notCanonical() {
        String[] parts = Tokens.claims().signedBy(CARS_KEY).split("\\.", -1);
        byte[] signature = Base64Url.decode(parts[2]).orElseThrow();
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] number = reversed(Arrays.copyOfRange(signature, 32, 64));
        byte[] raised = reversed(P256.coordinateBytes(new BigInteger(1, number).add(order)));
        System.arraycopy(raised, 0, signature, 32, 32);

        refused(check(parts[0] + "." + parts[1] + "." + Base64Url.encode(signature)), Reason.SIGNATURE_WRONG);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    @Test
    @DisplayName("of zeros, in both algorithms")
    void zeros() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        String input = es256Token(key);
        String zeros = Base64Url.encode(new byte[64]);

        refused(
                check(input.substring(0, input.lastIndexOf('.') + 1) + zeros, documentOf(key), NOW),
                Reason.SIGNATURE_WRONG);
        String right = Tokens.claims().signedBy(CARS_KEY);
        refused(check(right.substring(0, right.lastIndexOf('.') + 1) + zeros), Reason.SIGNATURE_WRONG);
    }
}
