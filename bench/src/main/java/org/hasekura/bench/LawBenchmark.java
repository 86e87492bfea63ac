package org.hasekura.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hasekura.law.Law;
import org.hasekura.law.Ruling;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rulings on all of {@link LawCases} in turn: flows and days stand ready, and each ruling is handed to JMH, which consumes it. */
@State(Scope.Thread)
public class LawBenchmark {

    private final Law law = Law.load();
    private List<LawCases.Asked> all = List.of();
    private int next;

    /** Reads the cases and builds their flows. */
    @Setup
    public void read() throws IOException {
        all = LawCases.read(Path.of(System.getProperty("hasekura.home")));
    }

    /** One ruling. */
    @Benchmark
    public Ruling ruling(CpuCounter cpu) {
        cpu.operations++;
        LawCases.Asked asked = all.get(next);
        next = next + 1 == all.size() ? 0 : next + 1;
        return law.rule(asked.flow(), asked.day());
    }
}
