package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CARS_KEY;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A callback address")
class CallbackCheckTest {

    private static final DidDocument SENDER = sender("https://cars.example.de/.well-known/dspace-version");

    @ParameterizedTest
    @DisplayName("is taken at the origin of a service that its sender announces")
    @ValueSource(
            strings = {
                "https://cars.example.de/dsp/callback",
                "https://cars.example.de:443/",
                "https://CARS.example.de",
                "https://log.example.de:8443/x",
            })
    void announced(String callback) {
        assertThat(CallbackCheck.check(callback, SENDER, Admission.PRODUCTION))
                .isEqualTo(new CallbackCheck.Answer.Announced(URI.create(callback)));
    }

    @ParameterizedTest(name = "`{0}`")
    @DisplayName("is refused elsewhere, or when its host could be misread")
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://cars.example.de.evil.example/",
                "https://cars.example.de:8443/",
                "https://cars.example.de@evil.example/",
                "https://user@cars.example.de/",
                "https://cars.example.de\\@evil.example/",
                "https://cars.example.de./",
                "http://cars.example.de/",
                "https://cars.example.de/?q=1",
                "https://cars.example.de/#x",
                "//cars.example.de/",
                "/dsp",
                "https:cars.example.de",
                "file:///etc/passwd",
                "https://cars_example.de/",
                "",
                "https://169.254.169.254/",
                "http://localhost:8080/",
            })
    void refused(String callback) {
        for (Admission admission : Admission.values()) {
            assertThat(CallbackCheck.check(callback, SENDER, admission))
                    .isInstanceOf(CallbackCheck.Answer.Refused.class);
        }
    }

    @Test
    @DisplayName("may be http on this machine in development mode, if announced")
    void development() {
        DidDocument sender = sender("http://localhost:8080/.well-known/dspace-version");
        String callback = "http://localhost:8080/dsp";

        assertThat(CallbackCheck.check(callback, sender, Admission.DEVELOPMENT))
                .isEqualTo(new CallbackCheck.Answer.Announced(URI.create(callback)));
        assertThat(CallbackCheck.check(callback, sender, Admission.PRODUCTION))
                .isInstanceOf(CallbackCheck.Answer.Refused.class);
        assertThat(CallbackCheck.check("http://localhost:8081/dsp", sender, Admission.DEVELOPMENT))
                .isInstanceOf(CallbackCheck.Answer.Refused.class);
    }

    @Test
    @DisplayName("that is refused says what its sender can do")
    void words() {
        assertThat(CallbackCheck.check("https://evil.example/x", SENDER, Admission.PRODUCTION))
                .isEqualTo(new CallbackCheck.Answer.Refused(
                        "callback address `https://evil.example/x` is at none of the services of `did:web:cars.example.de`; "
                                + "announce a service at `https://evil.example:443` in its DID document"));
    }

    private static DidDocument sender(String versionDocument) {
        return DidDocument.ofNode(
                CARS,
                CARS_KEY,
                List.of(
                        Service.dataService(CARS, versionDocument),
                        Service.transparencyLog(CARS, "https://log.example.de:8443/log", "k+00000000+AA==")));
    }
}
