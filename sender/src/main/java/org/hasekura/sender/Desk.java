package org.hasekura.sender;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.delivery.Opening;
import org.hasekura.exchange.StoreFailed;

/** Who decides, for a sender, what goes out. Asked on the threads that move all bytes: none of it may wait for long. */
public interface Desk {

    /**
     * Judges a request for the bytes of a transfer, as {@link org.hasekura.delivery.Deliveries#open} does.
     *
     * @return a {@link Opening.Serve} is closed by the sender
     * @throws StoreFailed when the store of the node has failed
     * @throws IOException when the source cannot be read now
     */
    Opening open(String pid, Optional<String> token, Optional<String> range, Optional<String> ifRange)
            throws IOException;

    /** Opens the file at the location that an opening names; closed by the sender. */
    FileChannel file(String location) throws IOException;

    /** How a refusal is put, for the body of an answer. */
    Refusal refusal(int status, String sentence, String path);

    /** Nothing if this address may ask once more, else in how many seconds it may. */
    OptionalLong secondsToWait(String address);

    /** The store has failed: nothing more is answered with bytes. */
    void storeFailed(StoreFailed failed);

    /** A body with its media type. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Refusal(String mediaType, byte[] body) {}
}
