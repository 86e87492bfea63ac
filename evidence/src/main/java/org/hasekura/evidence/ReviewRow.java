package org.hasekura.evidence;

import java.time.YearMonth;
import java.util.List;

/**
 * One thing that an adequacy review counts, proved by one entry of a log. Of who took part it says no more than kind and
 * sector, by the word of the node that keeps the register.
 *
 * @param what is counted
 * @param index of the entry that proves it
 * @param ruling index of the entry of the ruling that the flow started on
 * @param month of the entry, in UTC
 * @param decision id of the adequacy decision that the ruling rests on, such as {@code EU-JP-2019}
 * @param recipientKind for example {@code business}
 * @param sector of the recipient, for example {@code health}
 * @param subject of a duty its id, of an incident its reason; empty for a flow
 * @param onward whether the data had come here under another decision before
 */
public record ReviewRow(
        Counted what,
        long index,
        long ruling,
        YearMonth month,
        String decision,
        String recipientKind,
        String sector,
        String subject,
        boolean onward) {

    /** What an entry counts for. */
    public enum Counted {
        /** A transfer started on a ruling that rests on a decision. */
        FLOW,
        /** A duty binds under an agreement of such a flow. */
        DUTY_DUE,
        /** It was stated to be fulfilled. */
        DUTY_FULFILLED,
        /** Such a flow was suspended, or ended otherwise than as agreed. */
        INCIDENT
    }

    /** The tables of a review, each by another side of the same rows. */
    public static List<ReviewTable> tables(List<ReviewRow> rows) {
        return List.of(
                ReviewTable.of("flows by decision", rows, Counted.FLOW, ReviewRow::decision),
                ReviewTable.of(
                        "flows by month", rows, Counted.FLOW, row -> row.month().toString()),
                ReviewTable.of("flows by kind of recipient", rows, Counted.FLOW, ReviewRow::recipientKind),
                ReviewTable.of("flows by sector of recipient", rows, Counted.FLOW, ReviewRow::sector),
                ReviewTable.of(
                        "flows by onward transfer", rows, Counted.FLOW, row -> row.onward() ? "onward" : "first"),
                ReviewTable.of("duties due", rows, Counted.DUTY_DUE, ReviewRow::subject),
                ReviewTable.of("duties fulfilled", rows, Counted.DUTY_FULFILLED, ReviewRow::subject),
                ReviewTable.of("incidents by reason", rows, Counted.INCIDENT, ReviewRow::subject));
    }
}
