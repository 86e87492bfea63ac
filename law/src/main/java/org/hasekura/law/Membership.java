package org.hasekura.law;

import java.time.LocalDate;
import java.util.Optional;

/** From when to when a state belongs to the European Union or to the European Economic Area beside it; days inclusive. */
record Membership(String iso, boolean inUnion, LocalDate from, Optional<LocalDate> to, Confidence confidence) {
    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to.isEmpty() || !day.isAfter(to.get()));
    }
}
