package org.hasekura.sender;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hasekura.delivery.Opening;
import org.hasekura.exchange.StoreFailed;

/** Knows no transfer, and remembers who asked. */
final class FakeDesk implements Desk {
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> addresses = new CopyOnWriteArrayList<>();
    final AtomicInteger storeFailures = new AtomicInteger();
    volatile Optional<IOException> failure = Optional.empty();
    volatile OptionalLong wait = OptionalLong.empty();

    @Override
    public Opening open(String pid, Optional<String> token, Optional<String> range, Optional<String> ifRange)
            throws IOException {
        asked.add(pid);
        if (failure.isPresent()) {
            throw failure.get();
        }
        return new Opening.NotFound();
    }

    @Override
    public FileChannel file(String location) throws IOException {
        throw new IOException("there are no files");
    }

    @Override
    public Refusal refusal(int status, String sentence, String path) {
        return new Refusal("text/plain", (status + " " + sentence).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public OptionalLong secondsToWait(String address) {
        addresses.add(address);
        return wait;
    }

    @Override
    public void storeFailed(StoreFailed failed) {
        storeFailures.incrementAndGet();
    }
}
