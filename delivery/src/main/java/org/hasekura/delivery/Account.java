package org.hasekura.delivery;

import java.util.Optional;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;

/** What the fetcher asks of the exchange and tells it. */
public interface Account {

    /** The transfer as it is durable now. */
    Optional<Transfer> transfer(String pid) throws StoreFailed;

    /** All bytes are here and durable. */
    Answer<Transfer> delivered(String pid, Transfer.Delivered delivered) throws StoreFailed;

    /** They cannot be had. */
    Answer<Transfer> end(String pid, Reason reason) throws StoreFailed;
}
