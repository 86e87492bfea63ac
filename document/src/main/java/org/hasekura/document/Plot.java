package org.hasekura.document;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Values along labels, as bars or as lines. A value that is not known is drawn as not known and never as zero.
 *
 * @param finding what is to be seen, as a sentence; it is the plot's title and its text for those who do not see it
 * @param unit of the values, beside the axis
 * @param labels along the horizontal axis
 * @param source where the values come from, below
 */
public record Plot(Kind kind, String finding, String unit, List<String> labels, List<Series> series, String source) {

    public enum Kind {
        BARS,
        LINES
    }

    /** One value for each label. */
    public record Series(String name, List<OptionalDouble> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    public Plot {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > 4) {
            throw new IllegalArgumentException(series.size() + " series; a plot that can be read has 1 to 4");
        }
        for (Series each : series) {
            if (each.values().size() != labels.size()) {
                throw new IllegalArgumentException("`" + each.name() + "` has "
                        + each.values().size() + " values for " + labels.size() + " labels");
            }
            if (each.values().stream().anyMatch(v -> v.isPresent() && !Double.isFinite(v.getAsDouble()))) {
                throw new IllegalArgumentException("`" + each.name() + "` has a value that is no number");
            }
        }
    }
}
