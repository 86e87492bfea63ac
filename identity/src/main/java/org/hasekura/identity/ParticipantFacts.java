package org.hasekura.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a participant on one day; what is absent is unknown, not false.
 *
 * <p>The codes are those of the law's cases; a code the law does not know leaves its ruling undecided.
 *
 * @param country ISO 3166-1 alpha-2, or {@code EPO}
 * @param role for example {@code controller}
 * @param kind for example {@code business}
 * @param certifiedUnder active certifications, for example {@code DPF}
 * @param subjectTo laws that reach the participant, for example {@code APPI}
 * @param relation to the exporter, for example {@code subsidiary}
 * @param credentials memberships and certifications that the law does not ask for, for example {@code ISO27001}
 * @param suppliers whose equipment or services its connection rests on
 * @param safeguards those concluded with the participant and in force
 */
public record ParticipantFacts(
        Did did,
        LocalDate day,
        Optional<String> name,
        Optional<String> country,
        Optional<String> role,
        Optional<String> kind,
        Optional<String> sector,
        Set<String> certifiedUnder,
        Set<String> subjectTo,
        Optional<String> relation,
        Set<String> credentials,
        Set<String> suppliers,
        List<Safeguard> safeguards) {

    public ParticipantFacts {
        certifiedUnder = Set.copyOf(certifiedUnder);
        subjectTo = Set.copyOf(subjectTo);
        credentials = Set.copyOf(credentials);
        suppliers = Set.copyOf(suppliers);
        safeguards = List.copyOf(safeguards);
    }
}
