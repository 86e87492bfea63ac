package org.hasekura.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An address that the node tells of events.
 *
 * @param state {@code active}, {@code failing} or {@code disabled}
 * @param secret for checking signatures; there when it was just made or changed, and never again
 */
public record Webhook(String id, URI address, List<String> types, String state, Optional<String> secret) {
    public Webhook {
        types = List.copyOf(types);
    }

    @Override
    public String toString() {
        return "Webhook[" + id + " " + address + " " + state + "]";
    }
}
