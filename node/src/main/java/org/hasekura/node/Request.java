package org.hasekura.node;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One request, read whole: its body is within the limit of its route, unless that reads it as it comes. */
public final class Request {

    private final Method method;
    private final String path;
    private final Map<String, String> parameters;
    private final Function<String, Optional<String>> query;
    private final Function<String, Optional<String>> headers;
    private final byte[] body;
    private final String address;
    private final String rawQuery;
    private final InputStream content;

    /**
     * A request as an {@link HttpPort} hands it on, or a test makes it.
     *
     * @param path decoded, beginning with a slash
     * @param parameters what stands in the places of the route's pattern, decoded
     * @param query the first value of a query parameter, decoded
     * @param headers the value of a header, by its name in any case; empty when it stands there more than once
     * @param body not copied: the request owns it
     * @param address of the asking machine
     */
    public Request(
            Method method,
            String path,
            Map<String, String> parameters,
            Function<String, Optional<String>> query,
            Function<String, Optional<String>> headers,
            byte[] body,
            String address) {
        this(method, path, parameters, query, headers, body, address, "");
    }

    /**
     * The same with the whole query.
     *
     * @param rawQuery as it came, without the question mark; empty when there was none
     */
    public Request(
            Method method,
            String path,
            Map<String, String> parameters,
            Function<String, Optional<String>> query,
            Function<String, Optional<String>> headers,
            byte[] body,
            String address,
            String rawQuery) {
        this(method, path, parameters, query, headers, body, address, rawQuery, InputStream.nullInputStream());
    }

    /** @param content the body as it comes, for a route that reads it itself */
    Request(
            Method method,
            String path,
            Map<String, String> parameters,
            Function<String, Optional<String>> query,
            Function<String, Optional<String>> headers,
            byte[] body,
            String address,
            String rawQuery,
            InputStream content) {
        this.content = content;
        this.rawQuery = rawQuery;
        this.method = method;
        this.path = path;
        this.parameters = Map.copyOf(parameters);
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.address = address;
    }

    public Method method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** What stands in the place of the route's pattern that has this name. */
    public String parameter(String name) {
        return Optional.ofNullable(parameters.get(name))
                .orElseThrow(() -> new IllegalStateException("the route has no `{" + name + "}`"));
    }

    public Optional<String> query(String name) {
        return query.apply(name);
    }

    /** The path and query that were asked for, with this parameter in the query instead of the one of its name. */
    String withQuery(String name, String value) {
        Stream<String> others = Arrays.stream(rawQuery.split("&", -1))
                .filter(each -> !each.isEmpty() && !each.startsWith(name + "=") && !each.equals(name));
        return path + "?"
                + Stream.concat(others, Stream.of(name + "=" + ApiPath.encode(value)))
                        .collect(Collectors.joining("&"));
    }

    /** The whole query as it came, without the question mark; empty when there was none. */
    String rawQuery() {
        return rawQuery;
    }

    /** What the query names, for a route that refuses what it does not know. */
    Set<String> queryNames() {
        return Arrays.stream(rawQuery.split("&", -1))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("=", 2)[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    /** The token of an {@code Authorization: Bearer} header. */
    public Optional<String> bearerToken() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    /** The bytes themselves, not a copy. */
    public byte[] body() {
        return body;
    }

    /** The body as it comes, where the route reads it itself; it ends with the body and is not closed. */
    InputStream content() {
        return content;
    }

    public String address() {
        return address;
    }
}
