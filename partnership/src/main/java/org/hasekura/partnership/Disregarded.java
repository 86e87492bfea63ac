package org.hasekura.partnership;

/** An event that changes nothing, with why. It stays in the set, so that both sides disregard the same. */
public record Disregarded(Named event, Phrase why) {}
