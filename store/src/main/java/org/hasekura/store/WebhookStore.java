package org.hasekura.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.StoreFailed;

/** Who is told of events, and how far. Durable when a call returns. */
public final class WebhookStore {

    private final GroupCommitWriter writer;
    private final Readers readers;

    WebhookStore(GroupCommitWriter writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** All there are, in the order they were made. */
    public List<Webhook> all() throws StoreFailed {
        return readers.all(Write.of("SELECT body FROM webhook ORDER BY id"), row -> WebhookJson.read(row.getString(1)));
    }

    public Optional<Webhook> find(String id) throws StoreFailed {
        return Sql.asKey(id).isEmpty()
                ? Optional.empty()
                : readers.first(
                        Write.of("SELECT body FROM webhook WHERE id = ?", id),
                        row -> WebhookJson.read(row.getString(1)));
    }

    /**
     * Adds one, with the answer to the request that wanted it, in one commit.
     *
     * @return false, with nothing changed, if the name of that request is taken for another
     */
    public boolean add(Webhook webhook, Optional<Change.Answered> answered, Instant now) throws StoreFailed {
        Write insert = Write.of(
                "INSERT INTO webhook (id, version, body) VALUES (?, ?, ?)",
                Sql.key("webhook", webhook.id()),
                webhook.version(),
                Sql.text("webhook", WebhookJson.write(webhook)));
        Optional<Write> keep = answered.map(each -> KeptAnswers.keep(each, now));
        return writer.runPatiently(transaction -> {
            if (keep.isPresent() && transaction.run(keep.get()) == 0) {
                return new GroupCommitWriter.Outcome.Undo<>(false);
            }
            transaction.run(insert);
            return new GroupCommitWriter.Outcome.Keep<>(true);
        });
    }

    /** Replaces it by its next version; false, with nothing changed, if it was changed or removed meanwhile. */
    public boolean replace(Webhook next) throws StoreFailed {
        Write update = Write.of(
                "UPDATE webhook SET version = ?, body = ? WHERE id = ? AND version = ?",
                next.version(),
                Sql.text("webhook", WebhookJson.write(next)),
                Sql.key("webhook", next.id()),
                next.version() - 1);
        return writer.runPatiently(transaction -> new GroupCommitWriter.Outcome.Keep<>(transaction.run(update) == 1));
    }

    /** Removes it, and answers whether it was there. */
    public boolean remove(String id) throws StoreFailed {
        if (Sql.asKey(id).isEmpty()) {
            return false;
        }
        Write delete = Write.of("DELETE FROM webhook WHERE id = ?", id);
        return writer.runPatiently(transaction -> new GroupCommitWriter.Outcome.Keep<>(transaction.run(delete) == 1));
    }
}
