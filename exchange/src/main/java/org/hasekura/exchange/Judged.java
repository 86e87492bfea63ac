package org.hasekura.exchange;

import java.time.LocalDate;
import java.util.List;
import org.hasekura.law.Ruling;

/**
 * The last ruling on a transfer, as far as the next one is compared with it. The whole of it stands in the evidence.
 *
 * @param lawData version of the law data
 * @param day for which it was given
 * @param outcome in the words of {@link Ruling#outcome()}
 * @param basis tokens of its grounds
 * @param permitted ids of the questions that the law left open and a person answered for this transfer
 */
public record Judged(String lawData, LocalDate day, String outcome, List<String> basis, List<String> permitted) {
    public Judged {
        basis = List.copyOf(basis);
        permitted = List.copyOf(permitted);
    }

    static Judged of(Ruling ruling, List<String> permitted) {
        return new Judged(ruling.lawData(), ruling.judgedFor(), ruling.outcome(), ruling.basis(), permitted);
    }

    /** Whether the other says the same by the same law data, on whatever day. */
    boolean saysSameAs(Judged other) {
        return lawData.equals(other.lawData) && outcome.equals(other.outcome) && basis.equals(other.basis);
    }
}
