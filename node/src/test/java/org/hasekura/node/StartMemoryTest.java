package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a start says has changed")
class StartMemoryTest {

    private static final String SECRET = "development.peer-sends";
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    private static final Entry.KeyPublished KEY = key("a+00000000+AQ==", 1);
    private final Map<String, byte[]> shelf = new HashMap<>();
    private final StartMemory memory = new StartMemory(
            new Shelf() {
                @Override
                public Optional<byte[]> get(String name) {
                    return Optional.ofNullable(shelf.get(name));
                }

                @Override
                public void put(String name, byte[] value) {
                    shelf.put(name, value);
                }
            },
            new Random(1));

    private static Map<String, String> settings(String... more) {
        Map<String, String> settings = new HashMap<>();
        KnownSettings.ALL.forEach(each -> settings.put(each.key(), each.byDefault()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    private Optional<List<String>> start(Map<String, String> settings) throws StoreFailed {
        Optional<List<String>> said = said(settings);
        memory.remember(settings, KEY);
        return said;
    }

    private Optional<List<String>> said(Map<String, String> settings) throws StoreFailed {
        return memory.difference("did:web:a.example", AT, settings)
                .map(Entry.SettingsChanged.class::cast)
                .map(Entry.SettingsChanged::settingNames);
    }

    @Test
    @DisplayName(
            "is at the first start what is not as by default, then what differs from the start before; otherwise nothing")
    void settings() throws StoreFailed {
        assertThat(start(settings("node.name", "a"))).contains(List.of("node.name"));
        assertThat(start(settings("node.name", "a"))).isEmpty();
        assertThat(start(settings("node.name", "b", "log.level", "warn"))).contains(List.of("log.level", "node.name"));
    }

    @Test
    @DisplayName(
            "names a secret that changed, and holds nothing of it: neither does the hash depend on it, nor is it kept")
    void secrets() throws StoreFailed {
        assertThat(start(settings(SECRET, "Bearer one"))).contains(List.of(SECRET));
        assertThat(said(settings(SECRET, "Bearer two"))).contains(List.of(SECRET));
        assertThat(hash("Bearer one")).isEqualTo(hash("Bearer two"));
        shelf.values()
                .forEach(kept ->
                        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("Bearer"));
    }

    @Test
    @DisplayName("is the key at the first start, and then only another key, or the same in another document")
    void keys() throws StoreFailed {
        assertThat(memory.difference(KEY)).contains(KEY);
        assertThat(memory.difference(KEY))
                .as("not remembered before it is durable")
                .contains(KEY);
        memory.remember(settings("node.name", "a"), KEY);
        assertThat(memory.difference(KEY)).isEmpty();
        for (Entry.KeyPublished other : List.of(key("a+00000000+AQ==", 2), key("a+00000001+AQ==", 1))) {
            assertThat(memory.difference(other)).contains(other);
        }
    }

    private static Entry.KeyPublished key(String vkey, int document) {
        return new Entry.KeyPublished("did:web:a.example", AT, vkey, Hash.sha256(new byte[] {(byte) document}));
    }

    private Hash hash(String secret) throws StoreFailed {
        Map<String, String> settings = settings(SECRET, secret, "node.name", "a");
        return ((Entry.SettingsChanged)
                        memory.difference("did:web:a.example", AT, settings).orElseThrow())
                .settingsHash();
    }

    @Test
    @DisplayName("is said again when the start before ended in between")
    void again() throws StoreFailed {
        assertThat(said(settings("node.name", "a"))).isPresent();
        assertThat(start(settings("node.name", "a"))).isPresent();
    }
}
