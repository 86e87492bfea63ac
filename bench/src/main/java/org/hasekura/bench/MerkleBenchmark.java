package org.hasekura.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.TiledLog;
import org.hasekura.evidence.testing.MemoryTileStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The Merkle tree alone, its tiles in memory. */
public class MerkleBenchmark {

    /** Length of the entries, about that of a real one. */
    static final int ENTRY_BYTES = 400;

    static final int ENTRIES = 100_000;

    /** A log that grows; begun anew for each iteration, so that it does not fill the memory. */
    @State(Scope.Thread)
    public static class Growing {
        private TiledLog log = TiledLog.empty(new MemoryTileStore());
        private final byte[] entry = new byte[ENTRY_BYTES];
        private long count;

        /** An empty log. */
        @Setup(Level.Iteration)
        public void begin() {
            log = TiledLog.empty(new MemoryTileStore());
        }
    }

    /** A log of 100,000 entries. */
    @State(Scope.Thread)
    public static class Grown {
        private final TiledLog log = TiledLog.empty(new MemoryTileStore());
        private long next;

        /** Fills it. */
        @Setup
        public void fill() throws IOException {
            for (long i = 0; i < ENTRIES; i++) {
                log.append(List.of(ByteBuffer.allocate(ENTRY_BYTES).putLong(i).array()));
            }
        }
    }

    /** One entry more. */
    @Benchmark
    public long append(Growing state, CpuCounter cpu) throws IOException {
        cpu.operations++;
        ByteBuffer.wrap(state.entry).putLong(state.count++);
        return state.log.append(List.of(state.entry.clone()));
    }

    /** The proof of some entry in the whole log; the step visits them all in a scattered order. */
    @Benchmark
    public List<Hash> proof(Grown state, CpuCounter cpu) throws IOException {
        cpu.operations++;
        state.next = (state.next + 61_803) % ENTRIES;
        return state.log.inclusionProof(state.next, ENTRIES);
    }
}
