package org.hasekura.bench;

import java.util.List;

/**
 * How a figure grows, beside what others need: a plot with both scales in powers of ten, since they lie apart by those.
 *
 * @param file name of the picture in the documentation
 * @param title of the section
 * @param unit of what is plotted
 * @param of what is counted along the bottom, in the plural
 * @param remark what a reader must know
 */
record Comparison(String file, String title, String unit, String of, String remark, List<Panel> panels) {

    /** One plot. */
    record Panel(String title, List<Line> lines) {}

    /** One program, or one case of ours. */
    record Line(String name, boolean isOurs, List<Growth.Point> points) {}

    /** As a section of the documentation: the plot, and the numbers under it. */
    String markdown() {
        var table = new StringBuilder("| " + unit + " | with so many " + of + " |\n|---|---|\n");
        for (Panel panel : panels) {
            for (Line line : panel.lines()) {
                var points = line.points().stream()
                        .map(point -> String.format("%,d: ", point.count()) + Amount.number(point.value()))
                        .toList();
                table.append("| ")
                        .append(panel.title())
                        .append(", ")
                        .append(line.name())
                        .append(line.isOurs() ? " (ours)" : "")
                        .append(" | ")
                        .append(String.join("; ", points))
                        .append(" |\n");
            }
        }
        return """
                ### %s

                ![%s, ours and others', both scales in powers of ten](%s)

                %s
                %s
                """.formatted(title, title, file, table, remark);
    }
}
