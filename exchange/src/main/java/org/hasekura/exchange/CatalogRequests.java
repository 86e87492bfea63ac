package org.hasekura.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hasekura.policy.Reading;

/**
 * Requests for a catalog as they are read, with those of before remembered by their bytes: whoever reads a catalog sends the
 * same body for page after page. Holds few and short ones. Safe for any number of threads.
 */
public final class CatalogRequests {

    private static final int KEPT_MAX = 64;
    private static final int KEPT_BYTES_MAX = 2_048;

    private final int bodyBytesMax;
    private final ConcurrentHashMap<String, Reading<CatalogJson.CatalogRequest>> kept = new ConcurrentHashMap<>();

    public CatalogRequests(int bodyBytesMax) {
        this.bodyBytesMax = bodyBytesMax;
    }

    public Reading<CatalogJson.CatalogRequest> read(byte[] body) {
        if (body.length > KEPT_BYTES_MAX) {
            return CatalogJson.readRequest(body, bodyBytesMax);
        }
        // One character for each byte, so that only the same bytes are the same text.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return Optional.ofNullable(kept.get(text)).orElseGet(() -> readFirst(text, body));
    }

    private Reading<CatalogJson.CatalogRequest> readFirst(String text, byte[] body) {
        Reading<CatalogJson.CatalogRequest> read = CatalogJson.readRequest(body, bodyBytesMax);
        if (read instanceof Reading.Read<CatalogJson.CatalogRequest>) {
            if (kept.size() >= KEPT_MAX) {
                kept.keySet().stream().findFirst().ifPresent(kept::remove);
            }
            kept.put(text, read);
        }
        return read;
    }

    /** How many are remembered. */
    int kept() {
        return kept.size();
    }
}
