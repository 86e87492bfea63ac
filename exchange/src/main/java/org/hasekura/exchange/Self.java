package org.hasekura.exchange;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Who this node is to its peers.
 *
 * @param did its DID
 * @param dspAddress the base of its DSP endpoints of version 2025-1, without a slash at the end; peers call back there
 * @param peerNames by the DID under which this node holds them, peers that call themselves something else in agreements:
 *     other software that knows no DIDs
 * @param softwareVersion what it runs, for the evidence of its rulings
 */
public record Self(String did, URI dspAddress, Map<String, String> peerNames, Optional<String> softwareVersion) {
    public Self {
        peerNames = Map.copyOf(peerNames);
    }

    /** Among peers that all go by their DIDs. */
    public Self(String did, URI dspAddress) {
        this(did, dspAddress, Map.of(), Optional.empty());
    }

    /** What the peer is called in agreements. */
    String nameOf(String peer) {
        return Optional.ofNullable(peerNames.get(peer)).orElse(peer);
    }
}
