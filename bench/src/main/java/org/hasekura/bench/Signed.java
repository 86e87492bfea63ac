package org.hasekura.bench;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hasekura.exchange.Ids;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import org.hasekura.identity.SelfIssuedToken;

/** Requests to a peer, each with a token of its own: made before they are timed, so that the client costs little. */
final class Signed {

    private final BenchNode sender;
    private final Did receiver;
    private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());

    /** @param sender must run, since the receiver reads its DID document */
    Signed(BenchNode sender, String receiver) throws IOException {
        this.sender = sender;
        this.receiver = switch (Did.parse(receiver, Admission.DEVELOPMENT)) {
            case Did.Parse.Parsed(Did did) -> did;
            case Did.Parse.Malformed(String words) -> throw new IOException(words);
        };
    }

    byte[] request(String method, URI address, String body) {
        return Wire.request(method, address, token(), body);
    }

    List<byte[]> requests(int count, String method, URI address, String body) {
        var requests = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            requests.add(request(method, address, body));
        }
        return requests;
    }

    private String token() {
        return SelfIssuedToken.of(
                        sender.ground().did(),
                        receiver,
                        ids.next(),
                        Clock.systemUTC().instant())
                .signedBy(sender.ground().keys().token());
    }
}
