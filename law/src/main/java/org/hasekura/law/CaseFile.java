package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cases that a lawyer can read and sign: facts, a day, and the ruling that is expected of them. */
public record CaseFile(String name, List<Case> cases) {
    public CaseFile {
        cases = List.copyOf(cases);
    }

    /** One case. Theme and title describe; no rule asks them. */
    public record Case(
            String id,
            Optional<String> theme,
            Optional<String> title,
            LocalDate day,
            Flow flow,
            Optional<Expected> expected) {}

    /** What a ruling must say: this outcome, at least one of these tokens (if any), all of these IRIs. */
    public record Expected(String outcome, Set<String> basis, Set<String> dpvIri) {}
}
