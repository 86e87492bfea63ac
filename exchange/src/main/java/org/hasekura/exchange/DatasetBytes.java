package org.hasekura.exchange;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Datasets as the JSON that a catalog carries, kept by id and version: each version is written once. Holds at most
 * {@code datasetsMax}; beyond that some other dataset makes room, whichever comes first, since every page of a large
 * catalog is as likely as the next. Safe for any number of threads; two may write the same version, with the same result.
 */
final class DatasetBytes {

    /** Not a record: its bytes would be compared by identity. */
    private static final class Written {
        private final long version;
        private final byte[] json;

        private Written(long version, byte[] json) {
            this.version = version;
            this.json = json;
        }
    }

    private final URI dspBase;
    private final int datasetsMax;
    private final ConcurrentHashMap<String, Written> written = new ConcurrentHashMap<>();

    /**
     * @param dspBase the address that the negotiation and transfer paths extend; it stands in every dataset
     * @param datasetsMax how many to keep; a dataset takes about 1 KiB
     */
    DatasetBytes(URI dspBase, int datasetsMax) {
        this.dspBase = dspBase;
        this.datasetsMax = datasetsMax;
    }

    int kept() {
        return written.size();
    }

    /** The dataset without {@code @context}, if this version was written before. Not to be changed by the caller. */
    Optional<byte[]> kept(OnOffer dataset) {
        Written kept = written.get(dataset.id());
        return kept != null && kept.version == dataset.version() ? Optional.of(kept.json) : Optional.empty();
    }

    /** The dataset without {@code @context}. Not to be changed by the caller. */
    byte[] of(Dataset dataset) {
        Written kept = written.get(dataset.id());
        if (kept != null && kept.version == dataset.version()) {
            return kept.json;
        }
        byte[] json = DatasetJson.write(dataset, dspBase);
        if (kept == null && written.size() >= datasetsMax) {
            written.keySet().stream().findFirst().ifPresent(written::remove);
        }
        written.put(dataset.id(), new Written(dataset.version(), json));
        return json;
    }
}
