package org.hasekura.exchange;

/** A dataset on offer, by name and version: what is needed to know whether its bytes are still those of before. */
public record OnOffer(String id, long version) {}
