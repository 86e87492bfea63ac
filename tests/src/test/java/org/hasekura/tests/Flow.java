package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.hasekura.evidence.Hash;
import tools.jackson.databind.JsonNode;

/** A large file on its way from one node to another, fetched by hand, so that something can stop it in the middle. */
final class Flow {

    private static final int SIZE = 50_000_000;
    private static final int TAKEN_BEFORE = 2_000_000;

    private final Path root;
    private final byte[] bytes = new byte[SIZE];
    private final Path offered;
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();

    Flow(Path root) throws IOException {
        this.root = root;
        new Random(1).nextBytes(bytes);
        this.offered = Files.write(root.resolve("offered.bin"), bytes);
    }

    Path offered() {
        return offered;
    }

    /** A node in Japan that leaves the fetching to the test. */
    TestNode consumer() throws IOException {
        return TestNode.start(root, "consumer", "JP", "data.pull-automatically = false\n");
    }

    /** Offers the file, and comes to a transfer of it that has started on both sides. */
    Crossing started(TestNode provider, TestNode consumer) throws IOException {
        Dealings.acquaint(provider, "DE", consumer, "JP");
        Dealings.publish(provider, "data", offered, "direct");
        var crossing = new Crossing(() -> provider, () -> consumer, () -> {});
        crossing.agree("data");
        crossing.begin();
        crossing.transferAt("STARTED");
        // The provider hears after the consumer that both have started.
        String there = "/api/transfers/" + crossing.transferOf(provider);
        Waiting.until(() -> provider.api().read(there), seen -> !seen.has("sending"));
        return crossing;
    }

    /** Stops the bytes, and says since when they must: by {@link System#nanoTime}. */
    interface Stopping {
        long stop() throws IOException;
    }

    /** Takes some of the bytes, has them stopped, and takes what still comes: for a second at most, and not all. */
    void cut(JsonNode address, Stopping stopping) throws IOException {
        HttpResponse<InputStream> flowing = Api.sent(Download.request(address), BodyHandlers.ofInputStream());
        assertThat(flowing.statusCode()).isEqualTo(200);
        try (InputStream in = flowing.body()) {
            got.writeBytes(in.readNBytes(TAKEN_BEFORE));
            long stopped = stopping.stop();
            Download.takeWhatComes(in, got);
            assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(got.size()).isBetween(TAKEN_BEFORE, SIZE - 1);
    }

    /** What the node counts as served: at least what came, and not the whole file. */
    void assertServed(long bytes) {
        assertThat(bytes).as("served in all").isBetween((long) got.size(), SIZE - 1L);
    }

    /** Fetches what is missing, and has the file whole. */
    void goOn(JsonNode address) throws IOException {
        HttpResponse<byte[]> rest = Api.sent(
                Download.request(address).header("Range", "bytes=" + got.size() + "-"), BodyHandlers.ofByteArray());
        assertThat(rest.statusCode()).isEqualTo(206);
        got.writeBytes(rest.body());
        assertThat(Hash.sha256(got.toByteArray())).isEqualTo(Hash.sha256(bytes));
    }
}
