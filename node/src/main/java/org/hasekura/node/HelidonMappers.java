package org.hasekura.node;

/**
 * Helidon turns headers and queries into numbers by mappers, which it looks up anew in its registry each time: a fifth of
 * the processor time of a negotiation. Set once, they are at hand.
 */
@SuppressWarnings({"deprecation", "removal"}) // the only way that spares the look-up in 4.4.0
final class HelidonMappers {

    static {
        io.helidon.common.mapper.MapperManager.global(io.helidon.common.mapper.MapperManager.create());
    }

    private HelidonMappers() {}

    /** To be called before a server or a client is made; does its work once. */
    static void keep() {
        // The class's initialisation has done it.
    }
}
