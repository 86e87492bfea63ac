package org.hasekura.bench;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The processor time of the measuring thread beside the wall time that JMH takes: neighbours do not change it. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class CpuCounter {

    /** Nanoseconds in this iteration. */
    public long cpuNanos;

    /** Counted by the benchmark. */
    public long operations;

    private long begun;

    /** Begins to count. */
    @Setup(Level.Iteration)
    public void begin() {
        operations = 0;
        begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Ends. */
    @TearDown(Level.Iteration)
    public void end() {
        cpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
    }
}
