package org.hasekura.store;

import java.util.List;

/**
 * One statement with its values, made ready on the caller's thread so that the writer only hands it on.
 *
 * @param values see {@link Sql#bind}
 */
record Write(String sql, List<Object> values) {
    static Write of(String sql, Object... values) {
        return new Write(sql, List.of(values));
    }
}
