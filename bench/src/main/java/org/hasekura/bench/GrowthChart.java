package org.hasekura.bench;

import java.util.Locale;

/**
 * A measured growth as a picture: a panel for each figure, the number of things on a scale of powers of ten, the figure
 * on one that begins at 0, so that a flat line is what does not grow.
 */
final class GrowthChart {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 190;
    private static final int LEFT = 56;
    private static final int RIGHT = 16;
    private static final int TOP = 34;
    private static final int BOTTOM = 34;
    private static final int COLUMNS = 2;
    private static final String BLUE = "#0017c1";

    private final StringBuilder svg = new StringBuilder();

    private GrowthChart() {}

    static String of(Growth growth) {
        var chart = new GrowthChart();
        int rows = (growth.series().size() + COLUMNS - 1) / COLUMNS;
        chart.svg
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(COLUMNS * WIDTH + " " + rows * HEIGHT)
                .append("\" font-family=\"sans-serif\" font-size=\"11\" role=\"img\">\n<title>With the number of ")
                .append(growth.of())
                .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int i = 0; i < growth.series().size(); i++) {
            chart.panel(growth.series().get(i), i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT);
        }
        return chart.svg.append("</svg>\n").toString();
    }

    private void panel(Growth.Series series, int x, int y) {
        double highest = ceiling(
                series.points().stream().mapToDouble(Growth.Point::value).max().orElse(1));
        double longest = series.points().stream()
                .mapToDouble(point -> decades(point.count()))
                .max()
                .orElse(1);
        int bottom = y + HEIGHT - BOTTOM;
        text(x + 12, y + 18, "start", series.what() + ", " + series.unit());
        for (int line = 0; line <= 2; line++) {
            double at = bottom - (HEIGHT - TOP - BOTTOM) * line / 2.0;
            polyline(
                    number(x + LEFT) + "," + number(at) + " " + number(x + WIDTH - RIGHT) + "," + number(at),
                    "#cccccc");
            text(x + LEFT - 6, at + 4, "end", Amount.number(highest * line / 2));
        }
        var line = new StringBuilder();
        for (Growth.Point point : series.points()) {
            double px = x + LEFT + (WIDTH - LEFT - RIGHT) * decades(point.count()) / Math.max(1, longest);
            double py = bottom - (HEIGHT - TOP - BOTTOM) * point.value() / highest;
            line.append(number(px)).append(",").append(number(py)).append(" ");
            svg.append("<circle cx=\"" + number(px) + "\" cy=\"" + number(py) + "\" r=\"3\" fill=\"" + BLUE + "\"/>\n");
            text(px, bottom + 18, "middle", power(point.count()));
        }
        polyline(line.toString().strip(), BLUE);
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">" + words
                + "</text>\n");
    }

    private void polyline(String points, String colour) {
        svg.append("<polyline points=\"" + points + "\" fill=\"none\" stroke=\"" + colour + "\"/>\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Nothing at all stands one decade before ten. */
    private static double decades(long count) {
        return count <= 0 ? 0 : Math.log10((double) count);
    }

    private static String power(long count) {
        return count <= 0
                ? "0"
                : count % 1_000_000 == 0
                        ? count / 1_000_000 + "M"
                        : count % 1_000 == 0 ? count / 1_000 + "k" : "" + count;
    }

    /** The next number of the form 1, 2 or 5 times a power of ten. */
    private static double ceiling(double value) {
        if (value <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 5, 10}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
