package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One piece of work: the same cure with the same counterparty, for every flow that it restores.
 *
 * @param cure the one of least effort; absent where none is known
 * @param by the first day on which the flows may not go on: the work is done before it. The law data give no grace
 * @param flows ids
 */
public record DrillWork(Harm harm, String counterparty, Optional<Cure> cure, LocalDate by, List<String> flows) {
    public DrillWork {
        flows = List.copyOf(flows);
    }
}
