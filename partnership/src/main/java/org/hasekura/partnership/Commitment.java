package org.hasekura.partnership;

import java.util.List;
import java.util.Optional;

/**
 * One promise, in the register's own words.
 *
 * @param id never given to another, for example {@code DPC2-05}
 * @param instrument id of where it was made
 * @param area as the instruments speak of it, for example {@code semiconductors}
 * @param due what the text itself says; a date that people expect stands apart, see {@link Entry#expected}
 * @param isVerifiable the text names something whose existence an outsider could check (OGP IRM); what is not is kept and
 *     never scored for completion
 * @param citations where it is said, never empty
 */
public record Commitment(
        String id,
        String instrument,
        String area,
        CardinalPoint point,
        Kind kind,
        Phrase text,
        Owners owners,
        PartialDate made,
        Optional<Due> due,
        boolean isVerifiable,
        Confidence confidence,
        List<Citation> citations) {

    public Commitment {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("`" + id + "` cites nothing");
        }
    }
}
