package org.hasekura.partnership;

import java.util.Optional;

/**
 * Who changed the register: a person of one of the secretariats, or somebody who belongs to neither.
 *
 * @param name of the person or body, as they want to be named; it is published with the register
 */
public record Author(Seat seat, String name) {

    /** For whom somebody speaks. */
    public enum Seat {
        EU("eu"),
        JAPAN("jp"),
        INDEPENDENT("independent");

        private final String word;

        Seat(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Seat> of(String word) {
            for (Seat seat : values()) {
                if (seat.word.equals(word)) {
                    return Optional.of(seat);
                }
            }
            return Optional.empty();
        }

        /** Whether this one may speak in the name of that side. */
        public boolean speaksFor(Side side) {
            return switch (side) {
                case EU -> this == EU;
                case JAPAN -> this == JAPAN;
            };
        }
    }
}
