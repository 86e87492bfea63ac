package org.hasekura.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;

/**
 * Exchanges by what people look for, page by page, newest first. A page is as dear as it is long, however much lies before
 * it; only of those that were changed {@code since} a time but are older than it, all that ended since are looked at.
 */
public final class Listings {

    private final Readers readers;

    Listings(Readers readers) {
        this.readers = readers;
    }

    public List<Negotiation> negotiations(ListQuery query) throws StoreFailed {
        Filter filter = new Filter("negotiation", "created", "pid")
                .equal("peer", query.counterparty())
                .equal("dataset", query.dataset())
                .equal("state", query.state())
                .after(query);
        boolean isUnderWay = query.state()
                .filter(state -> !NegotiationState.valueOf(state).isFinal())
                .isPresent();
        return moving(filter, query, isUnderWay).stream()
                .map(NegotiationJson::read)
                .toList();
    }

    public List<Transfer> transfers(ListQuery query) throws StoreFailed {
        Filter filter = new Filter("transfer", "created", "pid")
                .equal("peer", query.counterparty())
                .ofDataset(query.dataset())
                .equal("state", query.state())
                .after(query);
        boolean isUnderWay = query.state()
                .filter(state -> !TransferState.valueOf(state).isFinal())
                .isPresent();
        return moving(filter, query, isUnderWay).stream()
                .map(TransferJson::read)
                .toList();
    }

    public List<Concluded> agreements(ListQuery query) throws StoreFailed {
        Filter filter = new Filter("agreement", "made", "id")
                .equal("peer", query.counterparty())
                .equal("dataset", query.dataset())
                .after(query);
        Filter since = query.since().isPresent()
                ? filter.and("made >= ?", query.since().get())
                : filter;
        return bodies(rows(since, query.limit())).map(ConcludedJson::read).toList();
    }

    /**
     * Of exchanges that change while they last, those changed since: all that were begun since, and of the older ones
     * those that are open or have ended since. What is under way is a small part of all there ever was.
     */
    private List<String> moving(Filter filter, ListQuery query, boolean isUnderWay) throws StoreFailed {
        Filter asked = isUnderWay ? filter.and("open") : filter;
        if (query.since().isEmpty()) {
            return bodies(rows(asked, query.limit())).toList();
        }
        Instant since = query.since().get();
        List<Row> found = new ArrayList<>(rows(asked.and("created >= ?", since), query.limit()));
        int more = query.limit() - found.size();
        if (more > 0) {
            Filter older = asked.and("changed >= ?", since);
            List<Row> open = rows(older.and("created < ?", since).and("open"), more);
            // The plus keeps the database from walking through all there ever was in the order of the answer.
            List<Row> ended = isUnderWay
                    ? List.of()
                    : rows(older.and("+created < ?", since).and("NOT open").sorted(), more);
            Stream.concat(open.stream(), ended.stream())
                    .sorted(Row.NEWEST_FIRST)
                    .limit(more)
                    .forEach(found::add);
        }
        return bodies(found).toList();
    }

    private record Row(long age, String name, String body) {
        // As the database compares names: in the order of UTF-8's bytes, which for pids in ASCII is that of Java.
        static final Comparator<Row> NEWEST_FIRST =
                Comparator.comparingLong(Row::age).thenComparing(Row::name).reversed();

        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getLong(1), row.getString(2), row.getString(3));
        }
    }

    private static Stream<String> bodies(List<Row> rows) {
        return rows.stream().map(Row::body);
    }

    private List<Row> rows(Filter filter, int limit) throws StoreFailed {
        return filter.isPossible ? readers.all(filter.first(limit), Row::of) : List.of();
    }

    /** Conditions on one table, as text that does not depend on the values, so that statements are kept. */
    private record Filter(
            String table,
            String age,
            String name,
            List<String> conditions,
            List<Object> values,
            boolean isPossible,
            boolean isSorted) {

        Filter(String table, String age, String name) {
            this(table, age, name, List.of(), List.of(), true, false);
        }

        Filter equal(String column, Optional<String> value) {
            return having(column + " = ?", value);
        }

        /** A transfer has no dataset of its own, its agreement has. */
        Filter ofDataset(Optional<String> dataset) {
            return having("agreement IN (SELECT id FROM agreement WHERE dataset = ?)", dataset);
        }

        /** Behind the last one of the page before. */
        Filter after(ListQuery query) {
            return having(
                    "(" + age + ", " + name + ") < (SELECT " + age + ", " + name + " FROM " + table + " WHERE " + name
                            + " = ?)",
                    query.after());
        }

        /** What cannot be a name in the database is the name of nothing. */
        private Filter having(String condition, Optional<String> value) {
            if (value.isEmpty()) {
                return this;
            }
            Filter narrowed = and(condition, value.get());
            return Sql.asKey(value.get()).isPresent() ? narrowed : narrowed.impossible();
        }

        Filter and(String condition, Object... bound) {
            return new Filter(
                    table,
                    age,
                    name,
                    Stream.concat(conditions.stream(), Stream.of(condition)).toList(),
                    Stream.concat(values.stream(), Stream.of(bound)).toList(),
                    isPossible,
                    isSorted);
        }

        private Filter impossible() {
            return new Filter(table, age, name, conditions, values, false, isSorted);
        }

        /** The rows are few, and are sorted instead of being read in order. */
        Filter sorted() {
            return new Filter(table, age, name, conditions, values, isPossible, true);
        }

        Write first(int limit) {
            String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
            return new Write(
                    "SELECT " + age + ", " + name + ", body FROM " + table + where + " ORDER BY "
                            + (isSorted ? "+" : "") + age + " DESC, " + name + " DESC LIMIT ?",
                    Stream.concat(values.stream(), Stream.of(Sql.limit(limit))).toList());
        }
    }
}
