package org.hasekura.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prepared requests sent by several clients at once, each over its own connection, one after another.
 *
 * @param perSecond answers
 * @param sortedMillis how long each took
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Load(double perSecond, double[] sortedMillis) {

    /** Shares the requests among the clients and waits for all answers; any but 200 is an error. */
    static Load run(URI server, int clients, List<byte[]> requests) throws IOException {
        var taken = new double[requests.size()];
        var shares = new ArrayList<Future<?>>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                int first = client;
                shares.add(threads.submit(() -> {
                    try (Wire wire = new Wire(server)) {
                        for (int i = first; i < requests.size(); i += clients) {
                            taken[i] = millis(wire, requests.get(i));
                        }
                    }
                    return 0;
                }));
            }
            for (Future<?> each : shares) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a request failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(taken);
        return new Load(requests.size() / seconds, taken);
    }

    private static double millis(Wire wire, byte[] request) throws IOException {
        long start = System.nanoTime();
        Wire.Reply reply = wire.ask(request);
        if (reply.status() != 200) {
            throw new IOException("answered " + reply.status());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    double percentile(double share) {
        return Amount.percentile(sortedMillis, share);
    }
}
