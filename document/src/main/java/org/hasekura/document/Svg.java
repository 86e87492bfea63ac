package org.hasekura.document;

import java.util.Locale;

/** Writes a plot as SVG that stands in a page of HTML. */
public final class Svg {

    private Svg() {}

    public static String of(Plot plot) {
        var out = new StringBuilder(2048);
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\""
                        .formatted(PlotDrawing.WIDTH, PlotDrawing.HEIGHT, PlotDrawing.WIDTH, PlotDrawing.HEIGHT));
        out.append(Markup.escaped(plot.finding())).append("\">\n");
        for (PlotDrawing.Shape shape : PlotDrawing.of(plot).shapes()) {
            out.append(drawn(shape)).append('\n');
        }
        return out.append("</svg>\n").toString();
    }

    private static String drawn(PlotDrawing.Shape shape) {
        return switch (shape) {
            case PlotDrawing.Stroke(double fromX, double fromY, double toX, double toY, double width, String colour) ->
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                        fromX,
                        fromY,
                        toX,
                        toY,
                        colour,
                        width);
            case PlotDrawing.Box(double x, double y, double width, double height, String colour) ->
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                        x,
                        y,
                        width,
                        height,
                        colour);
            case PlotDrawing.Label(double x, double y, double anchor, double size, String words) ->
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\" text-anchor=\"%s\">%s</text>",
                        x,
                        y,
                        size,
                        anchor == 0 ? "start" : anchor == 1 ? "end" : "middle",
                        Markup.escaped(words));
        };
    }
}
