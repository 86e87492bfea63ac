package org.hasekura.document;

import java.io.IOException;
import java.util.List;

/** Sets blocks one below the other. */
final class PdfText {

    private static final double BODY = 10.5;

    private final PdfSheet sheet;
    private final double leading;

    PdfText(PdfSheet sheet) {
        this.sheet = sheet;
        this.leading = sheet.language() == Language.JAPANESE ? 1.65 : 1.45;
    }

    void title(String words) throws IOException {
        heading("H1", words, 19);
    }

    void write(Block block) throws IOException {
        switch (block) {
            case Block.Heading(int level, String words) ->
                heading("H" + level, words, level == 2 ? 14 : level == 3 ? 12 : BODY);
            case Block.Paragraph(Text text) -> {
                paragraph("P", text, 0, BODY);
                sheet.down(5);
            }
            case Block.Points(boolean ordered, List<Text> items) -> points(ordered, items);
            case Block.Definitions(List<Block.Definition> items) -> {
                sheet.tags.begin("Div");
                for (Block.Definition item : items) {
                    sheet.need(3 * BODY * leading);
                    paragraph("P", Text.strong(item.term()), 0, BODY);
                    paragraph("P", item.said(), 18, BODY);
                    sheet.down(3);
                }
                sheet.tags.end();
            }
            case Block.Table table -> PdfTable.write(sheet, table);
            case Block.Note(Block.Weight weight, String title, Text text) -> note(weight, title, text);
            case Block.Figure(Plot plot) -> {
                sheet.need(PlotDrawing.HEIGHT + 40);
                paragraph("P", Text.strong(plot.finding()), 0, BODY);
                sheet.draw(PlotDrawing.of(plot), plot.finding());
                sheet.down(4);
                PdfTable.write(sheet, PlotTable.of(plot));
            }
        }
    }

    private void heading(String tag, String words, double size) throws IOException {
        sheet.need(size * 5);
        sheet.down(sheet.isFresh() ? 0 : size * 0.7);
        paragraph(tag, Text.strong(words), 0, size);
        sheet.down(size * 0.35);
    }

    private void points(boolean ordered, List<Text> items) throws IOException {
        sheet.tags.begin("L");
        for (int i = 0; i < items.size(); i++) {
            sheet.need(BODY * leading);
            sheet.tags.begin("LI");
            sheet.tags.begin("Lbl");
            String label = ordered ? (i + 1) + "." : "•";
            Line line = LineBreaker.lines(Text.of(label), sheet.fonts, sheet.language(), BODY, 18)
                    .getFirst();
            sheet.write(line, PdfSheet.LEFT + 4, base(BODY), BODY, Colours.TEXT, false);
            sheet.tags.end();
            paragraph("LBody", items.get(i), 20, BODY);
            sheet.tags.end();
            sheet.down(2);
        }
        sheet.tags.end();
        sheet.down(4);
    }

    private void note(Block.Weight weight, String title, Text text) throws IOException {
        double width = PdfSheet.WIDTH - 18;
        int lines = LineBreaker.lines(Text.strong(title), sheet.fonts, sheet.language(), BODY + 1, width)
                        .size()
                + LineBreaker.lines(text, sheet.fonts, sheet.language(), BODY, width)
                        .size();
        double height = (lines + 0.5) * (BODY + 1) * leading;
        sheet.need(Math.min(height + 8, sheet.wholeRoom()));
        // A note longer than a page keeps its words and loses its bar: it is set apart by its title as well.
        if (height < sheet.wholeRoom()) {
            sheet.field(PdfSheet.LEFT, sheet.place() - height, 4, height, Colours.of(weight));
        }
        double end = sheet.place() - height;
        sheet.tags.begin("Div");
        sheet.down(4);
        paragraph("P", Text.strong(title), 18, BODY + 1);
        paragraph("P", text, 18, BODY);
        sheet.tags.end();
        sheet.down(Math.max(0, sheet.place() - end) + 9);
    }

    private void paragraph(String tag, Text text, double indent, double size) throws IOException {
        sheet.tags.begin(tag);
        for (Line line : LineBreaker.lines(text, sheet.fonts, sheet.language(), size, PdfSheet.WIDTH - indent)) {
            sheet.need(size * leading);
            sheet.write(line, PdfSheet.LEFT + indent, base(size), size, Colours.TEXT, false);
            sheet.down(size * leading);
        }
        sheet.tags.end();
    }

    private double base(double size) {
        return sheet.place() - size * (leading - 0.25);
    }
}
