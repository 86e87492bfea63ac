package org.hasekura.node;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import org.hasekura.sender.Addresses;

/**
 * Lets each address have so many connections and no more, and each connection so long for its first byte and for the head of a
 * request.
 */
record CountedConnections(ServerConnectionSelector http, Newcomers newcomers, Addresses addresses, SlowHeads heads)
        implements ServerConnectionSelector {

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    /** Whatever it is: Helidon adds HTTP of its own behind this one, and nobody would count its connections. */
    @Override
    public Support supports(BufferData begin) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        String address = newcomers.spoke(context.remotePeer().address());
        return new Counted(http.connection(heads.watched(context)), context, address);
    }

    private final class Counted implements ServerConnection, InterruptableTask<Void> {
        private final ServerConnection connection;
        private final ConnectionContext context;
        private final String address;

        Counted(ServerConnection connection, ConnectionContext context, String address) {
            this.connection = connection;
            this.context = context;
            this.address = address;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            try {
                connection.handle(limit);
            } finally {
                addresses.leave(address);
                heads.ended(context);
            }
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt);
        }

        @Override
        public boolean canInterrupt() {
            return connection instanceof InterruptableTask<?> task && task.canInterrupt();
        }
    }
}
