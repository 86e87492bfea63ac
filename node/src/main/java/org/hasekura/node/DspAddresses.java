package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hasekura.exchange.ProtocolVersion;
import org.hasekura.exchange.VersionJson;
import org.hasekura.policy.Reading;

/**
 * Where the DSP endpoints of peers are: their version documents say it, and what they have said is used again for a minute.
 * A version document is the same for everybody and asks for no token. Failures are not kept.
 */
final class DspAddresses {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int KEPT_MAX = 10_000;
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private static final Map<String, String> JSON = Map.of("Accept", "application/json");

    private record Base(URI address, Instant until) {}

    private final PeerClient client;
    private final InstantSource clock;
    // Guarded by itself. In the order in which they were asked, the oldest first.
    private final Map<URI, Base> kept = new LinkedHashMap<>();

    DspAddresses(PeerClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * The base of the endpoints of version 2025-1.
     *
     * @param versions where the version document is
     */
    URI base(URI versions) throws IOException {
        Instant now = clock.instant();
        synchronized (kept) {
            Base known = kept.get(versions);
            if (known != null && now.isBefore(known.until())) {
                return known.address();
            }
        }
        URI address = ask(versions);
        synchronized (kept) {
            kept.remove(versions);
            kept.put(versions, new Base(address, now.plus(KEPT)));
            if (kept.size() > KEPT_MAX) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return address;
    }

    private URI ask(URI versions) throws IOException {
        PeerAnswer answer = client.get(versions, JSON, ANSWER_BYTES_MAX);
        if (!answer.isSuccess()) {
            throw new IOException("`" + versions + "` answered " + answer.status());
        }
        return switch (VersionJson.pick(answer.body(), ANSWER_BYTES_MAX)) {
            case Reading.Read<ProtocolVersion>(ProtocolVersion version) -> version.base(root(versions));
            case Reading.Refused<ProtocolVersion> invalid ->
                throw new IOException("`" + versions + "`: " + invalid.sentence());
        };
    }

    /** Where the version document lies, without its well-known path. */
    private static URI root(URI versions) {
        String text = versions.toString();
        return text.endsWith(VersionJson.WELL_KNOWN)
                ? URI.create(text.substring(0, text.length() - VersionJson.WELL_KNOWN.length()))
                : versions.resolve("/");
    }
}
