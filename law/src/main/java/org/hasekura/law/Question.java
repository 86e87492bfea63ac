package org.hasekura.law;

/** A fact that is missing, or a code that is not known: what has to be established before anyone may decide. */
public record Question(String id, String textEn, String textJa) {}
