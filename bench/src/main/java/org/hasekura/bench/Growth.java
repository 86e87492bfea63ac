package org.hasekura.bench;

import java.util.List;

/**
 * How figures change with the number of things that a node keeps. Measuring it takes long, so that it is measured for
 * itself, kept as a file in the documentation, and shown from there.
 *
 * @param of the things, in the plural; also the name of its files
 * @param date when it was measured
 * @param machine on what
 * @param remark what a reader must know
 */
record Growth(String of, String date, String machine, String remark, List<Series> series) {

    /** One figure. */
    record Series(String what, String unit, List<Point> points) {}

    /** What was measured with so many things there. */
    record Point(long count, double value) {}

    /** As a section of the documentation: the plot, and the numbers under it. */
    String markdown() {
        var counts = series.getFirst().points().stream().map(Point::count).toList();
        var table = new StringBuilder("| number of " + of + " |");
        counts.forEach(
                count -> table.append(" ").append(String.format("%,d", count)).append(" |"));
        table.append("\n|---|").append("---|".repeat(counts.size())).append("\n");
        for (Series each : series) {
            table.append("| ")
                    .append(each.what())
                    .append(", ")
                    .append(each.unit())
                    .append(" |");
            each.points()
                    .forEach(point -> table.append(" ")
                            .append(Amount.number(point.value()))
                            .append(" |"));
            table.append("\n");
        }
        return """
                ### With the number of %s

                ![How the figures change with the number of %s](growth-%s.svg)

                %s
                Measured %s on %s by `./hasekura bench growth --write`, apart from the table above. %s
                """.formatted(of, of, of, table, date, machine, remark);
    }
}
