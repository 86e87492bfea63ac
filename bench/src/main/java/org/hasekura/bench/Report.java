package org.hasekura.bench;

import java.util.List;
import java.util.stream.Collectors;

/** The result for people: lines on the terminal, and the table of the documentation. */
record Report(Machine machine, List<Section> sections) {

    /** What one measurement found, or why it could not be taken. */
    record Section(String name, String about, List<Figure> figures, String failure) {}

    static String line(Figure figure) {
        var line = new StringBuilder(
                "  " + figure.what() + ": " + figure.measured().text());
        figure.cpu().ifPresent(cpu -> line.append("; CPU ").append(cpu.text()));
        figure.goal()
                .ifPresent(goal -> line.append("; goal ")
                        .append(goal.text())
                        .append(", ratio ")
                        .append(Amount.number(goal.ratio(figure.measured())))
                        .append(goal.isMetBy(figure.measured()) ? ", met" : ", MISSED"));
        if (!figure.remark().isEmpty()) {
            line.append("\n      ").append(figure.remark());
        }
        return line.toString();
    }

    /**
     * The page.
     *
     * @param growths what was measured apart
     * @param comparisons what was measured in this run, beside what others need
     */
    String markdown(List<Growth> growths, List<Comparison> comparisons) {
        return """
                # Performance

                Written by `./hasekura bench --write`; run it to have the table of your machine. %s, commit `%s`.

                %d × %s, %s, Java %s, one-minute load %s when it began. The machine is shared: the median of the rounds
                is given with min..max, and processor time per operation is the steadier figure. Each limit was measured in
                the same run. Identity checks and evidence are on throughout, but for the lines that say otherwise: those
                are compositions of this bench, which a node cannot be set to. The process of the bench has pages of 2 MB, as
                `./hasekura resilience` has them; a node has not.

                | what | measured | CPU | goal | ratio | |
                |---|---|---|---|---|---|
                %s

                ## What to know

                %s

                ## Growth

                %s

                %s

                ## Peers

                The rows of Eclipse EDC were measured in this run, in memory, with mock identity and without evidence.
                Measured earlier on a machine like this one, **not in the same run**, so only the order of magnitude
                compares: EDC with its default waits, one negotiation 2,027 ms and a request to STARTED 1,016 ms (107 ms
                tuned); on PostgreSQL 452 ms and 13 negotiations/s; the whole catalog of 10,000 in 6.3 s; 1 GiB at
                797 MB/s and 1.64 CPU s; 1 KiB objects 4,216/s. nginx: 1 GiB at 1,400 MB/s and 0.07–0.14 CPU s; 1 KiB
                objects 61,934/s.
                """.formatted(
                        machine.date(),
                        machine.commit(),
                        machine.processors(),
                        machine.processor(),
                        machine.system(),
                        machine.java(),
                        machine.load(),
                        rows(),
                        remarks(),
                        growths.isEmpty()
                                ? "Not measured; `./hasekura bench growth --write` does."
                                : growths.stream()
                                        .map(Growth::markdown)
                                        .collect(Collectors.joining("\n"))
                                        .strip(),
                        comparisons.stream()
                                .map(Comparison::markdown)
                                .collect(Collectors.joining("\n"))
                                .strip());
    }

    private String rows() {
        return sections.stream()
                .flatMap(section -> section.failure().isEmpty()
                        ? section.figures().stream().map(Report::row)
                        : java.util.stream.Stream.of(
                                "| " + section.about() + " | not measured: " + section.failure() + " | | | | |"))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Figure figure) {
        return "| " + figure.what()
                + " | " + figure.measured().text()
                + " | " + figure.cpu().map(Amount::text).orElse("")
                + " | " + figure.goal().map(Goal::text).orElse("")
                + " | "
                + figure.goal()
                        .map(goal -> Amount.number(goal.ratio(figure.measured())))
                        .orElse("")
                + " | " + figure.isMet().map(met -> met ? "met" : "**missed**").orElse("") + " |";
    }

    private String remarks() {
        return sections.stream()
                .flatMap(section -> section.figures().stream())
                .filter(figure -> !figure.remark().isEmpty())
                .map(figure -> "- *" + figure.what() + "*: " + figure.remark() + ".")
                .collect(Collectors.joining("\n"));
    }
}
