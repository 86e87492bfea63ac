package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.StoreFailed;

/**
 * What the node remembers of the settings and the key of its last start, so that a start can say what is different. A secret is
 * remembered as a salted hash, and is no part of what becomes evidence.
 */
final class StartMemory {

    private static final String SETTINGS = "last-start.settings";
    private static final String SALT = "last-start.salt";
    private static final String KEY = "last-start.key";
    private static final int SALT_BYTES = 32;

    private final Shelf shelf;
    private final RandomGenerator random;

    /** @param random a secure one, for the salt */
    StartMemory(Shelf shelf, RandomGenerator random) {
        this.shelf = shelf;
        this.random = random;
    }

    /**
     * Says what this start has that the last one had not; at the first one, what is not as by default.
     *
     * @param written the texts of all settings by their keys
     */
    Optional<Entry> difference(String did, Instant at, Map<String, String> written) throws StoreFailed {
        SortedMap<String, String> before = before();
        SortedMap<String, String> now = remembered(written);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        List<String> changed = names.stream()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry.SettingsChanged(did, at, changed, openHash(written)));
    }

    /** The key, or the document that carries it, if it is not that of the last start. */
    Optional<Entry> difference(Entry.KeyPublished now) throws StoreFailed {
        boolean isSame = shelf.get(KEY).map(StartMemory::text).equals(Optional.of(line(now)));
        return isSame ? Optional.empty() : Optional.of(now);
    }

    /** To be called once the entries are durable: a start that ends before says them again. */
    void remember(Map<String, String> written, Entry.KeyPublished key) throws StoreFailed {
        shelf.put(SETTINGS, bytes(lines(remembered(written))));
        shelf.put(KEY, bytes(line(key)));
    }

    private static String line(Entry.KeyPublished key) {
        return key.vkey() + " " + key.didDocumentHash().hex();
    }

    private SortedMap<String, String> before() throws StoreFailed {
        Optional<byte[]> kept = shelf.get(SETTINGS);
        if (kept.isEmpty()) {
            return remembered(KnownSettings.ALL.stream().collect(Collectors.toMap(Setting::key, Setting::byDefault)));
        }
        SortedMap<String, String> settings = new TreeMap<>();
        text(kept.get()).lines().forEach(line -> {
            int equals = line.indexOf('=');
            settings.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return settings;
    }

    private SortedMap<String, String> remembered(Map<String, String> written) throws StoreFailed {
        SortedMap<String, String> settings = new TreeMap<>();
        for (Map.Entry<String, String> each : written.entrySet()) {
            boolean isHidden = KnownSettings.SECRET.contains(each.getKey())
                    && !each.getValue().isEmpty();
            settings.put(
                    each.getKey(),
                    isHidden ? Hash.sha256(salt(), bytes(each.getValue())).hex() : each.getValue());
        }
        return settings;
    }

    /** SHA-256 over a line {@code key=value} for each setting that is no secret, by key. */
    private static Hash openHash(Map<String, String> written) {
        SortedMap<String, String> open = new TreeMap<>(written);
        open.keySet().removeAll(KnownSettings.SECRET);
        return Hash.sha256(bytes(lines(open)));
    }

    private byte[] salt() throws StoreFailed {
        Optional<byte[]> kept = shelf.get(SALT);
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        shelf.put(SALT, salt);
        return salt;
    }

    private static String lines(SortedMap<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
