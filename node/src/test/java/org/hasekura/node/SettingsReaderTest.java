package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hasekura.identity.Did;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the settings of a node")
class SettingsReaderTest {

    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final String GOOD = """
            # a node for a test
            organisation.name = Sample Cars GmbH
            organisation.country = DE
            organisation.subject-to = GDPR, Data Act
            dsp.public-url = https://node.example.org/
            """;

    @Test
    @DisplayName("are read with units, lists and defaults")
    void read() {
        Settings settings = settings(GOOD + """
                limits.message-bytes = 64 KiB
                retry.first-delay = 2 s
                evidence.checkpoint-interval = 250ms
                """);
        assertThat(settings.organisation().subjectTo()).containsExactly("GDPR", "Data Act");
        assertThat(settings.limits().messageBytesMax()).isEqualTo(65536);
        assertThat(settings.retry().firstDelay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.evidence().checkpointInterval()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.dsp().publicUrl().orElseThrow().toString()).isEqualTo("https://node.example.org");
        assertThat(settings.node().dataFolder()).isEqualTo(FOLDER.resolve("data"));
        assertThat(settings.management().bind()).isEqualTo("127.0.0.1");
        assertThat(settings.node().isDevelopment()).isFalse();
    }

    @Test
    @DisplayName("refuse an unknown key, with its line and the nearest known one")
    void unknownKey() {
        assertThat(problems(GOOD + "managment.port = 8181\n"))
                .containsExactly("line 6: unknown setting `managment.port`; did you mean `management.port`?");
        assertThat(problems(GOOD + "colour = red\n"))
                .containsExactly(
                        "line 6: unknown setting `colour`; `hasekura node --print-defaults` shows all settings");
    }

    @Test
    @DisplayName("refuse a bad value and say what is expected")
    void badValue() {
        assertThat(problems(GOOD + "dsp.port = 70000\n"))
                .containsExactly("line 6: `dsp.port` is `70000`; expected a whole number from 0 to 65535");
        assertThat(problems(GOOD + "limits.message-bytes = 64 KB\n"))
                .containsExactly("line 6: `limits.message-bytes` is `64 KB`; "
                        + "expected a number and one of B, KiB, MiB, GiB, TiB, for example `64 KiB`");
        assertThat(problems(GOOD + "limits.message-bytes = 2 B\n"))
                .containsExactly("`limits.message-bytes` is 2 bytes; expected 1 KiB to 16 MiB");
        assertThat(problems(GOOD + "data.received-bytes = 999999999999 TiB\n")).hasSize(1);
        assertThat(problems(GOOD + "node.development = yes\n")).hasSize(1);
    }

    @Test
    @DisplayName("refuse a key that stands twice, and a line that is none")
    void malformed() {
        assertThat(problems(GOOD + "organisation.country = JP\nhello\n"))
                .containsExactly(
                        "line 6: `organisation.country` stands on line 3 already; remove one of them",
                        "line 7: `hello` is no setting; write `key = value`");
    }

    @Test
    @DisplayName("tell everything that is wrong at once")
    void allProblems() {
        assertThat(problems("dsp.port = x\nmanagement.port = y\n")).hasSize(4);
    }

    @Test
    @DisplayName("outside development mode want an address of https that others can reach")
    void development() {
        String bare = GOOD.replace("dsp.public-url = https://node.example.org/\n", "");
        assertThat(problems(bare)).containsExactly("`dsp.public-url` is needed unless `node.development = true`");
        assertThat(settings(bare + "node.development = true\n").dsp().publicUrl())
                .isEmpty();
        assertThat(problems(bare + "dsp.public-url = http://node.example.org\n"))
                .hasSize(1);
        assertThat(problems(bare + "dsp.public-url = https://localhost:8443\n"))
                .anyMatch(problem -> problem.contains("no peer can reach this host"));
        assertThat(problems(bare + "dsp.public-url = https://10.0.0.1\n"))
                .anyMatch(problem -> problem.contains("set `node.did`"));
    }

    @Test
    @DisplayName("have data go out under an address of https alone, and TLS from a certificate with its key")
    void dataAndTls() {
        assertThat(problems(GOOD + "data.public-url = http://data.example.org\n"))
                .singleElement()
                .asString()
                .contains("`data.public-url`", "https://");
        assertThat(problems(GOOD + "tls.key = key.pem\n"))
                .singleElement()
                .asString()
                .contains("`tls.certificate`");
        assertThat(problems(GOOD + "tls.listeners = dsp, sender\n"))
                .singleElement()
                .asString()
                .contains("`dsp`, `data`, `portal` or `management`");
        Settings.Tls tls = settings(GOOD + "tls.certificate = node.p12\ntls.password = geheim\n")
                .tls();
        assertThat(tls.certificate().orElseThrow()).isAbsolute().endsWithRaw(java.nio.file.Path.of("node.p12"));
        assertThat(List.of(tls.isSpokenBy("dsp"), tls.isSpokenBy("data"), tls.isSpokenBy("portal")))
                .containsExactly(true, true, false);
        assertThat(tls.toString()).doesNotContain("geheim");
        assertThat(settings(GOOD).tls().isSpokenBy("dsp")).isFalse();
    }

    @Test
    @DisplayName("know a peer without DIDs, set whole, in development mode alone")
    void developmentPeer() {
        String peer = """
                development.peer-did = did:web:peer.example.org
                development.peer-name = PEER
                development.peer-accepts = Bearer from peer
                development.peer-sends = Bearer to peer
                """;
        assertThat(settings(GOOD).developmentPeer()).isEmpty();
        assertThat(settings(GOOD + "node.development = true\n" + peer).developmentPeer())
                .contains(new StaticPeer(
                        new Did("did:web:peer.example.org"),
                        "PEER",
                        "Bearer from peer",
                        "Bearer to peer",
                        Optional.empty(),
                        Duration.ofMillis(100)));
        assertThat(settings(GOOD + "node.development = true\n" + peer
                                + "development.peer-address = http://localhost:19194/protocol/2025-1/\n")
                        .developmentPeer()
                        .flatMap(StaticPeer::address))
                .contains(URI.create("http://localhost:19194/protocol/2025-1"));
        assertThat(problems(GOOD + "node.development = true\n" + peer
                        + "development.peer-address = http://peer.example.org/protocol\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("`development.peer-address`", "at `localhost`"));
        assertThat(problems(GOOD + peer))
                .containsExactly("a `development.peer-...` is set; it needs `node.development = true`");
        assertThat(problems(GOOD + "node.development = true\ndevelopment.peer-did = did:web:peer.example.org\n"))
                .containsExactly("`development.peer-did`, `development.peer-accepts` and `development.peer-sends`"
                        + " are set together or not at all");
        assertThat(problems(GOOD + "node.development = true\n" + peer.replace("peer.example.org", "10.0.0.1")))
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("`development.peer-did`: "));
    }

    @Test
    @DisplayName("are shown with every default, in a file that can be read again")
    void defaults() {
        String file = KnownSettings.defaults()
                .replace("#organisation.name =", "organisation.name = A")
                .replace("#organisation.country =", "organisation.country = JP")
                .replace("dsp.public-url =", "dsp.public-url = https://node.example.org");
        assertThat(settings(file)).isEqualTo(settings("""
                organisation.name = A
                organisation.country = JP
                dsp.public-url = https://node.example.org
                """));
        assertThat(file.lines().filter(line -> line.contains(" =")).count()).isEqualTo(KnownSettings.ALL.size());
    }

    @Test
    @DisplayName("do not choke on a file that is none")
    void garbage() {
        assertThat(problems("\0\1\2".repeat(1000))).isNotEmpty();
        assertThat(problems("a\n".repeat(20_000)).getFirst()).contains("this is no settings file");
    }

    private static Settings settings(String text) {
        return switch (SettingsReader.read(text, FOLDER)) {
            case SettingsReader.Reading.Read(Settings settings) -> settings;
            case SettingsReader.Reading.Refused(List<String> problems) ->
                throw new AssertionError(String.join("\n", problems));
        };
    }

    private static List<String> problems(String text) {
        return switch (SettingsReader.read(text, FOLDER)) {
            case SettingsReader.Reading.Read _ -> List.of();
            case SettingsReader.Reading.Refused(List<String> problems) -> problems;
        };
    }
}
