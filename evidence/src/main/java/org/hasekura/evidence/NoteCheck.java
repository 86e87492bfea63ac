package org.hasekura.evidence;

import java.util.List;

/** What came of checking a note against known keys. */
public sealed interface NoteCheck {

    /** At least one known key signed, and no signature of a known key is bad. */
    record Signed(List<VerifiedSignature> signatures) implements NoteCheck {}

    /** The note must not be used. {@code place} says where, {@code reason} why. */
    record Refused(String place, String reason) implements NoteCheck {}
}
