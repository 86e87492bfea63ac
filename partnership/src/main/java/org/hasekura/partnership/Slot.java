package org.hasekura.partnership;

/**
 * A place that holds one value: a field of a promise, an instrument or a meeting. Whoever fills it says which values they
 * saw there; two that did not see each other are a conflict.
 */
public record Slot(String subject, String field) {}
