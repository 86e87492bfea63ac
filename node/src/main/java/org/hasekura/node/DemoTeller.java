package org.hasekura.node;

import java.io.PrintWriter;
import java.util.List;

/** Tells the demonstration step by step, each with the time it took: for people or as JSON lines. */
final class DemoTeller {
    private final PrintWriter out;
    private final boolean json;
    private int part;
    private long since = System.nanoTime();

    DemoTeller(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void part(int number, String title) {
        this.part = number;
        if (!json) {
            out.println();
            out.println(number == 0 ? title : number + "  " + title);
            out.flush();
        }
    }

    /** From now on the next step is timed. */
    void time() {
        since = System.nanoTime();
    }

    void done(String what) {
        done(what, List.of());
    }

    void done(String what, List<String> details) {
        long millis = (System.nanoTime() - since) / 1_000_000;
        if (json) {
            out.println(DemoJson.step(part, what, millis, details));
        } else {
            out.printf("   %5d ms  %s%n", millis, what);
            details.forEach(detail -> out.println("             " + detail));
        }
        out.flush();
    }

    void say(String line) {
        if (!json) {
            out.println(line);
            out.flush();
        }
    }
}
