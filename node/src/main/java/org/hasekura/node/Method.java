package org.hasekura.node;

/** What a request asks to be done, as far as this node serves it. */
public enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    DELETE
}
