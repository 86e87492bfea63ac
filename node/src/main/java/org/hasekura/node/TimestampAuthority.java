package org.hasekura.node;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * An authority that stamps this node's checkpoints (RFC 3161).
 *
 * @param name what this node calls it
 * @param label under which regime it stands, by the word of the operator alone: {@code eu-qualified}, {@code jp-accredited}
 * @param address to which requests are posted
 * @param roots that its certificates must lead to
 * @param pem the same as they were read, for bundles
 * @param authorization value of the header by which it knows its customer; never shown
 */
record TimestampAuthority(
        String name,
        String label,
        URI address,
        List<X509Certificate> roots,
        String pem,
        Optional<String> authorization) {

    TimestampAuthority {
        roots = List.copyOf(roots);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name + " (" + label + ", " + address + ")";
    }
}
