package org.hasekura.law;

/** What must be true before the first byte and stay true; under a prohibition, one way to cure it. */
public record Condition(String id, String textEn, String textJa, Provision provision) {}
