package org.hasekura.exchange;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hasekura.evidence.Hash;

/**
 * Datasets as the JSON that a catalog carries, kept by id and version: each version is written once. Holds at most
 * {@code datasetsMax}; beyond that some other dataset makes room, whichever comes first, since every page of a large
 * catalog is as likely as the next. Safe for any number of threads; two may write the same version, with the same result.
 */
final class DatasetBytes {

    private static final int FINGERPRINT_BYTES = 12;

    /** One version of a dataset, written. Not a record: its bytes would be compared by identity. */
    static final class Written {
        private final long version;
        private final byte[] json;
        private final byte[] fingerprint;

        private Written(long version, byte[] json) {
            this.version = version;
            this.json = json;
            this.fingerprint = Arrays.copyOf(Hash.sha256(json).bytes(), FINGERPRINT_BYTES);
        }

        /** The dataset without {@code @context}. Not to be changed by the caller. */
        byte[] json() {
            return json;
        }

        /** The same for the same bytes alone. Not to be changed by the caller. */
        byte[] fingerprint() {
            return fingerprint;
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

    /** The dataset, if this version was written before. */
    Optional<Written> kept(OnOffer dataset) {
        Written kept = written.get(dataset.id());
        return kept != null && kept.version == dataset.version() ? Optional.of(kept) : Optional.empty();
    }

    Written of(Dataset dataset) {
        Written kept = written.get(dataset.id());
        if (kept != null && kept.version == dataset.version()) {
            return kept;
        }
        Written now = new Written(dataset.version(), DatasetJson.write(dataset, dspBase));
        if (kept == null && written.size() >= datasetsMax) {
            written.keySet().stream().findFirst().ifPresent(written::remove);
        }
        written.put(dataset.id(), now);
        return now;
    }
}
