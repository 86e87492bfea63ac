package org.hasekura.node;

import java.util.Optional;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.store.SettingStore;

/** Where a part of the node keeps small things by name. What was put is durable when the call returns. */
interface Shelf {

    Optional<byte[]> get(String name) throws StoreFailed;

    void put(String name, byte[] value) throws StoreFailed;

    /** The shelf in the store of a node. */
    static Shelf of(SettingStore settings) {
        return new Shelf() {
            @Override
            public Optional<byte[]> get(String name) throws StoreFailed {
                return settings.get(name);
            }

            @Override
            public void put(String name, byte[] value) throws StoreFailed {
                settings.put(name, value);
            }
        };
    }
}
