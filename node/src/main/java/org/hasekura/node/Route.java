package org.hasekura.node;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * What is served under which path.
 *
 * @param bodyBytesMax a longer body is refused with 413
 * @param streamedBytesMax present where the handler reads the body itself as it comes; a longer one ends the connection
 * @param operation what it does; every route of the management API says so
 */
public record Route(
        Method method,
        PathPattern pattern,
        int bodyBytesMax,
        OptionalLong streamedBytesMax,
        Handler handler,
        Optional<Operation> operation) {

    public static Route get(String pattern, Handler handler) {
        return new Route(Method.GET, PathPattern.of(pattern), 0, OptionalLong.empty(), handler, Optional.empty());
    }

    public static Route post(String pattern, int bodyBytesMax, Handler handler) {
        return new Route(
                Method.POST, PathPattern.of(pattern), bodyBytesMax, OptionalLong.empty(), handler, Optional.empty());
    }

    /** Its handler reads the body as it comes, from {@link Request#content}. */
    static Route streamed(String pattern, long bytesMax, Handler handler) {
        return new Route(Method.POST, PathPattern.of(pattern), 0, OptionalLong.of(bytesMax), handler, Optional.empty());
    }

    public static Route put(String pattern, int bodyBytesMax, Handler handler) {
        return new Route(
                Method.PUT, PathPattern.of(pattern), bodyBytesMax, OptionalLong.empty(), handler, Optional.empty());
    }

    public static Route delete(String pattern, Handler handler) {
        return new Route(Method.DELETE, PathPattern.of(pattern), 0, OptionalLong.empty(), handler, Optional.empty());
    }

    /** The same route, with what it does. */
    public Route described(Operation what) {
        return new Route(method, pattern, bodyBytesMax, streamedBytesMax, handler, Optional.of(what));
    }

    /** The same route behind another handler, for example one that asks for a token first. */
    public Route behind(UnaryOperator<Handler> guard) {
        return new Route(method, pattern, bodyBytesMax, streamedBytesMax, guard.apply(handler), operation);
    }
}
