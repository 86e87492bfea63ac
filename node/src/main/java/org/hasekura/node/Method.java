package org.hasekura.node;

import java.util.Optional;

/** What a request asks to be done, as far as this node serves it. */
public enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    DELETE;

    private static final Method[] ALL = values();

    /** The method of that name; empty for one that this node does not serve. RFC 9110 §9.1: names tell case apart. */
    static Optional<Method> of(String name) {
        for (Method each : ALL) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
