package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;

/**
 * Which events somebody wants.
 *
 * @param types patterns: a type, or its beginning and a star, for example {@code negotiation.*}; empty: all
 * @param process pid of the negotiation or transfer
 * @param counterparty DID of the other side of the negotiation or transfer
 */
record EventFilter(List<String> types, Optional<String> process, Optional<String> counterparty) {

    private static final int TYPES_MAX = 50;
    private static final String TYPE = "[a-z][a-z-]{0,63}([.][a-z][a-z-]{0,63})?([.][*])?|[*]";

    EventFilter {
        types = List.copyOf(types);
    }

    /** Why these are no patterns of types; empty when they are. */
    static Optional<String> fault(List<String> types) {
        if (types.size() > TYPES_MAX) {
            return Optional.of("at most " + TYPES_MAX + " types can be named");
        }
        return types.stream()
                .filter(type -> !type.matches(TYPE))
                .findFirst()
                .map(type -> "`" + type + "` is no type of event; there are for example `negotiation.finalized` and"
                        + " `transfer.*`");
    }

    static boolean isOfTypes(List<String> types, String type) {
        return types.isEmpty()
                || types.stream()
                        .anyMatch(pattern -> pattern.endsWith("*")
                                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                                : type.equals(pattern));
    }

    boolean admits(Event event, ExchangeStore store) throws StoreFailed {
        return isOfTypes(types, event.type())
                && (process.isEmpty() || event.entry().process().equals(process))
                && (counterparty.isEmpty() || peer(event, store).equals(counterparty));
    }

    private static Optional<String> peer(Event event, ExchangeStore store) throws StoreFailed {
        Optional<String> pid = event.entry().process();
        if (pid.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> peer = store.negotiation(pid.get()).map(Negotiation::peer);
        return peer.isPresent() ? peer : store.transfer(pid.get()).map(Transfer::peer);
    }
}
