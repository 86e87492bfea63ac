package org.hasekura.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of a list is wanted; what is absent is not asked for.
 *
 * @param state of negotiations and transfers
 * @param counterparty DID of the other side
 * @param since changed then or later
 */
public record Filter(
        Optional<String> state, Optional<String> counterparty, Optional<String> dataset, Optional<Instant> since) {

    /** All. */
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Filter inState(String name) {
        return new Filter(Optional.of(name), counterparty, dataset, since);
    }

    public Filter with(String did) {
        return new Filter(state, Optional.of(did), dataset, since);
    }

    public Filter about(String datasetId) {
        return new Filter(state, counterparty, Optional.of(datasetId), since);
    }

    public Filter since(Instant instant) {
        return new Filter(state, counterparty, dataset, Optional.of(instant));
    }

    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        state.ifPresent(each -> query.put("state", each));
        counterparty.ifPresent(each -> query.put("counterparty", each));
        dataset.ifPresent(each -> query.put("dataset", each));
        since.ifPresent(each -> query.put("since", each.toString()));
        return query;
    }
}
