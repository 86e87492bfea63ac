package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one criterion in one country on the day.
 *
 * @param pass for access by the state, which kind of access: {@code law-enforcement}, {@code national-security}, {@code voluntary},
 *     {@code commercial}
 * @param evidence what the status rests on, or what is known beside it where it stays unknown
 * @param confidence of the weakest fact used
 */
public record GapCell(
        Criterion criterion, Optional<String> pass, GapStatus status, List<Evidence> evidence, Confidence confidence) {
    public GapCell {
        evidence = List.copyOf(evidence);
    }

    /**
     * A fact in words.
     *
     * @param from since when, where that is known
     */
    public record Evidence(String textEn, String textJa, Optional<LocalDate> from) {}

    /** Such as {@code C2/national-security}. */
    public String id() {
        return pass.map(each -> criterion.id() + "/" + each).orElse(criterion.id());
    }

    /** Whether a gap is known here that nothing else makes up. */
    public boolean blocks() {
        return criterion.blocking() && status.isGap();
    }
}
