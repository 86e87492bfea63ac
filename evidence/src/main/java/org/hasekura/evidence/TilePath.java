package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile or entry bundle of a log stands below its prefix (C2SP tlog-tiles):
 * {@code tile/<L>/<N>[.p/<W>]} or {@code tile/entries/<N>[.p/<W>]}.
 *
 * @param level 0–63, or {@link #ENTRIES} for an entry bundle
 * @param index which tile of the level, from 0
 * @param width number of hashes or entries: {@link #FULL}, or 1–255 of a partial one
 */
public record TilePath(int level, long index, int width) {

    /** The {@code level} of entry bundles. */
    public static final int ENTRIES = -1;

    /** Hashes in a full tile. */
    public static final int FULL = 256;

    private static final Pattern PATH =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile " + index + " of level " + level + " and width " + width);
        }
    }

    /** Reads a path as it comes in a request; anything but the one spelling of a path is refused. */
    public static Parsed<TilePath> parse(String path) {
        return Parsed.reading(() -> read(path));
    }

    private static TilePath read(String path) throws MalformedException {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new MalformedException("`" + Texts.shown(path) + "` is not the path of a tile");
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        // The leading zeros of the first element are not part of the number; 21 digits may be more than a long holds.
        long index = Texts.decimal(parts.group(2).replaceAll("[x/]", "").replaceFirst("^0+(?=.)", ""));
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        if (level > 63 || (parts.group(3) != null && width >= FULL)) {
            throw new MalformedException("`" + Texts.shown(path) + "` has a level above 63 or a width above 255");
        }
        TilePath tile = new TilePath(level, index, width);
        if (!tile.path().equals(path)) {
            throw new MalformedException("`" + Texts.shown(path) + "` should be written `" + tile.path() + "`");
        }
        return tile;
    }

    /** Every tile of a tree of this size at one level: how many full ones, and how wide the partial one is (0: none). */
    public record Row(int level, long full, int partialWidth) {}

    /** The rows of tiles that a tree of this size has, from level 0; empty rows left out. */
    public static List<Row> rows(long size) {
        List<Row> rows = new ArrayList<>();
        int level = 0;
        for (long hashes = size; hashes > 0; hashes /= FULL) {
            rows.add(new Row(level++, hashes / FULL, (int) (hashes % FULL)));
        }
        return rows;
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The path, without a leading slash. */
    public String path() {
        String row = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + row + "/" + indexPath(index) + (isFull() ? "" : ".p/" + width);
    }

    /** The index in elements of three digits, all but the last with an {@code x} before them. */
    static String indexPath(long index) {
        String path = String.format(Locale.ROOT, "%03d", index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path = String.format(Locale.ROOT, "x%03d/", rest % 1000) + path;
        }
        return path;
    }

    @Override
    public String toString() {
        return path();
    }
}
