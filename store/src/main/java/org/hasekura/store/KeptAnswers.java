package org.hasekura.store;

import java.time.Instant;
import java.util.Optional;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.StoreFailed;

/**
 * Answers that were given to requests with a name of their own, so that the same request again is answered and not done
 * again. Each got here in the commit that it tells of.
 */
public final class KeptAnswers {

    /** A name that is taken for another request, or whose time is over, gives way to nothing and to everything. */
    private static final String KEEP = """
            INSERT INTO kept_answer (name, request, answer, expires) VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE
            SET request = excluded.request, answer = excluded.answer, expires = excluded.expires
            WHERE kept_answer.request = excluded.request OR kept_answer.expires < ?""";

    private final GroupCommitWriter writer;
    private final Readers readers;

    KeptAnswers(GroupCommitWriter writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** @param now to know whether an answer of that name is still good */
    static Write keep(Change.Answered answered, Instant now) {
        return Write.of(
                KEEP,
                Sql.key("request name", answered.name()),
                Sql.text("request", answered.request()),
                Sql.text("answer", answered.answer()),
                answered.expires(),
                now);
    }

    /** The answer of that name, unless its time was over by then. */
    public Optional<Change.Answered> find(String name, Instant now) throws StoreFailed {
        return Sql.asKey(name).isEmpty()
                ? Optional.empty()
                : readers.first(
                        Write.of(
                                "SELECT request, answer, expires FROM kept_answer WHERE name = ? AND expires >= ?",
                                name,
                                now),
                        row -> new Change.Answered(
                                name, row.getString(1), row.getString(2), Sql.instant(row.getLong(3))));
    }

    /** Forgets those whose time is over, and answers how many. */
    public int forget(Instant now) throws StoreFailed {
        Write delete = Write.of("DELETE FROM kept_answer WHERE expires < ?", now);
        return writer.runPatiently(transaction -> new GroupCommitWriter.Outcome.Keep<>(transaction.run(delete)));
    }
}
