package org.hasekura.node;

import org.hasekura.exchange.StoreFailed;

/** Answers requests of one route. It may be called by many threads at the same time. */
@FunctionalInterface
public interface Handler {

    /**
     * The answer, when everything it promises is durable.
     *
     * @throws StoreFailed when the storage has failed; the asking side is then told nothing but that
     */
    Response handle(Request request) throws StoreFailed;
}
