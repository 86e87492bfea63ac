package org.hasekura.node;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;

/** The DID of this node: the one that is set, or did:web made from its public address. */
final class NodeDid {

    private NodeDid() {}

    static Did.Parse of(Optional<String> set, URI publicUrl, Admission admission) {
        return Did.parse(set.orElseGet(() -> fromAddress(publicUrl)), admission);
    }

    /** Source: did:web method specification, "Method-specific identifier": the port in percent-encoding, colons for slashes. */
    private static String fromAddress(URI publicUrl) {
        String port = publicUrl.getPort() < 0 ? "" : "%3A" + publicUrl.getPort();
        String path = Optional.ofNullable(publicUrl.getRawPath()).orElse("").replace('/', ':');
        return "did:web:" + publicUrl.getHost().toLowerCase(Locale.ROOT) + port + path;
    }
}
