package org.hasekura.node;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.hasekura.exchange.Ids;
import org.hasekura.identity.Did;
import org.hasekura.identity.SelfIssuedToken;
import org.hasekura.identity.SigningKey;

/** Signs this node's requests: a new short-lived token for every single one. */
final class Tokens {
    private final Did self;
    private final SigningKey key;
    private final Ids ids;
    private final Clock clock;

    Tokens(Did self, SigningKey key, Ids ids, Clock clock) {
        this.self = self;
        this.key = key;
        this.ids = ids;
        this.clock = clock;
    }

    /** The headers of one request to this peer. */
    Map<String, String> headers(Did peer, Map<String, String> more) {
        var headers = new HashMap<>(more);
        String token =
                SelfIssuedToken.of(self, peer, ids.next(), clock.instant()).signedBy(key);
        headers.put("Authorization", "Bearer " + token);
        return headers;
    }
}
