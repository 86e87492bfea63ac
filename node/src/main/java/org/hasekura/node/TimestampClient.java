package org.hasekura.node;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks timestamp authorities by HTTP (RFC 3161 §3.4). An answer is bounded in size, and in time as a whole. */
final class TimestampClient implements Timestamping.Asking {

    /** As much as is read of one when it is checked. */
    private static final int ANSWER_BYTES_MAX = 64 * 1024;

    private final PeerClient client;
    private final Duration patience;

    /** @param patience until the last byte of an answer has come */
    TimestampClient(PeerClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    @Override
    public byte[] ask(TimestampAuthority authority, byte[] query) throws IOException {
        // A server that sends a byte now and then is never silent: only a clock ends that.
        var asking = new FutureTask<>(() -> answer(authority, query));
        Thread _ = Thread.ofVirtual().start(asking);
        try {
            return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("it gave no whole answer in " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException lost ? lost : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while it was asked", e);
        } finally {
            asking.cancel(true);
        }
    }

    private byte[] answer(TimestampAuthority authority, byte[] query) throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/timestamp-query");
        headers.put("Accept", "application/timestamp-reply");
        authority.authorization().ifPresent(value -> headers.put("Authorization", value));
        PeerAnswer answer = client.post(authority.address(), headers, query, ANSWER_BYTES_MAX);
        if (answer.status() != 200) {
            throw new IOException("it answered " + answer.status());
        }
        return answer.body();
    }
}
