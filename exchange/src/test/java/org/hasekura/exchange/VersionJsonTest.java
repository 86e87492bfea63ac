package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hasekura.exchange.Samples.MAX;
import static org.hasekura.exchange.Samples.refusal;
import static org.hasekura.exchange.Samples.text;
import static org.hasekura.exchange.Samples.utf8;
import static org.hasekura.exchange.Samples.value;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hasekura.policy.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The version document")
class VersionJsonTest {

    private static final ProtocolVersion OURS = new ProtocolVersion(
            "2025-1",
            "/dsp/2025-1",
            Optional.of("service-1"),
            Optional.of("did:web"),
            Optional.of(new ProtocolVersion.Auth("DCP", "1.0", List.of("vc20-bssl/jwt"))));

    private static Reading<ProtocolVersion> pick(String entries) {
        return VersionJson.pick(utf8("{\"protocolVersions\":[" + entries + "]}"), MAX);
    }

    private static String entry(String version, String path) {
        return "{\"version\":\"" + version + "\",\"path\":\"" + path + "\",\"binding\":\"HTTPS\"}";
    }

    @Test
    @DisplayName("is plain JSON and reads back")
    void roundTrip() {
        byte[] document = VersionJson.write(List.of(OURS));

        assertThat(text(document))
                .isEqualTo("{\"protocolVersions\":[{\"version\":\"2025-1\",\"path\":\"/dsp/2025-1\","
                        + "\"binding\":\"HTTPS\",\"serviceId\":\"service-1\",\"identifierType\":\"did:web\","
                        + "\"auth\":{\"protocol\":\"DCP\",\"version\":\"1.0\",\"profile\":[\"vc20-bssl/jwt\"]}}]}");
        assertThat(value(VersionJson.pick(document, MAX))).isEqualTo(OURS);
    }

    @Test
    @DisplayName("yields 2025-1 from among others")
    void picks() {
        ProtocolVersion picked =
                value(pick("{\"version\":\"v0.8\"}," + entry("2024-1", "/2024/1") + "," + entry("2025-1", "/2025-1")));

        assertThat(picked.base(URI.create("https://peer.example/protocol/")))
                .isEqualTo(URI.create("https://peer.example/protocol/2025-1"));
        assertThat(value(pick(entry("2025-1", "/"))).base(URI.create("https://peer.example")))
                .isEqualTo(URI.create("https://peer.example"));
    }

    @Test
    @DisplayName("yields the entry that DCP authorises where there are several of 2025-1")
    void prefersDcp() {
        String oauth = entry("2025-1", "/oauth").replace("}", ",\"auth\":{\"protocol\":\"OAuth\",\"version\":\"2\"}}");
        String dcp = entry("2025-1", "/dcp").replace("}", ",\"auth\":{\"protocol\":\"DCP\",\"version\":\"1.0\"}}");

        assertThat(value(pick(oauth + "," + dcp)).path()).isEqualTo("/dcp");
        assertThat(value(pick(oauth + "," + entry("2025-1", "/open"))).path()).isEqualTo("/oauth");
    }

    @Test
    @DisplayName("without 2025-1 says what is offered instead")
    void absent() {
        assertThat(refusal(pick(entry("2024-1", "/a") + "," + entry("v0.8", "/b"))))
                .isEqualTo("`protocolVersions` offers `2024-1`, `v0.8`; this node speaks `2025-1` over `HTTPS` only");
        assertThat(refusal(pick(""))).startsWith("`protocolVersions` is missing or empty; this node speaks `2025-1`");
        assertThat(refusal(pick(entry("2025-1", "/a").replace("HTTPS", "MQTT"))))
                .startsWith("`protocolVersions` offers `2025-1`; this node");
    }

    @ParameterizedTest
    @DisplayName("is refused where the path would lead elsewhere")
    @ValueSource(
            strings = {
                "dsp",
                "//evil.example",
                "/a/../b",
                "/..",
                "/./a",
                "/a?b",
                "/a#b",
                "https://evil.example",
                "/a b",
                "/%2e"
            })
    void elsewhere(String path) {
        assertThat(refusal(pick(entry("2025-1", path)))).contains("expected an absolute path");
        assertThatThrownBy(
                        () -> new ProtocolVersion("2025-1", path, Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
