package org.hasekura.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/** A table on the pages of a PDF file: its head stands again on each page, and a row stays whole unless it is longer than a page. */
final class PdfTable {

    private static final double SIZE = 9;
    private static final double LEADING = 13.5;
    private static final double PAD = 4;

    /** A column that takes no more than this on one line is never broken; eight of them fit on a page. */
    private static final double SHORT = 50;

    private final PdfSheet sheet;
    private final double[] widths;
    private final List<Text> heads;

    private PdfTable(PdfSheet sheet, Block.Table table) {
        this.sheet = sheet;
        this.widths = widths(sheet, table);
        this.heads = table.columns().stream().map(Text::strong).toList();
    }

    static void write(PdfSheet sheet, Block.Table table) throws IOException {
        new PdfTable(sheet, table).write(table);
    }

    private void write(Block.Table table) throws IOException {
        sheet.need(70);
        sheet.down(6);
        sheet.tags.begin("Table");
        List<Line> caption =
                LineBreaker.lines(Text.strong(table.caption()), sheet.fonts, sheet.language(), SIZE, PdfSheet.WIDTH);
        sheet.tags.begin("Caption");
        for (Line line : caption) {
            sheet.write(line, PdfSheet.LEFT, sheet.place() - SIZE, SIZE, Colours.TEXT, true);
            sheet.down(LEADING);
        }
        sheet.tags.end();
        sheet.down(2);
        head(false);
        for (List<Text> row : table.rows()) {
            List<List<Line>> cells = lines(row);
            double height = height(cells);
            if (sheet.room() < Math.min(height, sheet.wholeRoom() - 2 * LEADING - height(lines(heads)))) {
                sheet.next();
                head(true);
            }
            row(cells, false, false);
        }
        sheet.tags.end();
        sheet.down(10);
    }

    private void head(boolean again) throws IOException {
        List<List<Line>> cells = lines(heads);
        sheet.field(PdfSheet.LEFT, sheet.place() - height(cells), PdfSheet.WIDTH, height(cells), Colours.HEAD);
        sheet.rule(PdfSheet.LEFT, sheet.place(), PdfSheet.LEFT + PdfSheet.WIDTH, sheet.place(), 0.8, Colours.RULE);
        row(cells, true, again);
    }

    private void row(List<List<Line>> cells, boolean isHead, boolean again) throws IOException {
        var elements = new ArrayList<PDStructureElement>();
        if (!again) {
            sheet.tags.begin("TR");
            for (int i = 0; i < cells.size(); i++) {
                PDStructureElement cell = sheet.tags.begin(isHead || i == 0 ? "TH" : "TD");
                if (isHead || i == 0) {
                    var scope = new PDTableAttributeObject();
                    scope.setScope(isHead ? "Column" : "Row");
                    cell.addAttribute(scope);
                }
                elements.add(cell);
                sheet.tags.end();
            }
            sheet.tags.end();
        }
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        sheet.down(PAD);
        for (int n = 0; n < most; n++) {
            if (sheet.room() < LEADING) {
                sheet.next();
            }
            double x = PdfSheet.LEFT;
            for (int i = 0; i < cells.size(); i++) {
                if (n < cells.get(i).size()) {
                    sheet.writeIn(
                            again ? List.of() : List.of(elements.get(i)),
                            cells.get(i).get(n),
                            x + PAD,
                            sheet.place() - SIZE,
                            SIZE,
                            isHead);
                }
                x += widths[i];
            }
            sheet.down(LEADING);
        }
        sheet.down(PAD);
        sheet.rule(PdfSheet.LEFT, sheet.place(), PdfSheet.LEFT + PdfSheet.WIDTH, sheet.place(), 0.5, Colours.RULE);
    }

    private List<List<Line>> lines(List<Text> row) {
        var cells = new ArrayList<List<Line>>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(LineBreaker.lines(row.get(i), sheet.fonts, sheet.language(), SIZE, widths[i] - 2 * PAD));
        }
        return cells;
    }

    private static double height(List<List<Line>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1) * LEADING + 2 * PAD;
    }

    /** Short columns get what they take on one line; the rest is shared by what the others would take, long ones dampened. */
    private static double[] widths(PdfSheet sheet, Block.Table table) {
        int columns = table.columns().size();
        var wanted = new double[columns];
        double kept = 0;
        double shared = 0;
        for (int i = 0; i < columns; i++) {
            double widest = widest(sheet, table, i);
            boolean isShort = widest <= SHORT;
            wanted[i] = 2 * PAD + 2 + (isShort ? widest : SHORT + Math.sqrt(widest - SHORT) * 12);
            kept += isShort ? wanted[i] : 0;
            shared += isShort ? 0 : wanted[i];
        }
        boolean allShort = shared == 0;
        double factor = allShort ? PdfSheet.WIDTH / kept : (PdfSheet.WIDTH - kept) / shared;
        for (int i = 0; i < columns; i++) {
            wanted[i] *= allShort || wanted[i] > SHORT + 2 * PAD + 2 ? factor : 1;
        }
        return wanted;
    }

    private static double widest(PdfSheet sheet, Block.Table table, int column) {
        double widest = sheet.fonts.width(sheet.fonts.shown(table.columns().get(column)), true, SIZE);
        for (List<Text> row : table.rows()) {
            String words = sheet.fonts.shown(row.get(column).words().replace("\n", ""));
            widest = Math.max(widest, sheet.fonts.width(words, false, SIZE));
        }
        return widest;
    }
}
