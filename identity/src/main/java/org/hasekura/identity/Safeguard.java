package org.hasekura.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A transfer tool or other safeguard concluded with a participant, for example standard contractual clauses.
 *
 * @param type a code of the law's vocabulary, for example {@code SCC}
 * @param attributes what the law asks about it, as text: {@code set}, {@code module}, {@code signed}, {@code tia} …
 * @param source where the exporter knows it from
 * @param from the first day it binds
 * @param to the last day it binds; absent while it goes on
 * @param recordedAt when it was written into the register
 */
public record Safeguard(
        String type,
        Map<String, String> attributes,
        String source,
        LocalDate from,
        Optional<LocalDate> to,
        Instant recordedAt) {

    public Safeguard {
        attributes = Map.copyOf(attributes);
        if (type.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("safeguard `" + type + "` needs a type and a source");
        }
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("safeguard `" + type + "` ends on " + to.get() + ", before " + from);
        }
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
