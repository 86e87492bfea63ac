package org.hasekura.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cases of a class of the fault matrix, counted: one line for each in a file, one for the class on the terminal. */
final class FaultReport {

    private record Case(String point, String result, long before, long after, long recoverMillis) {}

    private static final String OK = "ok";
    /** Between two lines of progress. */
    private static final int EACH = 20;

    private final String name;
    private final List<Case> cases = new ArrayList<>();

    FaultReport(String name) {
        this.name = name;
    }

    /**
     * @param before entries that were signed before the case
     * @param after entries that are signed after it, which begin with those of before
     * @param recoverMillis from the start of the process until both sides had finished
     */
    void add(String point, String result, long before, long after, long recoverMillis) {
        cases.add(new Case(point, result, before, after, recoverMillis));
        if (!result.equals(OK)) {
            System.out.println("fault class " + name + ": " + point + " " + result);
        }
    }

    /** Says now and then how far it is, since all of them take most of an hour. */
    void progress(int tried, int points) {
        if (tried % EACH == 0) {
            System.out.println(
                    "fault class " + name + ": " + tried + " of " + points + " tried, " + failed().size() + " failed");
        }
    }

    List<String> failed() {
        return cases.stream()
                .filter(each -> !each.result().equals(OK))
                .map(Case::toString)
                .toList();
    }

    /** Writes the lines and says the counts. */
    void tell(String remark) throws IOException {
        var lines = new ArrayList<>(List.of("class;point;result;acked;present;extra;recover_ms;seed"));
        cases.forEach(each -> lines.add(String.join(
                ";",
                name,
                each.point(),
                each.result(),
                "" + each.before(),
                "" + Math.min(each.before(), each.after()),
                "" + Math.max(0, each.after() - each.before()),
                "" + each.recoverMillis(),
                "0")));
        Path folder = Files.createDirectories(Path.of("target", "faults"));
        Files.write(folder.resolve("class-" + name + ".csv"), lines);
        List<Long> times = cases.stream()
                .map(Case::recoverMillis)
                .filter(each -> each > 0)
                .sorted()
                .toList();
        String recovery = times.isEmpty()
                ? ""
                : "; recovery p50 " + times.get(times.size() / 2) + " ms, p99 "
                        + times.get(Math.min(times.size() - 1, times.size() * 99 / 100)) + " ms";
        System.out.println(
                "class " + name + ": " + cases.size() + " run, " + failed().size() + " failed" + recovery + remark);
    }
}
