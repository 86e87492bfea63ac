package org.hasekura.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A {@link Comparison} as a picture: ours with whole lines and dots, others' with broken lines and rings. */
final class ComparisonChart {

    private static final int WIDTH = 400;
    private static final int PLOT = 240;
    private static final int LEFT = 64;
    /** Room for half of the longest number across, which stands under the last point. */
    private static final int RIGHT = 32;

    private static final int TOP = 36;
    private static final int LEGEND_LINE = 16;

    /** Told apart without red and green, too. */
    private static final List<String> OURS = List.of("#0017c1", "#0877d7");

    private static final List<String> OTHERS = List.of("#8b3a00", "#5c5c5c");

    private final StringBuilder svg = new StringBuilder();
    private final Scale across;
    private final Scale up;

    /** From one power of ten to another. */
    private record Scale(int least, int most) {

        static Scale of(DoubleStream values) {
            double[] sorted = values.sorted().toArray();
            int least = (int) Math.floor(Math.log10(sorted[0]));
            int most = (int) Math.ceil(Math.log10(sorted[sorted.length - 1]));
            return new Scale(least, Math.max(most, least + 1));
        }

        double share(double value) {
            return (Math.log10(value) - least) / (most - least);
        }
    }

    private ComparisonChart(Comparison comparison) {
        this.across = Scale.of(points(comparison).mapToDouble(Growth.Point::count));
        this.up = Scale.of(points(comparison).mapToDouble(Growth.Point::value));
    }

    private static Stream<Growth.Point> points(Comparison comparison) {
        return comparison.panels().stream()
                .flatMap(panel -> panel.lines().stream())
                .flatMap(line -> line.points().stream());
    }

    static String of(Comparison comparison) {
        return new ComparisonChart(comparison).drawn(comparison);
    }

    private String drawn(Comparison comparison) {
        int lines = comparison.panels().stream()
                .mapToInt(panel -> panel.lines().size())
                .max()
                .orElse(0);
        int height = TOP + PLOT + 48 + lines * LEGEND_LINE;
        int width = comparison.panels().size() * WIDTH;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(width + " " + height);
        svg.append("\" font-family=\"sans-serif\" font-size=\"11\" role=\"img\">\n<title>")
                .append(comparison.title())
                .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int i = 0; i < comparison.panels().size(); i++) {
            panel(comparison.panels().get(i), comparison, i * WIDTH);
        }
        return svg.append("</svg>\n").toString();
    }

    private void panel(Comparison.Panel panel, Comparison comparison, int x) {
        text(x + 12, 20, "start", panel.title() + ", " + comparison.unit());
        for (int power = up.least(); power <= up.most(); power++) {
            double y = y(Math.pow(10, power));
            line(x + LEFT, y, x + WIDTH - RIGHT, y);
            text(x + LEFT - 6, y + 4, "end", amount(power));
        }
        for (int power = across.least(); power <= across.most(); power++) {
            double px = x(x, Math.pow(10, power));
            line(px, TOP, px, TOP + PLOT);
            text(px, TOP + PLOT + 16, "middle", amount(power));
        }
        text(x + LEFT + (WIDTH - LEFT - RIGHT) / 2.0, TOP + PLOT + 32, "middle", comparison.of());
        int ours = 0;
        int others = 0;
        for (int i = 0; i < panel.lines().size(); i++) {
            Comparison.Line each = panel.lines().get(i);
            String colour = each.isOurs() ? OURS.get(ours++ % OURS.size()) : OTHERS.get(others++ % OTHERS.size());
            curve(each, colour, x);
            double y = TOP + PLOT + 50 + i * LEGEND_LINE;
            stroke(
                    number(x + LEFT) + "," + number(y) + " " + number(x + LEFT + 28) + "," + number(y),
                    colour,
                    each.isOurs());
            dot(x + LEFT + 14, y, colour, each.isOurs());
            text(x + LEFT + 36, y + 4, "start", each.name() + (each.isOurs() ? " (ours)" : ""));
        }
    }

    private void curve(Comparison.Line line, String colour, int x) {
        var points = new StringBuilder();
        for (Growth.Point point : line.points()) {
            double px = x(x, (double) point.count());
            double py = y(point.value());
            points.append(number(px)).append(',').append(number(py)).append(' ');
            dot(px, py, colour, line.isOurs());
        }
        stroke(points.toString().strip(), colour, line.isOurs());
    }

    private double x(int panel, double count) {
        return panel + LEFT + (WIDTH - LEFT - RIGHT) * across.share(count);
    }

    private double y(double value) {
        return TOP + PLOT * (1 - up.share(value));
    }

    private void stroke(String points, String colour, boolean isWhole) {
        svg.append("<polyline points=\"")
                .append(points)
                .append("\" fill=\"none\" stroke=\"")
                .append(colour);
        svg.append(isWhole ? "\" stroke-width=\"2\"/>\n" : "\" stroke-dasharray=\"4 3\"/>\n");
    }

    private void dot(double x, double y, String colour, boolean isFull) {
        svg.append("<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"3.5\" stroke=\"" + colour
                + "\" fill=\"" + (isFull ? colour : "#ffffff") + "\"/>\n");
    }

    private void line(double x1, double y1, double x2, double y2) {
        svg.append("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\""
                + number(y2) + "\" stroke=\"#dddddd\"/>\n");
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">" + words
                + "</text>\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String amount(int power) {
        return power >= 0
                ? String.format(Locale.ROOT, "%,.0f", Math.pow(10, power))
                : "0." + "0".repeat(-power - 1) + "1";
    }
}
