package org.hasekura.exchange;

import java.net.URI;

/**
 * Who this node is to its peers.
 *
 * @param did its DID
 * @param dspAddress the base of its DSP endpoints of version 2025-1, without a slash at the end; peers call back there
 */
public record Self(String did, URI dspAddress) {}
