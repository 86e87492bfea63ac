package org.hasekura.store;

import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.testing.FakeStore;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The store in memory")
class FakeStoreTest extends ExchangeStoreContract {

    private final FakeStore store = new FakeStore();

    @Override
    ExchangeStore store() {
        return store;
    }
}
