package org.hasekura.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which events are wanted.
 *
 * @param types for example {@code negotiation.*}; empty: all
 * @param from begins with the event of this id; absent: with what comes from now on
 */
public record EventQuery(
        List<String> types, Optional<String> process, Optional<String> counterparty, OptionalLong from) {

    /** Everything that comes from now on. */
    public static final EventQuery FROM_NOW =
            new EventQuery(List.of(), Optional.empty(), Optional.empty(), OptionalLong.empty());

    public EventQuery {
        types = List.copyOf(types);
    }

    public EventQuery ofTypes(String... names) {
        return new EventQuery(List.of(names), process, counterparty, from);
    }

    public EventQuery about(String pid) {
        return new EventQuery(types, Optional.of(pid), counterparty, from);
    }

    public EventQuery with(String did) {
        return new EventQuery(types, process, Optional.of(did), from);
    }

    public EventQuery from(long id) {
        return new EventQuery(types, process, counterparty, OptionalLong.of(id));
    }

    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        if (!types.isEmpty()) {
            query.put("types", String.join(",", types));
        }
        process.ifPresent(each -> query.put("process", each));
        counterparty.ifPresent(each -> query.put("counterparty", each));
        from.ifPresent(each -> query.put("from", Long.toString(each)));
        return query;
    }
}
