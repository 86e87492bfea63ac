package org.hasekura.flink;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What is read once in a process and shared by its subtasks: a network of a million firms should be there once, not once
 * for each slot. It lives as long as the class loader that Flink gives the job.
 */
final class OncePerProcess {

    /** How something is read; equal ones stand for the same thing. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    private static final Map<Object, Object> READ = new HashMap<>();

    private OncePerProcess() {}

    /**
     * What this reading reads; by the first that asks, the others wait for it.
     *
     * @throws IOException if it cannot be read; whoever asks next tries again
     */
    static <T> T get(Class<T> type, Reading<T> reading) throws IOException {
        synchronized (READ) {
            Object there = READ.get(reading);
            if (there == null) {
                there = reading.read();
                READ.put(reading, there);
            }
            return type.cast(there);
        }
    }
}
