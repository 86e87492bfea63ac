package org.hasekura.node;

import java.util.Optional;
import org.hasekura.delivery.Account;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.exchange.Transfers;

/** What the fetcher asks of this node's exchange and tells it. */
record Fetches(ExchangeStore store, Transfers transfers) implements Account {

    @Override
    public Optional<Transfer> transfer(String pid) throws StoreFailed {
        return store.transfer(pid);
    }

    @Override
    public Answer<Transfer> delivered(String pid, Transfer.Delivered delivered) throws StoreFailed {
        return transfers.delivered(pid, delivered);
    }

    @Override
    public Answer<Transfer> end(String pid, Reason reason) throws StoreFailed {
        return transfers.act(pid, new TransferAct.Terminate(reason));
    }
}
