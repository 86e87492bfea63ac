package org.hasekura.store;

import org.hasekura.exchange.DatasetListings;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.PeerCatalogs;
import org.hasekura.exchange.testing.FakePeerCatalogs;
import org.hasekura.exchange.testing.FakeStore;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The store in memory")
class FakeStoreTest extends ExchangeStoreContract {

    private final FakeStore store = new FakeStore();
    private final PeerCatalogs peerCatalogs = new FakePeerCatalogs(store.listings());

    @Override
    ExchangeStore store() {
        return store;
    }

    @Override
    DatasetListings listings() {
        return store.listings();
    }

    @Override
    PeerCatalogs peerCatalogs() {
        return peerCatalogs;
    }
}
