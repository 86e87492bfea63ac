package org.hasekura.client;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The items of a list, page after page, each page asked for when it is needed. For one thread. */
final class Pages<T> implements Iterator<T> {

    private final Connection connection;
    private final String path;
    private final Map<String, String> query;
    private final ViewsJson.View<T> view;
    private final Deque<T> items = new ArrayDeque<>();
    private Optional<String> after = Optional.empty();
    private boolean isLast;

    Pages(Connection connection, String path, Map<String, String> query, ViewsJson.View<T> view) {
        this.connection = connection;
        this.path = path;
        this.query = query;
        this.view = view;
    }

    @Override
    public boolean hasNext() {
        while (items.isEmpty() && !isLast) {
            Map<String, String> asked = new LinkedHashMap<>(query);
            after.ifPresent(cursor -> asked.put("after", cursor));
            ViewsJson.Page<T> page = page(Connection.withQuery(path, asked));
            items.addAll(page.items());
            after = page.next();
            isLast = after.isEmpty();
        }
        return !items.isEmpty();
    }

    private ViewsJson.Page<T> page(String asked) {
        try {
            return connection.get(asked).map(body -> ViewsJson.page(body, view)).orElseThrow();
        } catch (RequestFailed failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.remove();
    }
}
