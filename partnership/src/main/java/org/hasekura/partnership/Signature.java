package org.hasekura.partnership;

/**
 * That a seat stands behind an event.
 *
 * @param key which key, as whoever checks it names keys
 * @param value of the event's written form, in Base64
 */
public record Signature(String key, String value) {}
