package org.hasekura.delivery;

import java.util.Optional;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;

/** What the bytes move on, as it is durable now. */
public interface Grounds {

    Optional<Transfer> transfer(String pid) throws StoreFailed;

    Optional<Concluded> agreement(String agreementId) throws StoreFailed;

    Optional<Dataset> dataset(String datasetId) throws StoreFailed;

    /** The grounds as this store has them. */
    static Grounds in(ExchangeStore store) {
        return new Grounds() {
            @Override
            public Optional<Transfer> transfer(String pid) throws StoreFailed {
                return store.transfer(pid);
            }

            @Override
            public Optional<Concluded> agreement(String agreementId) throws StoreFailed {
                return store.agreement(agreementId);
            }

            @Override
            public Optional<Dataset> dataset(String datasetId) throws StoreFailed {
                return store.dataset(datasetId);
            }
        };
    }
}
