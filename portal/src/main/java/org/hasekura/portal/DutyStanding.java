package org.hasekura.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Hash;

/**
 * A duty that an agreement brought with it, and what was stated about it, as the evidence has both.
 *
 * @param id as the law data name it
 * @param bearers DIDs of those who must fulfil it
 * @param dueBy the last day for it; absent where there is none
 * @param stated that it is fulfilled, the oldest first
 */
public record DutyStanding(String id, List<String> bearers, Optional<LocalDate> dueBy, List<Stated> stated) {

    public DutyStanding {
        bearers = List.copyOf(bearers);
        stated = List.copyOf(stated);
    }

    /**
     * What somebody stated.
     *
     * @param role in which they did
     * @param text absent once it was erased
     * @param document SHA-256 of what shows it, in hex, where there is such a thing
     */
    public record Stated(Instant at, String role, Optional<String> text, Optional<String> document) {}

    /**
     * What somebody is about to state.
     *
     * @param document SHA-256 of what shows it; the document itself stays with whoever has it
     */
    public record Statement(String duty, String role, String text, Optional<Hash> document) {}

    State on(LocalDate day) {
        if (!stated.isEmpty()) {
            return State.FULFILLED;
        }
        return dueBy.filter(day::isAfter).isPresent() ? State.LATE : State.OPEN;
    }

    /** Where it stands. */
    enum State {
        OPEN("warn"),
        LATE("bad"),
        FULFILLED("good");

        private final String kind;

        State(String kind) {
            this.kind = kind;
        }

        Html chip(Words words) {
            return Html.of("<span class=\"chip {}\">{}</span>", kind, words.word("duties.state", this));
        }
    }
}
