package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.store.SettingStore;

/** How timestamping stands, in the log and, for the next start, in the store. */
final class TimestampMemory implements Timestamping.Memory {

    private static final String NAME = "timestamping";

    private final ExchangeStore log;
    private final SettingStore settings;

    private TimestampMemory(ExchangeStore log, SettingStore settings) {
        this.log = log;
        this.settings = settings;
    }

    static TimestampMemory in(ExchangeStore log, SettingStore settings) {
        return new TimestampMemory(log, settings);
    }

    @Override
    public Entry.Timestamping last() throws IOException {
        Optional<String> kept = settings.get(NAME).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        return kept.map(Entry.Timestamping::valueOf).orElse(Entry.Timestamping.CURRENT);
    }

    /** The entry first: a process that ends between the two says it once more after its next start. */
    @Override
    public void changed(Entry.TimestampingChanged entry) throws IOException {
        Recorded.in(log, entry);
        settings.put(NAME, entry.state().name().getBytes(StandardCharsets.US_ASCII));
    }
}
