package org.hasekura.tests.fuzz;

import java.util.Arrays;
import java.util.List;

/**
 * What Jazzer calls, in a JVM of its own: the first byte of an input says which of the readers gets the rest, so that one
 * process can lead inputs to many readers by what they cover.
 */
public final class Driver {

    // Jazzer calls all methods here on one thread.
    private static List<Target> targets = List.of();
    private static long[] runs = new long[0];

    private Driver() {}

    /**
     * Called once, before anything else.
     *
     * @param names of the readers, in the order in which first bytes name them
     */
    public static void fuzzerInitialize(String[] names) {
        targets = Arrays.stream(names).map(Targets::named).toList();
        runs = new long[names.length];
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (input.length > 0) {
            int which = Byte.toUnsignedInt(input[0]) % targets.size();
            runs[which]++;
            targets.get(which).reading().of(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    /** Tells how often each reader was run. */
    public static void fuzzerTearDown() {
        for (int i = 0; i < runs.length; i++) {
            System.out.println(Run.COUNT + targets.get(i).name() + " " + runs[i]);
        }
    }
}
