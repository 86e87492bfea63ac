package org.hasekura.exchange;

import java.util.Map;
import java.util.Optional;

/**
 * Where and how the bytes are to be had. Usual properties: {@code authorization} (the token) and {@code authType}
 * ({@code bearer}). DSP 2025-1 #data-address.
 */
public record DataAddress(String endpointType, Optional<String> endpoint, Map<String, String> properties) {
    public DataAddress {
        properties = Map.copyOf(properties);
    }

    /** Secrets are not for logs: only the names of the properties are shown. */
    @Override
    public String toString() {
        return "DataAddress[" + endpointType + " " + endpoint.orElse("-") + " " + properties.keySet() + "]";
    }
}
