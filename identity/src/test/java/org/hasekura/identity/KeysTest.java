package org.hasekura.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A key")
class KeysTest {

    @Test
    @DisplayName("made from a seed has the public half and signature of RFC 8032 §7.1, test 2")
    void rfc8032() {
        SigningKey key =
                SigningKey.generate("k", fixed("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

        assertThat(HexFormat.of().formatHex(key.publicKeyBytes()))
                .isEqualTo("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assertThat(HexFormat.of().formatHex(key.sign(new byte[] {0x72})))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @Test
    @DisplayName("is the same when saved and loaded")
    void saved() {
        SigningKey key = SigningKey.generate("token-1", new Random(1));

        SigningKey loaded = SigningKey.load("token-1", key.pkcs8());

        assertThat(loaded.publicKeyJwk()).isEqualTo(key.publicKeyJwk());
        assertThat(loaded.sign("x".getBytes(UTF_8))).isEqualTo(key.sign("x".getBytes(UTF_8)));
    }

    @Test
    @DisplayName("is not loaded from bytes of another kind")
    void notLoaded() throws Exception {
        KeyPairGenerator other = KeyPairGenerator.getInstance("EC");
        other.initialize(new ECGenParameterSpec("secp256r1"));

        assertThatThrownBy(() -> SigningKey.load("k", new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key `k` is not an Ed25519 key in PKCS#8");
        byte[] p256 = other.generateKeyPair().getPrivate().getEncoded();
        assertThatThrownBy(() -> SigningKey.load("k", p256)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("never shows its private half, and has a name that fits into a DID URL")
    void shown() {
        assertThat(SigningKey.generate("token-1", new Random(1)).toString()).isEqualTo("SigningKey token-1");
        assertThatThrownBy(() -> SigningKey.generate("a#b", new Random(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("of a node is another for each use")
    void nodeKeys() {
        NodeKeys keys = NodeKeys.generate(new Random(1));

        assertThat(new HashSet<>(List.of(
                        keys.token().publicKeyJwk(),
                        keys.log().publicKeyJwk(),
                        keys.dataToken().publicKeyJwk())))
                .hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("of Ed25519 is refused when of small order, not canonical, or no point of the curve")
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "0200000000000000000000000000000000000000000000000000000000000000",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            })
    void smallOrder(String hex) {
        assertThat(PublicKeyJwk.ed25519(Base64Url.encode(HexFormat.of().parseHex(hex))))
                .isEqualTo(new PublicKeyJwk.Parse.Unusable(
                        "an Ed25519 key that is not canonical, of small order, or no point of the curve"));
    }

    @Test
    @DisplayName("of P-256 is refused off the curve")
    void offCurve() {
        String one = Base64Url.encode(P256.coordinateBytes(BigInteger.ONE));

        assertThat(PublicKeyJwk.p256(one, one))
                .isEqualTo(new PublicKeyJwk.Parse.Unusable("a P-256 key that is not a point of the curve"));
    }

    private static Random fixed(String hex) {
        return new Random() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(HexFormat.of().parseHex(hex), 0, bytes, 0, bytes.length);
            }
        };
    }
}
