package org.hasekura.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.hasekura.sender.Tls;

/** Something that serves routes over HTTP. */
public interface HttpPort {

    /**
     * Begins to serve.
     *
     * @throws IOException if the address cannot be bound, for example because another process has it
     */
    Listening listen(Site site) throws IOException;

    /**
     * What is served, where, and how much of it.
     *
     * @param name for the log, for example {@code dsp}
     * @param addressHeader the header in which a trusted reverse proxy puts the asking address
     * @param tls absent: plain HTTP
     * @param storeFailed called at each request that failed because the storage did
     */
    record Site(
            String name,
            InetSocketAddress bind,
            Routes routes,
            Settings.Limits limits,
            Optional<String> addressHeader,
            Optional<Tls> tls,
            Runnable storeFailed) {}

    /** A server that is running. */
    interface Listening extends AutoCloseable {

        /** The port it really has. */
        int port();

        /** Takes no more requests, lets those that run end for a while, then cuts them. */
        @Override
        void close();
    }

    /** How long requests that run may go on while the server stops. */
    Duration GRACE = Duration.ofSeconds(2);
}
