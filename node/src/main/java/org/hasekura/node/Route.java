package org.hasekura.node;

/**
 * What is served under which path.
 *
 * @param bodyBytesMax a longer body is refused with 413
 */
public record Route(Method method, PathPattern pattern, int bodyBytesMax, Handler handler) {

    public static Route get(String pattern, Handler handler) {
        return new Route(Method.GET, PathPattern.of(pattern), 0, handler);
    }

    public static Route post(String pattern, int bodyBytesMax, Handler handler) {
        return new Route(Method.POST, PathPattern.of(pattern), bodyBytesMax, handler);
    }

    public static Route put(String pattern, int bodyBytesMax, Handler handler) {
        return new Route(Method.PUT, PathPattern.of(pattern), bodyBytesMax, handler);
    }

    /** The same route behind another handler, for example one that asks for a token first. */
    public Route behind(java.util.function.UnaryOperator<Handler> guard) {
        return new Route(method, pattern, bodyBytesMax, guard.apply(handler));
    }
}
