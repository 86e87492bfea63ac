package org.hasekura.partnership;

/** What a side itself says about a promise. The two sides may differ, and both stay visible. */
public record Report(Standing standing, String words) {}
