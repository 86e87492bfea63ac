package org.hasekura.portal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hasekura.law.Matrix;

/** What the law maps of a page are drawn with, standing in it once: the shape of each country, and a pattern for each answer. */
final class MapShapes {

    /** What is drawn again and again over what has that answer, eight units wide and high. */
    private record Tile(String answer, Html drawn) {}

    private static final List<Tile> TILES = List.of(
            new Tile("permitted-with-conditions", Html.of("<circle cx=\"3\" cy=\"3\" r=\"1.4\"/>")),
            new Tile("prohibited", Html.of("<path d=\"M0 0L8 8M8 0L0 8\"/>")),
            new Tile("needs-assessment", Html.of("<path d=\"M0 2H8M0 6H8\"/>")),
            new Tile("none", Html.of("<path d=\"M-2 6L2 10M0 0L8 8M6 -2L10 2\"/>")));

    private static final WorldMap WORLD = WorldMap.shipped();

    /** What is drawn of the sphere, in its units: all land but Antarctica, and Europe. */
    enum Frame {
        WORLD(360, 0, 9000, 4220),
        EUROPE(4060, 120, 1380, 1040);

        private final int x;
        private final int y;
        private final int width;
        private final int height;

        Frame(int x, int y, int width, int height) {
            this.x = x;
            this.y = y;
            this.width = width;
            this.height = height;
        }

        boolean holds(WorldMap.Dot spot) {
            return spot.x() > x && spot.x() < x + width && spot.y() > y && spot.y() < y + height;
        }

        String box() {
            return x + " " + y + " " + width + " " + height;
        }
    }

    private MapShapes() {}

    /** The shapes of all countries of the matrix, and of those for which the European Union answers. */
    static Html of(Matrix matrix, List<String> members) {
        Stream<String> drawn = Stream.concat(matrix.importers().stream(), members.stream());
        return Html.of(
                "<svg class=\"map-shapes\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>{}{}{}{}{}</defs></svg>",
                Html.each(List.of(Frame.values()), MapShapes::patterns),
                Html.of("<path id=\"map-land\" d=\"{}\"/>", WORLD.land()),
                Html.of("<path id=\"map-open\" d=\"{}\"/>", String.join("", WORLD.open())),
                Html.of("<path id=\"map-over\" d=\"{}\"/>", String.join("", WORLD.over())),
                Html.each(
                        drawn.distinct().filter(WORLD.areas()::containsKey).toList(),
                        each -> Html.of(
                                "<path id=\"map-{}\" d=\"{}\"/>",
                                each,
                                WORLD.areas().getOrDefault(each, ""))));
    }

    /** One tile for each pattern; those of the larger frame are finer, so that both look the same. */
    private static Html patterns(Frame frame) {
        String scale = frame == Frame.WORLD ? "10" : "2.4";
        return Html.each(
                TILES, tile -> Html.of("""
                        <pattern id="{}" class="tile {}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="scale({})"><rect width="8" height="8"/>{}</pattern>""", pattern(tile.answer(), frame), tile.answer(), scale, tile.drawn()));
    }

    private static String pattern(String answer, Frame frame) {
        return "map-" + frame.name().toLowerCase(Locale.ROOT) + "-" + answer;
    }

    /** The pattern of an answer; what has none is filled by its class. */
    static Html fill(String answer, Frame frame) {
        return switch (answer) {
            case "permitted", "home", "open" -> Html.NOTHING;
            default -> Html.of(" fill=\"url(#{})\"", pattern(answer, frame));
        };
    }
}
