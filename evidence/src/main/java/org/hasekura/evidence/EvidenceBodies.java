package org.hasekura.evidence;

import java.io.IOException;
import java.time.Instant;

/** Where the things lie that evidence names by hash only, or the memory that they were erased. */
@FunctionalInterface
public interface EvidenceBodies {

    /** What there is under this hash. */
    State find(Hash hash) throws IOException;

    /** How it stands with one of them. */
    sealed interface State {

        /**
         * It is there; SHA-256 of the salt followed by the bytes is what evidence names.
         *
         * @param salt empty where there is none
         */
        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record Kept(byte[] salt, byte[] bytes) implements State {}

        /** It was erased. */
        record Erased(Entry.ErasureGround ground, Instant at) implements State {}

        /** Nothing is known of it. */
        record Unknown() implements State {}
    }
}
