package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of a list: its {@code items}, and {@code next} with a {@code Link} (RFC 8288) when there may be more. */
final class PageJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PageJson() {}

    /**
     * The page as an answer.
     *
     * @param found what the page holds, and one more when there is more
     * @param name by which the next page is told where to begin
     */
    static <T> Response.Whole answer(
            Request request, Page page, List<T> found, Function<T, String> name, Function<T, ObjectNode> writer) {
        boolean isLast = found.size() <= page.limit();
        List<T> items = isLast ? found : found.subList(0, page.limit());
        return answer(
                request,
                items,
                writer,
                isLast ? Optional.empty() : Optional.of(Page.cursor(name.apply(items.getLast()))));
    }

    /** @param next what {@code after} of the next page is; absent on the last */
    static <T> Response.Whole answer(
            Request request, List<T> items, Function<T, ObjectNode> writer, Optional<String> next) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode array = node.putArray("items");
        items.forEach(item -> array.add(writer.apply(item)));
        next.ifPresent(cursor -> node.put("next", cursor));
        return linked(request, node.toString(), next);
    }

    /** The same where the page is written already. */
    static Response.Whole linked(Request request, String body, Optional<String> next) {
        Response.Whole page = Response.json(200, body);
        return next.map(cursor -> page.with("Link", "<" + request.withQuery("after", cursor) + ">; rel=\"next\""))
                .orElse(page);
    }
}
