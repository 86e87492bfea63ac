package org.hasekura.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one PDF file; the characters that it uses are put into it, and no others. Noto Sans JP comes first; the letters of
 * Europe that it lacks, such as those of Łódź and Győr, come from Noto Sans.
 */
final class PdfFonts {

    /** What printers in Japan set where they have no type for a character. */
    private static final String NO_TYPE = "〓";

    private final List<PDFont> regular;
    private final List<PDFont> bold;
    private final Map<Integer, Optional<Integer>> faces = new HashMap<>();

    PdfFonts(PDDocument pdf) throws IOException {
        regular = List.of(font(pdf, "noto-sans-jp-regular.ttf"), font(pdf, "noto-sans-latin-regular.ttf"));
        bold = List.of(font(pdf, "noto-sans-jp-bold.ttf"), font(pdf, "noto-sans-latin-bold.ttf"));
    }

    private static PDFont font(PDDocument pdf, String name) throws IOException {
        try (InputStream in = PdfFonts.class.getResourceAsStream("vendor/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the font `" + name + "` is not in the jar");
            }
            return PDType0Font.load(pdf, in, true);
        }
    }

    /** Words that one font holds. */
    record Part(PDFont font, String words) {}

    /** These words, which {@link #shown} left, by the fonts that hold them. */
    List<Part> parts(String words, boolean strong) {
        List<PDFont> fonts = strong ? bold : regular;
        var parts = new ArrayList<Part>();
        var run = new StringBuilder();
        int current = 0;
        for (int c : words.codePoints().toArray()) {
            int face = face(c).orElse(0);
            if (face != current && !run.isEmpty()) {
                parts.add(new Part(fonts.get(current), run.toString()));
                run.setLength(0);
            }
            current = face;
            run.appendCodePoint(c);
        }
        if (!run.isEmpty()) {
            parts.add(new Part(fonts.get(current), run.toString()));
        }
        return parts;
    }

    /** Points that these words take; every character must be one that {@link #shown} left. */
    double width(String words, boolean strong, double size) {
        double width = 0;
        for (Part part : parts(words, strong)) {
            try {
                width += part.font().getStringWidth(part.words());
            } catch (IOException e) {
                throw new UncheckedIOException("a font in memory could not be read", e);
            }
        }
        return width / 1000 * size;
    }

    /** These words with what no font holds: letters without their marks, and 〓 where there is no other way. */
    String shown(String words) {
        var out = new StringBuilder(words.length());
        words.codePoints().forEach(c -> {
            if (face(c).isPresent()) {
                out.appendCodePoint(c);
            } else if (c == '\t') {
                out.append(' ');
            } else if (!Character.isISOControl(c)) {
                String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "");
                boolean holds = plain.codePoints().allMatch(each -> face(each).isPresent());
                out.append(!plain.isEmpty() && holds ? plain : NO_TYPE);
            }
        });
        return out.toString();
    }

    private Optional<Integer> face(int codePoint) {
        return faces.computeIfAbsent(codePoint, c -> {
            String letter = Character.toString(c);
            return holds(regular.getFirst(), letter)
                    ? Optional.of(0)
                    : holds(regular.getLast(), letter) ? Optional.of(1) : Optional.empty();
        });
    }

    private static boolean holds(PDFont font, String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("a font in memory could not be read", e);
        }
    }
}
