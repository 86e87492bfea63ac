package org.hasekura.document;

import java.util.ArrayList;
import java.util.List;

/** The values of a plot as the table that stands below it. */
final class PlotTable {

    private PlotTable() {}

    static Block.Table of(Plot plot) {
        var columns = new ArrayList<String>();
        columns.add("");
        plot.series().forEach(series -> columns.add(series.name()));
        var rows = new ArrayList<List<Text>>();
        for (int i = 0; i < plot.labels().size(); i++) {
            var row = new ArrayList<Text>();
            row.add(Text.of(plot.labels().get(i)));
            for (Plot.Series series : plot.series()) {
                var value = series.values().get(i);
                row.add(Text.of(value.isPresent() ? PlotDrawing.figure(value.getAsDouble()) : "–"));
            }
            rows.add(row);
        }
        return new Block.Table(plot.unit() + " · " + plot.source(), columns, rows);
    }
}
