package org.hasekura.node;

import io.helidon.common.mapper.MapperManager;
import io.helidon.common.mapper.Mappers;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;

/**
 * Helidon turns headers and queries into numbers by mappers, which it looks up anew in its registry each time: a fifth of
 * the processor time of a negotiation. Set once, they are at hand; and the registry, which would search the class path for
 * services that a node does not use, is told to find nothing.
 */
@SuppressWarnings({"deprecation", "removal"}) // the only way that spares the look-up in 4.4.0
final class HelidonMappers {

    static {
        // What is asked for while the mappers are made is not looked for on the class path either.
        GlobalServiceRegistry.registry(
                ServiceRegistryManager.create(nothingFound().build()).registry());
        MapperManager builtIn = MapperManager.builder().discoverServices(false).build();
        GlobalServiceRegistry.registry(ServiceRegistryManager.create(nothingFound()
                        .putContractInstance(Mappers.class, builtIn)
                        .build())
                .registry());
        MapperManager.global(builtIn);
    }

    private HelidonMappers() {}

    private static ServiceRegistryConfig.Builder nothingFound() {
        return ServiceRegistryConfig.builder().discoverServices(false).discoverServicesFromServiceLoader(false);
    }

    /** To be called before a server or a client is made; does its work once. */
    static void keep() {
        // The class's initialisation has done it.
    }
}
