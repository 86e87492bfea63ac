package org.hasekura.store;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.hasekura.exchange.Audience;

/**
 * The statement that pages through datasets on offer, as an audience sees them. What everybody sees is read by an index of its own;
 * only for whom something is restricted to is another index read for each of its grants. Each part reads no more than a page.
 */
final class OnOfferQuery {

    private static final String PAGE = " ORDER BY id LIMIT ?";
    private static final String GRANTED = """
             FROM dataset_grant JOIN dataset ON dataset.id = dataset_grant.dataset
            WHERE dataset_grant.named = ? AND dataset_grant.dataset > ? ORDER BY dataset_grant.dataset LIMIT ?""";

    private OnOfferQuery() {}

    /** @param column what is read beside the id */
    static Write of(String column, Audience audience, String after, int limit) {
        return switch (audience) {
            case Audience.Own _ ->
                Write.of("SELECT id, " + column + " FROM dataset WHERE on_offer AND id > ?" + PAGE, after, limit);
            case Audience.Peer(NavigableSet<String> grants) ->
                grants.isEmpty() ? Write.of(everybodys(column), after, limit) : merged(column, grants, after, limit);
        };
    }

    private static String everybodys(String column) {
        return "SELECT id, " + column + " FROM dataset WHERE on_offer AND for_everyone AND id > ?" + PAGE;
    }

    /** A dataset that several grants show is there once: its rows are the same. */
    private static Write merged(String column, NavigableSet<String> grants, String after, int limit) {
        List<String> parts = new ArrayList<>(List.of(everybodys(column)));
        List<Object> values = new ArrayList<>(List.of(after, limit));
        for (String grant : grants) {
            parts.add("SELECT dataset.id, dataset." + column + GRANTED);
            values.addAll(List.of(grant, after, limit));
        }
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            sql.append(i == 0 ? "" : " UNION ")
                    .append("SELECT * FROM (")
                    .append(parts.get(i))
                    .append(") AS part")
                    .append(i);
        }
        values.add(limit);
        return Write.of(sql.append(" ORDER BY id LIMIT ?").toString(), values.toArray());
    }
}
