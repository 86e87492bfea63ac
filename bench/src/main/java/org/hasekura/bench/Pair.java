package org.hasekura.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hasekura.exchange.ExchangeStore;

/**
 * A provider in Germany and a consumer in Japan, which know each other, over HTTP in one process.
 *
 * @param provider offers {@code direct} (agrees at once) and {@code confirm} (offers first), 1 KiB each
 */
record Pair(BenchNode provider, BenchNode consumer) implements AutoCloseable {

    static Pair start(Place place, String name, String... consumerSettings) throws IOException {
        Path file = Files.write(place.folder().resolve(name + ".bin"), new byte[1024]);
        BenchNode provider = BenchNode.start(place, name + "-de", "DE");
        try {
            BenchNode consumer = BenchNode.start(place, name + "-jp", "JP", consumerSettings);
            Pair pair = new Pair(provider, consumer);
            provider.management().know(consumer.did(), "JP");
            consumer.management().know(provider.did(), "DE");
            provider.management().offer("direct", "direct", file);
            provider.management().offer("confirm", "confirm", file);
            return pair;
        } catch (IOException e) {
            provider.close();
            throw e;
        }
    }

    /**
     * The two nodes again, on the folders that they have left.
     *
     * @param around something around the store of each
     * @param ofProvider further settings; likewise of the consumer
     */
    static Pair again(
            Place place,
            String name,
            UnaryOperator<ExchangeStore> around,
            Optional<String> ofProvider,
            Optional<String> ofConsumer)
            throws IOException {
        BenchNode provider = BenchNode.again(place, name + "-de", "DE", around, ofProvider.orElse(""));
        try {
            return new Pair(provider, BenchNode.again(place, name + "-jp", "JP", around, ofConsumer.orElse("")));
        } catch (IOException e) {
            provider.close();
            throw e;
        }
    }

    /**
     * One negotiation from the consumer's request to its management API until both sides have FINALIZED on disk.
     *
     * @return nanoseconds
     */
    long negotiateNanos(String dataset) throws IOException {
        long start = System.nanoTime();
        String pid = consumer.management().negotiate(provider.did(), dataset);
        return reached(CommitWatch.Mark.FINALIZED, pid) - start;
    }

    /** When both sides had it. */
    long reached(CommitWatch.Mark mark, String consumerPid) throws IOException {
        return Math.max(
                consumer.watch().nanosAt(mark, consumerPid), provider.watch().nanosAt(mark, consumerPid));
    }

    @Override
    public void close() throws IOException {
        try (provider;
                consumer) {
            // Both, whatever happens to one of them.
        }
    }
}
