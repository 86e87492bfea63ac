package org.hasekura.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;

/** Exchanges by what people look for, page by page. A page is as dear as it is long, however much lies before it. */
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
                .since("changed", query);
        // What is under way is a small part of all there ever was, and has an index of its own.
        boolean isUnderWay = query.state()
                .filter(state -> !NegotiationState.valueOf(state).isFinal())
                .isPresent();
        return rows(isUnderWay ? filter.open() : filter, query).stream()
                .map(NegotiationJson::read)
                .toList();
    }

    public List<Transfer> transfers(ListQuery query) throws StoreFailed {
        Filter filter = new Filter("transfer", "created", "pid")
                .equal("peer", query.counterparty())
                .ofDataset(query.dataset())
                .equal("state", query.state())
                .since("changed", query);
        boolean isUnderWay = query.state()
                .filter(state -> !TransferState.valueOf(state).isFinal())
                .isPresent();
        return rows(isUnderWay ? filter.open() : filter, query).stream()
                .map(TransferJson::read)
                .toList();
    }

    public List<Concluded> agreements(ListQuery query) throws StoreFailed {
        Filter filter = new Filter("agreement", "made", "id")
                .equal("peer", query.counterparty())
                .equal("dataset", query.dataset())
                .since("made", query);
        return rows(filter, query).stream().map(ConcludedJson::read).toList();
    }

    private List<String> rows(Filter filter, ListQuery query) throws StoreFailed {
        return filter.isPossible
                        && query.after().flatMap(Sql::asKey).isPresent()
                                == query.after().isPresent()
                ? readers.all(filter.page(query), row -> row.getString(1))
                : List.of();
    }

    /** Conditions on one table, as text that does not depend on the values, so that statements are kept. */
    private static final class Filter {
        private final String table;
        private final String age;
        private final String name;
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private boolean isPossible = true;

        Filter(String table, String age, String name) {
            this.table = table;
            this.age = age;
            this.name = name;
        }

        Filter equal(String column, Optional<String> value) {
            return having(column + " = ?", value);
        }

        /** A transfer has no dataset of its own, its agreement has. */
        Filter ofDataset(Optional<String> dataset) {
            return having("agreement IN (SELECT id FROM agreement WHERE dataset = ?)", dataset);
        }

        /** What cannot be a name in the database is the name of nothing. */
        private Filter having(String condition, Optional<String> value) {
            value.ifPresent(each -> {
                isPossible &= Sql.asKey(each).isPresent();
                conditions.add(condition);
                values.add(each);
            });
            return this;
        }

        Filter since(String column, ListQuery query) {
            query.since().ifPresent(instant -> {
                conditions.add(column + " >= ?");
                values.add(instant);
            });
            return this;
        }

        Filter open() {
            conditions.add("open");
            return this;
        }

        Write page(ListQuery query) {
            List<String> all = new ArrayList<>(conditions);
            List<Object> bound = new ArrayList<>(values);
            query.after().ifPresent(after -> {
                all.add("(" + age + ", " + name + ") < (SELECT " + age + ", " + name + " FROM " + table + " WHERE "
                        + name + " = ?)");
                bound.add(after);
            });
            bound.add(Sql.limit(query.limit()));
            String where = all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
            return new Write(
                    "SELECT body FROM " + table + where + " ORDER BY " + age + " DESC, " + name + " DESC LIMIT ?",
                    List.copyOf(bound));
        }
    }
}
