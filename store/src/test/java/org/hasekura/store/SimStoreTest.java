package org.hasekura.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.DatasetListings;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.PeerCatalogs;
import org.hasekura.exchange.testing.FakePeerCatalogs;
import org.hasekura.exchange.testing.SimDisk;
import org.hasekura.exchange.testing.SimStore;
import org.junit.jupiter.api.DisplayName;

/** Opened again before each read, so that what is read comes from the disk; one thread at a time, as it asks for. */
@DisplayName("The store on a simulated disk")
class SimStoreTest extends ExchangeStoreContract {

    private final SimStore store = new SimStore(new SimDisk());
    private final PeerCatalogs peerCatalogs = new FakePeerCatalogs(store.state().listings());

    @Override
    ExchangeStore store() {
        return (ExchangeStore) Proxy.newProxyInstance(
                SimStoreTest.class.getClassLoader(), new Class<?>[] {ExchangeStore.class}, (_, method, arguments) -> {
                    synchronized (store) {
                        if (method.getName().equals("commit")) {
                            return store.commit((Commit) arguments[0]);
                        }
                        store.reopen();
                        try {
                            return method.invoke(store.state(), arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }
                });
    }

    /** Made anew of what was committed, as it is there when the test asks. */
    @Override
    DatasetListings listings() {
        return store.state().listings();
    }

    @Override
    PeerCatalogs peerCatalogs() {
        return peerCatalogs;
    }
}
