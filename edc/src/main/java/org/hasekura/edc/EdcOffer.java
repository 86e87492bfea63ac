package org.hasekura.edc;

import tools.jackson.databind.JsonNode;

/** A dataset in a provider's catalog, as it was said there. */
public record EdcOffer(EdcPeer provider, JsonNode dataset) {}
