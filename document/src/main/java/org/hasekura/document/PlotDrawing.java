package org.hasekura.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A plot as shapes on a sheet of {@value #WIDTH} by {@value #HEIGHT} points, origin at the top left; both HTML and PDF draw these.
 * Shades differ in lightness, so that they can be told apart without colour.
 */
record PlotDrawing(List<Shape> shapes) {

    static final int WIDTH = 480;
    static final int HEIGHT = 230;

    private static final double LEFT = 52;
    private static final double RIGHT = 472;
    private static final double TOP = 28;
    private static final double BOTTOM = 196;
    private static final List<String> SHADES = List.of("#0017c1", "#7096f8", "#1a1a1c", "#b3b3b3");

    sealed interface Shape {}

    record Stroke(double fromX, double fromY, double toX, double toY, double width, String colour) implements Shape {}

    record Box(double x, double y, double width, double height, String colour) implements Shape {}

    /** @param anchor 0 starts at x, 0.5 is centred on it, 1 ends there */
    record Label(double x, double y, double anchor, double size, String words) implements Shape {}

    static PlotDrawing of(Plot plot) {
        var shapes = new ArrayList<Shape>();
        Scale scale = Scale.of(plot);
        for (double tick : scale.ticks()) {
            double y = scale.y(tick);
            shapes.add(new Stroke(LEFT, y, RIGHT, y, tick == 0 ? 1 : 0.4, tick == 0 ? "#1a1a1c" : "#b3b3b3"));
            shapes.add(new Label(LEFT - 5, y + 3, 1, 9, figure(tick)));
        }
        shapes.add(new Label(LEFT, 12, 0, 9, plot.unit()));
        double slot = (RIGHT - LEFT) / Math.max(1, plot.labels().size());
        // At most twelve labels are written: more would run into each other.
        int every = (plot.labels().size() + 11) / 12;
        for (int i = 0; i < plot.labels().size(); i += every) {
            shapes.add(new Label(
                    LEFT + slot * (i + 0.5), BOTTOM + 13, 0.5, 9, plot.labels().get(i)));
        }
        for (int s = 0; s < plot.series().size(); s++) {
            if (plot.kind() == Plot.Kind.BARS) {
                bars(plot, s, slot, scale, shapes);
            } else {
                lines(plot.series().get(s), SHADES.get(s), slot, scale, shapes);
            }
        }
        legend(plot, shapes);
        return new PlotDrawing(shapes);
    }

    private static void bars(Plot plot, int s, double slot, Scale scale, List<Shape> shapes) {
        double bar = slot * 0.8 / plot.series().size();
        List<OptionalDouble> values = plot.series().get(s).values();
        for (int i = 0; i < values.size(); i++) {
            double x = LEFT + slot * (i + 0.1) + bar * s;
            OptionalDouble value = values.get(i);
            if (value.isPresent()) {
                double y = scale.y(value.getAsDouble());
                double zero = scale.y(0);
                shapes.add(new Box(x, Math.min(y, zero), bar * 0.92, Math.abs(y - zero), SHADES.get(s)));
            } else {
                shapes.add(new Label(x + bar / 2, scale.y(0) - 3, 0.5, 9, "–"));
            }
        }
    }

    private static void lines(Plot.Series series, String shade, double slot, Scale scale, List<Shape> shapes) {
        for (int i = 0; i < series.values().size(); i++) {
            OptionalDouble value = series.values().get(i);
            double x = LEFT + slot * (i + 0.5);
            if (value.isEmpty()) {
                shapes.add(new Label(x, scale.y(0) - 3, 0.5, 9, "–"));
                continue;
            }
            double y = scale.y(value.getAsDouble());
            shapes.add(new Box(x - 2, y - 2, 4, 4, shade));
            // What lies between a known value and an unknown one is unknown, so no line is drawn there.
            if (i > 0 && series.values().get(i - 1).isPresent()) {
                shapes.add(
                        new Stroke(x - slot, scale.y(series.values().get(i - 1).getAsDouble()), x, y, 1.6, shade));
            }
        }
    }

    private static void legend(Plot plot, List<Shape> shapes) {
        double x = LEFT;
        for (int s = 0; s < plot.series().size(); s++) {
            String name = plot.series().get(s).name();
            shapes.add(new Box(x, BOTTOM + 22, 9, 9, SHADES.get(s)));
            shapes.add(new Label(x + 13, BOTTOM + 30, 0, 9, name));
            x += 30 + name.codePoints().mapToDouble(c -> c < 0x2e80 ? 5.2 : 9).sum();
        }
    }

    /** {@code 1200} and {@code 0.25}: no more digits than there are, with a point as in both languages. */
    static String figure(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        String digits = String.format(Locale.ROOT, "%.4g", value);
        return digits.contains(".") && !digits.contains("e")
                ? digits.replaceAll("0+$", "").replaceAll("\\.$", "")
                : digits;
    }

    /** From values to heights; the axis holds zero and ends on round numbers. */
    private record Scale(double low, double step, int steps) {

        static Scale of(Plot plot) {
            double[] values = plot.series().stream()
                    .flatMap(series -> series.values().stream())
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            double low = 0;
            double high = 0;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            double rough = (high - low == 0 ? 1 : high - low) / 4;
            double ten = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = rough <= ten ? ten : rough <= 2 * ten ? 2 * ten : rough <= 5 * ten ? 5 * ten : 10 * ten;
            double first = Math.floor(low / step) * step;
            int steps = Math.max(1, (int) Math.ceil((high - first) / step - 1e-9));
            return new Scale(first, step, steps);
        }

        double[] ticks() {
            var ticks = new double[steps + 1];
            for (int i = 0; i <= steps; i++) {
                double tick = low + i * step;
                ticks[i] = Math.abs(tick) < step * 1e-9 ? 0 : tick;
            }
            return ticks;
        }

        double y(double value) {
            return BOTTOM - (value - low) / (step * steps) * (BOTTOM - TOP);
        }
    }
}
