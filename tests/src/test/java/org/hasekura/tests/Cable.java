package org.hasekura.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to one server on this machine, which can be cut, with all that runs over it, and mended. */
final class Cable implements AutoCloseable {

    private final ServerSocket end;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    private Cable(ServerSocket end, int port) {
        this.end = end;
        this.port = port;
    }

    /** To a server that will listen on a port. */
    static Cable to(int port) throws IOException {
        Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(cable::carry);
        return cable;
    }

    /** A port that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "http://localhost:" + end.getLocalPort();
    }

    void cut() throws IOException {
        isCut = true;
        for (Socket each : open) {
            each.close();
        }
    }

    void mend() {
        isCut = false;
    }

    private void carry() {
        while (!end.isClosed()) {
            try {
                Socket here = end.accept();
                if (isCut) {
                    here.close();
                } else {
                    Socket there = new Socket(InetAddress.getLoopbackAddress(), port);
                    Thread.ofVirtual().start(() -> copy(here, there));
                    Thread.ofVirtual().start(() -> copy(there, here));
                }
            } catch (IOException gone) {
                // Whoever asked sees a closed connection, as on a real way.
            }
        }
    }

    private void copy(Socket from, Socket to) {
        open.add(from);
        try (from;
                to) {
            if (!isCut) {
                from.getInputStream().transferTo(to.getOutputStream());
            }
        } catch (IOException gone) {
            // One of the two ended; so does the other.
        } finally {
            open.remove(from);
        }
    }

    @Override
    public void close() throws IOException {
        end.close();
        cut();
    }
}
