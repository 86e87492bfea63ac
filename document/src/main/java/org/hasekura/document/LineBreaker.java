package org.hasekura.document;

import java.net.URI;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Breaks text into lines. Where a line may end is said by the language's own rules (in Japanese between any characters but not before
 * 。 or 」); what is too wide for a line, such as a hash, is cut anywhere.
 */
final class LineBreaker {

    private final PdfFonts fonts;
    private final Language language;
    private final double size;
    private final double width;
    private final List<Line> lines = new ArrayList<>();
    private List<Line.Piece> current = new ArrayList<>();
    private double used;

    private LineBreaker(PdfFonts fonts, Language language, double size, double width) {
        this.fonts = fonts;
        this.language = language;
        this.size = size;
        this.width = width;
    }

    static List<Line> lines(Text text, PdfFonts fonts, Language language, double size, double width) {
        var breaker = new LineBreaker(fonts, language, size, width);
        breaker.run(text);
        return breaker.lines;
    }

    private void run(Text text) {
        String words = text.words();
        BreakIterator breaks = BreakIterator.getLineInstance(language.locale());
        breaks.setText(words);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            place(between(text, from, to));
            if (words.charAt(to - 1) == '\n') {
                flush(true);
            }
        }
        if (!current.isEmpty() || lines.isEmpty()) {
            flush(true);
        }
    }

    private void place(List<Line.Piece> unbroken) {
        double wide = unbroken.stream().mapToDouble(Line.Piece::width).sum();
        // A space at the end of a line takes no room.
        String end = unbroken.getLast().words();
        double tail = fonts.width(
                end.substring(end.stripTrailing().length()), unbroken.getLast().strong(), size);
        if (used + wide - tail > width && used > 0) {
            flush(false);
        }
        if (wide - tail <= width) {
            current.addAll(unbroken);
            used += wide;
            return;
        }
        for (Line.Piece piece : unbroken) {
            piece.words().codePoints().mapToObj(Character::toString).forEach(letter -> {
                double letterWidth = fonts.width(letter, piece.strong(), size);
                if (used + letterWidth > width && used > 0) {
                    flush(false);
                }
                current.add(new Line.Piece(letter, piece.strong(), piece.link(), letterWidth));
                used += letterWidth;
            });
        }
    }

    private List<Line.Piece> between(Text text, int from, int to) {
        var pieces = new ArrayList<Line.Piece>();
        int start = 0;
        for (Text.Run run : text.runs()) {
            int end = start + run.words().length();
            if (end > from && start < to) {
                String words = run.words().substring(Math.max(0, from - start), Math.min(end, to) - start);
                boolean strong = run instanceof Text.Strong;
                Optional<URI> link =
                        run instanceof Text.Link(var _, URI target) ? Optional.of(target) : Optional.empty();
                String shown = fonts.shown(words.replace("\n", ""));
                pieces.add(new Line.Piece(shown, strong, link, fonts.width(shown, strong, size)));
            }
            start = end;
        }
        return pieces;
    }

    /** Ends a line; neighbouring pieces of one kind become one, so that a reader's software hears whole words. */
    private void flush(boolean last) {
        var joined = new ArrayList<Line.Piece>();
        for (Line.Piece piece : current) {
            if (!joined.isEmpty()
                    && joined.getLast().strong() == piece.strong()
                    && joined.getLast().link().equals(piece.link())) {
                Line.Piece before = joined.removeLast();
                joined.add(new Line.Piece(
                        before.words() + piece.words(), piece.strong(), piece.link(), before.width() + piece.width()));
            } else {
                joined.add(piece);
            }
        }
        lines.add(new Line(List.copyOf(joined), last));
        current = new ArrayList<>();
        used = 0;
    }
}
