package org.hasekura.partnership;

import java.util.List;
import java.util.Optional;

/**
 * A document or body in which the sides promise.
 *
 * @param isTextAtHand false: its text was not to be had, and what it promised is known from others or not at all
 * @param note what dates and nature need in words; may be blank
 * @param sources ids
 */
public record Instrument(
        String id,
        Phrase title,
        Nature nature,
        Remedy remedy,
        Optional<PartialDate> signed,
        Optional<PartialDate> inForce,
        boolean isTextAtHand,
        String note,
        Owners owners,
        List<String> sources) {
    public Instrument {
        sources = List.copyOf(sources);
    }

    /** The same once its text was read. */
    public Instrument withText() {
        return new Instrument(id, title, nature, remedy, signed, inForce, true, note, owners, sources);
    }
}
