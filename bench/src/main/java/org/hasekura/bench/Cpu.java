package org.hasekura.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Processor time that was used. */
final class Cpu {

    private Cpu() {}

    /** Of this process, all its threads, in nanoseconds. */
    static long ofThisProcessNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /** Of another process, all its threads; on Linux in steps of 10 ms. */
    static long ofNanos(Process process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }
}
