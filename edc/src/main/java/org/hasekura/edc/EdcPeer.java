package org.hasekura.edc;

import java.net.URI;

/**
 * Whom a connector deals with.
 *
 * @param id what the other side calls itself
 * @param protocol the base of its DSP 2025-1 endpoints
 */
public record EdcPeer(String id, URI protocol) {}
