package org.hasekura.partnership;

import java.time.Instant;

/** Something that stands in the register, with who said it and when. */
public record Told<T>(T what, EventId id, Author author, Instant at) {}
