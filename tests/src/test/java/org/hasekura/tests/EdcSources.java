package org.hasekura.tests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The HTTP server that an EDC connector fetches from what it hands on: the same bytes at each address. */
final class EdcSources implements AutoCloseable {

    private static final long HELD_SECONDS_MAX = 60;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<CountDownLatch> held = new AtomicReference<>(new CountDownLatch(1));

    private EdcSources(HttpServer server) {
        this.server = server;
    }

    /** @param slow the name whose bytes come when they are let go */
    static EdcSources serving(byte[] bytes, String slow) throws IOException {
        var sources = new EdcSources(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        sources.server.createContext("/", call -> serve(call, bytes));
        sources.server.createContext("/" + slow, call -> {
            sources.await();
            serve(call, bytes);
        });
        sources.server.setExecutor(sources.threads);
        sources.server.start();
        return sources;
    }

    URI address(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    /** From now on the slow bytes wait. */
    void hold() {
        held.set(new CountDownLatch(1));
    }

    /** Lets them go. */
    void release() {
        held.get().countDown();
    }

    private void await() throws IOException {
        try {
            if (!held.get().await(HELD_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IOException("nobody let these bytes go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    private static void serve(HttpExchange call, byte[] bytes) throws IOException {
        try (call) {
            call.getResponseHeaders().set("Content-Type", "application/octet-stream");
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
