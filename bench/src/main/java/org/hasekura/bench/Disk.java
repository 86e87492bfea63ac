package org.hasekura.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit of everything that is durable: how long this disk takes to sync 4 KiB that were appended ({@code fdatasync}).
 * Asked again before each round of a measurement, since neighbours change it.
 */
final class Disk {

    private static final int BLOCK_BYTES = 4096;

    private final Path file;
    private final List<Double> millis = new ArrayList<>();

    Disk(Path folder) {
        this.file = folder.resolve("fsync");
    }

    /** Syncs so many times and answers the median. */
    synchronized double fsyncMillis(int times) throws IOException {
        double[] taken = new double[times];
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
            for (int i = 0; i < times; i++) {
                block.clear();
                channel.write(block);
                long start = System.nanoTime();
                channel.force(false);
                taken[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Amount round = Amount.of("ms", taken);
        millis.add(round.median());
        return round.median();
    }

    /** Everything that was asked so far. */
    synchronized Amount seen() {
        return Amount.of("ms", millis.stream().mapToDouble(each -> each).toArray());
    }
}
