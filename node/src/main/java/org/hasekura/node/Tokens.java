package org.hasekura.node;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Ids;
import org.hasekura.identity.Did;
import org.hasekura.identity.SelfIssuedToken;
import org.hasekura.identity.SigningKey;

/** Signs this node's requests: a new short-lived token for every single one, but for a {@link StaticPeer}. */
final class Tokens {
    private final Did self;
    private final SigningKey key;
    private final Ids ids;
    private final Clock clock;
    private final Optional<StaticPeer> staticPeer;

    Tokens(Did self, SigningKey key, Ids ids, Clock clock, Optional<StaticPeer> staticPeer) {
        this.self = self;
        this.key = key;
        this.ids = ids;
        this.clock = clock;
        this.staticPeer = staticPeer;
    }

    /** The headers of one request to this peer. */
    Map<String, String> headers(Did peer, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put(
                "Authorization",
                staticPeer
                        .filter(each -> each.did().equals(peer))
                        .map(StaticPeer::sends)
                        .orElseGet(() -> "Bearer " + token(peer)));
        return headers;
    }

    private String token(Did peer) {
        return SelfIssuedToken.of(self, peer, ids.next(), clock.instant()).signedBy(key);
    }
}
