package org.hasekura.delivery;

import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Transfer;

/** How one try to fetch went. */
sealed interface Fetched {

    /** All bytes are here, durable, and have the digest that the provider gave, if it gave one. */
    record Whole(Transfer.Delivered delivered) implements Fetched {}

    /** It broke off, or the provider cannot answer now. {@code size}: so many bytes are kept. */
    record Broken(String what, long size) implements Fetched {}

    /** All came, and they are not what the provider says they are. They were thrown away. */
    record Wrong(String what) implements Fetched {}

    /** The provider refuses. It may be that news of the transfer are still on their way. */
    record Refused(Reason reason) implements Fetched {}

    /** Can never succeed, whatever the provider says. */
    record Impossible(Reason reason) implements Fetched {}

    /** The transfer has moved on; what came is kept. */
    record Stopped() implements Fetched {}
}
