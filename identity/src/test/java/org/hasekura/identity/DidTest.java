package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A did:web")
class DidTest {

    @ParameterizedTest
    @DisplayName("names the address of its document")
    @CsvSource({
        "did:web:node.example.org,                       https://node.example.org/.well-known/did.json",
        "did:web:node.example.org%3A8443,                https://node.example.org:8443/.well-known/did.json",
        "did:web:node.example.org:cars,                  https://node.example.org/cars/did.json",
        "did:web:node.example.org%3A8443:cars:JP-1_a.b,  https://node.example.org:8443/cars/JP-1_a.b/did.json",
        "did:web:xn--e1afmkfd.xn--p1ai,                  https://xn--e1afmkfd.xn--p1ai/.well-known/did.json",
        "did:web:1.0x7f.example,                         https://1.0x7f.example/.well-known/did.json",
    })
    void documentUrl(String text, URI url) {
        assertThat(Did.parse(text, Admission.PRODUCTION)).isEqualTo(new Did.Parse.Parsed(new Did(text)));
        assertThat(new Did(text).documentUrl()).isEqualTo(url);
    }

    @ParameterizedTest(name = "`{0}`")
    @DisplayName("is refused in every mode when its host is not the one a person reads")
    @ValueSource(
            strings = {
                "",
                "did:web:",
                "did:key:z6Mk",
                "DID:web:node.example.org",
                "did:web:good.example%40evil.example",
                "did:web:good.example@evil.example",
                "did:web:good.example%2F..%2Fx:y",
                "did:web:good.example/x",
                "did:web:good.example:a%3Fq%3D1%23",
                "did:web:good.example?q=1",
                "did:web:good.example#key",
                "did:web:good.example:..:x",
                "did:web:good.example:.:x",
                "did:web:good.example:a..b",
                "did:web:good.example::x",
                "did:web:good.example:x:",
                "did:web:good.example:a%3A8080",
                "did:web:good.example%3a8443",
                "did:web:good.example%253A8443",
                "did:web:good.example%3A",
                "did:web:good.example%3A0",
                "did:web:good.example%3A080",
                "did:web:good.example%3A65536",
                "did:web:good.example%3A99999999999",
                "did:web:good.example%3A1%3A2",
                "did:web:Good.example",
                "did:web:good.example.",
                "did:web:.good.example",
                "did:web:good..example",
                "did:web:-good.example",
                "did:web:good-.example",
                "did:web:go_od.example",
                "did:web:intranet",
                "did:web:127.0.0.1",
                "did:web:169.254.169.254",
                "did:web:2130706433",
                "did:web:0x7f000001",
                "did:web:0x7f.1",
                "did:web:127.0x1",
                "did:web:0177.0.0.01",
                "did:web:[::1]",
                "did:web:::1",
                "did:web:evil.localhost",
                "did:web:good.example\n",
                "did:web:göod.example",
                "did:web:good.example:\u0430",
                " did:web:good.example",
            })
    void refused(String text) {
        assertThat(Did.parse(text, Admission.DEVELOPMENT)).isInstanceOf(Did.Parse.Malformed.class);
        assertThat(Did.parse(text, Admission.PRODUCTION)).isInstanceOf(Did.Parse.Malformed.class);
    }

    @Test
    @DisplayName("of localhost is admitted in development mode alone, and by http")
    void localhost() {
        String text = "did:web:localhost%3A8080:de";

        assertThat(Did.parse(text, Admission.PRODUCTION))
                .isEqualTo(new Did.Parse.Malformed(
                        "host `localhost`, which development mode alone admits, in `" + text + "`"));
        assertThat(Did.parse(text, Admission.DEVELOPMENT)).isEqualTo(new Did.Parse.Parsed(new Did(text)));
        assertThat(new Did(text).documentUrl()).isEqualTo(URI.create("http://localhost:8080/de/did.json"));
        assertThat(new Did(text).isLocal()).isTrue();
        assertThat(new Did("did:web:localhost.example.org").isLocal()).isFalse();
    }

    @Test
    @DisplayName("that is too long is refused without being looked at")
    void tooLong() {
        assertThat(Did.parse("did:web:node.example.org:" + "a".repeat(600), Admission.PRODUCTION))
                .isEqualTo(new Did.Parse.Malformed("a DID of 625 characters; at most 512 are read"));
    }

    @Test
    @DisplayName("shows a person what was wrong, without the hostile characters")
    void words() {
        assertThat(Did.parse("did:web:Gö`od\u202e.example", Admission.PRODUCTION))
                .isEqualTo(new Did.Parse.Malformed(
                        "host `G??od?.example`; only lower-case letters, digits and inner hyphens between dots are read in "
                                + "`did:web:G??od?.example`"));
    }
}
