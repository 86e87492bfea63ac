package org.hasekura.node;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import org.hasekura.sender.Addresses;

/**
 * Connections from the moment they are accepted until something is said on them. Helidon hands a connection over once its TLS
 * handshake is done and a first byte has come; until then it knows neither a time nor a number for each address, so that
 * one silent address could take all places. So each gets its place when it is accepted, and loses it when it says nothing
 * in time.
 */
final class Newcomers {

    private final Addresses addresses;
    private final Duration within;
    private final Lookout lookout;
    private final ConcurrentMap<SocketAddress, Newcomer> silent = new ConcurrentHashMap<>();

    private record Newcomer(SocketChannel channel, String address, long since) {}

    /** @param within from the beginning of a connection to its first byte, a handshake before it included */
    Newcomers(Addresses addresses, Duration within, ScheduledExecutorService timer) {
        this.addresses = addresses;
        this.within = within;
        this.lookout = new Lookout(timer, within, this::look);
    }

    /** The same options for sockets, which are set on each connection when it is accepted. */
    SocketOptions meeting(SocketOptions options) {
        return new Meeting(options);
    }

    /**
     * Something was said, and the place is now the connection's, which gives it back to {@link Addresses}.
     *
     * @return the address that the place is for
     */
    String spoke(SocketAddress remote) {
        return Optional.ofNullable(silent.remove(remote))
                .map(Newcomer::address)
                .orElseThrow(() -> new CloseConnectionException("said nothing in time"));
    }

    private void accept(SocketChannel channel) {
        SocketAddress remote = remote(channel);
        String address =
                remote instanceof InetSocketAddress inet ? inet.getAddress().getHostAddress() : "";
        if (!addresses.enter(address)) {
            // Some may have gone without a word since the last look.
            look();
            if (!addresses.enter(address)) {
                throw new CloseConnectionException("too many connections from one address");
            }
        }
        Optional.ofNullable(silent.put(remote, new Newcomer(channel, address, System.nanoTime())))
                .ifPresent(former -> addresses.leave(former.address()));
        lookout.soon();
    }

    private static SocketAddress remote(SocketChannel channel) {
        try {
            return channel.getRemoteAddress();
        } catch (IOException e) {
            throw new CloseConnectionException("gone", e);
        }
    }

    private boolean look() {
        long now = System.nanoTime();
        silent.forEach((remote, each) -> {
            boolean isLate = now - each.since() > within.toNanos();
            if ((isLate || !each.channel().isOpen()) && silent.remove(remote, each)) {
                close(each.channel());
                addresses.leave(each.address());
            }
        });
        return !silent.isEmpty();
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone in any case.
        }
    }

    /** Helidon's only word about a connection that it has just accepted. */
    private final class Meeting implements SocketOptions {
        private final SocketOptions options;

        Meeting(SocketOptions options) {
            this.options = options;
        }

        @Override
        public void configureSocket(SocketChannel socket) {
            options.configureSocket(socket);
            accept(socket);
        }

        @Override
        public void configureSocket(Socket socket) {
            options.configureSocket(socket);
        }

        @Override
        public Map<SocketOption<?>, Object> socketOptions() {
            return options.socketOptions();
        }

        @Override
        public Duration connectTimeout() {
            return options.connectTimeout();
        }

        @Override
        public Duration readTimeout() {
            return options.readTimeout();
        }

        @Override
        public Optional<Integer> socketReceiveBufferSize() {
            return options.socketReceiveBufferSize();
        }

        @Override
        public Optional<Integer> socketSendBufferSize() {
            return options.socketSendBufferSize();
        }

        @Override
        public boolean socketReuseAddress() {
            return options.socketReuseAddress();
        }

        @Override
        public boolean socketKeepAlive() {
            return options.socketKeepAlive();
        }

        @Override
        public boolean tcpNoDelay() {
            return options.tcpNoDelay();
        }
    }
}
