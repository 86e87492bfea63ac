package org.hasekura.bench;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

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
        long start = System.nanoTime();
        Together.run(clients, clients, "a request failed", first -> {
            try (Wire wire = new Wire(server)) {
                for (int i = first; i < requests.size(); i += clients) {
                    taken[i] = millis(wire, requests.get(i));
                }
            }
        });
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
