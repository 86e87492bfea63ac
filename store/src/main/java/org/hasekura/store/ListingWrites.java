package org.hasekura.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.exchange.Dataset;

/** The statements by which a dataset begins to be listed, and ends. */
final class ListingWrites {

    /** Among listings, this node's own datasets have no peer. */
    static final String OWN = "";

    private static final String GONE =
            "INSERT INTO listing_gone (number) SELECT number FROM listing WHERE peer = ? AND id = ?";
    private static final String DELETE = "DELETE FROM listing WHERE peer = ? AND id = ?";
    private static final String INSERT = """
            INSERT INTO listing (number, peer, id, page, seen, body)
            SELECT next, ?, ?, ?, ?, ? FROM listing_extent""";
    private static final String NEXT = "UPDATE listing_extent SET next = next + 1";
    private static final String SAME = "UPDATE listing SET seen = ?, page = ? WHERE peer = ? AND id = ? AND body = ?";

    private static final String NO_GRANTS = "DELETE FROM dataset_grant WHERE dataset = ?";
    private static final String GRANT = "INSERT INTO dataset_grant (named, dataset) VALUES (?, ?)";
    private static final String GRANTED = "INSERT INTO granted (named) VALUES (?) ON CONFLICT DO NOTHING";

    private ListingWrites() {}

    /** What goes with this version of it in the same commit. */
    static Stream<ExchangeWrites.Step> of(Dataset dataset) {
        Stream<Write> ended = dataset.version() == 1 ? Stream.empty() : ended(OWN, dataset.id());
        Stream<Write> begun =
                dataset.isOnOffer() ? begun(OWN, dataset.id(), 0, Instant.EPOCH, Optional.empty()) : Stream.empty();
        return Stream.of(ended, begun, grants(dataset))
                .flatMap(each -> each)
                .map(write -> new ExchangeWrites.Step(write, Optional.empty()));
    }

    private static Stream<Write> grants(Dataset dataset) {
        Stream<Write> before = dataset.version() == 1 ? Stream.empty() : Stream.of(Write.of(NO_GRANTS, dataset.id()));
        Stream<Write> now = dataset.isOnOffer()
                ? dataset.visibility().grants().stream()
                        .flatMap(grant -> Stream.of(
                                Write.of(GRANT, Sql.key("grant", grant), dataset.id()), Write.of(GRANTED, grant)))
                : Stream.empty();
        return Stream.concat(before, now);
    }

    static Stream<Write> ended(String peer, String id) {
        return Stream.of(Write.of(GONE, peer, id), Write.of(DELETE, peer, id));
    }

    private static Stream<Write> begun(String peer, String id, long page, Instant seen, Optional<String> body) {
        return Stream.of(Write.of(INSERT, peer, id, page, seen, body), Write.of(NEXT));
    }

    /** A peer's dataset as it was just seen: nothing but the time changes where it is as it was before. */
    static void seen(Transaction transaction, String peer, String id, long page, Instant seen, String body)
            throws SQLException {
        if (transaction.run(Write.of(SAME, seen, page, peer, id, body)) > 0) {
            return;
        }
        List<Write> writes = Stream.concat(ended(peer, id), begun(peer, id, page, seen, Optional.of(body)))
                .toList();
        for (Write write : writes) {
            transaction.run(write);
        }
    }
}
