package org.hasekura.policy;

import java.util.List;
import java.util.Optional;
import org.hasekura.law.Law;

/**
 * What a duty that comes from the law says, with the provision behind it.
 *
 * @param id of the duty in the law data, as it follows {@link Duty#LAW}
 * @param who {@code exporter}, {@code importer} or {@code both}; absent for a condition, which both have to see to
 * @param english what has to be done
 * @param japanese the same in Japanese
 * @param until until when; absent for a condition, which has to be met first and to stay met
 * @param citation the provision, for people
 * @param citationJa the same as it is cited in Japanese
 */
public record DutyText(
        String id,
        Optional<String> who,
        String english,
        String japanese,
        Optional<Duty.Until> until,
        String citation,
        String citationJa) {

    /**
     * The words behind every duty of the law in the terms, from the law data: for an agreement that was made before, or
     * by another node. A duty that these law data do not hold is left out and shows by its id. Where the ruling filled
     * something in that the duty does not carry, there is an ellipsis.
     */
    public static List<DutyText> of(Terms terms, Law law) {
        return LawDuties.texts(terms, law);
    }
}
