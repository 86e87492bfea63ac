package org.hasekura.node;

import static org.hasekura.node.Operation.Kind.INSTANT;
import static org.hasekura.node.Operation.Kind.TEXT;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.store.ListQuery;

/** The parameters by which lists of exchanges are filtered. */
final class ListFilter {

    private ListFilter() {}

    /** The operation with the parameters that all such lists take. */
    static Operation described(Operation operation) {
        return operation
                .query("counterparty", TEXT, "those with this DID on the other side")
                .query("dataset", TEXT, "those about this dataset")
                .query("since", INSTANT, "those that were changed then or later")
                .paged();
    }

    static String[] names(Enum<?>[] states) {
        return Stream.of(states).map(Enum::name).toArray(String[]::new);
    }

    /** @param states those that there are; none where the list knows no states */
    static ListQuery read(Request request, Page page, String... states) throws ManagementJson.BadInput {
        Optional<String> state = request.query("state");
        if (state.isPresent() && !List.of(states).contains(state.get())) {
            throw new ManagementJson.BadInput(
                    "?state",
                    "there is no state `" + state.get() + "`"
                            + (states.length == 0 ? " here" : "; there are " + String.join(", ", states)));
        }
        return new ListQuery(
                state,
                request.query("counterparty"),
                request.query("dataset"),
                since(request),
                page.after(),
                page.sought());
    }

    private static Optional<Instant> since(Request request) throws ManagementJson.BadInput {
        Optional<String> text = request.query("since");
        try {
            return text.map(Instant::parse);
        } catch (DateTimeException e) {
            throw new ManagementJson.BadInput(
                    "?since", "`since` is `" + text.orElse("") + "`; it takes a time such as 2026-11-21T09:00:00Z");
        }
    }
}
