package org.hasekura.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/** The pages of one PDF file, and the place on them where the next thing is put. Lengths in points; the place falls as pages fill. */
final class PdfSheet {

    static final double LEFT = 62;
    static final double WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final double TOP = PDRectangle.A4.getHeight() - 74;
    private static final double BOTTOM = 70;

    final PdfFonts fonts;
    final PdfTags tags;
    private final PDDocument pdf;
    private final Document document;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPage page;
    private PDPageContentStream content;
    private double place = TOP;

    PdfSheet(PDDocument pdf, Document document) throws IOException {
        this.pdf = pdf;
        this.document = document;
        this.fonts = new PdfFonts(pdf);
        this.tags = new PdfTags(document.language());
        this.page = added();
        this.content = new PDPageContentStream(pdf, page);
    }

    private PDPage added() {
        var fresh = new PDPage(PDRectangle.A4);
        // A reader's software goes through links in the order of the structure.
        fresh.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        pdf.addPage(fresh);
        pages.add(fresh);
        tags.sheet(fresh);
        return fresh;
    }

    Language language() {
        return document.language();
    }

    double place() {
        return place;
    }

    double room() {
        return place - BOTTOM;
    }

    boolean isFresh() {
        return place == TOP;
    }

    double wholeRoom() {
        return TOP - BOTTOM;
    }

    void down(double points) {
        place -= points;
    }

    /** Goes on to a new page where less than this is left. */
    void need(double points) throws IOException {
        if (room() < points && !isFresh()) {
            next();
        }
    }

    void next() throws IOException {
        content.close();
        page = added();
        content = new PDPageContentStream(pdf, page);
        place = TOP;
    }

    /** Writes a line at the height of its base; links in it become links of the file. */
    void write(Line line, double x, double base, double size, String colour, boolean strong) throws IOException {
        double at = x;
        for (Line.Piece piece : line.pieces()) {
            boolean isLink = piece.link().isPresent();
            PDStructureElement element = isLink ? tags.begin("Link") : tags.inner();
            content.beginMarkedContent(COSName.getPDFName(isLink ? "Link" : "Span"), tags.mark(page, element));
            glyphs(content, piece.words(), at, base, size, isLink ? Colours.LINK : colour, strong || piece.strong());
            content.endMarkedContent();
            if (isLink) {
                rule(at, base - 1.5, at + piece.width(), base - 1.5, 0.5, Colours.LINK);
                link(piece, at, base, size, element);
                tags.end();
            }
            at += piece.width();
        }
    }

    /** Writes a line into a cell that was made before; into none, where a table's head is only shown again. */
    void writeIn(List<PDStructureElement> cell, Line line, double x, double base, double size, boolean strong)
            throws IOException {
        if (cell.isEmpty()) {
            content.beginMarkedContent(COSName.ARTIFACT);
            double at = x;
            for (Line.Piece piece : line.pieces()) {
                glyphs(content, piece.words(), at, base, size, Colours.TEXT, strong || piece.strong());
                at += piece.width();
            }
            content.endMarkedContent();
        } else {
            tags.reopen(cell.getFirst());
            write(line, x, base, size, Colours.TEXT, strong);
            tags.end();
        }
    }

    private void link(Line.Piece piece, double x, double base, double size, PDStructureElement element)
            throws IOException {
        var annotation = new PDAnnotationLink();
        var action = new PDActionURI();
        action.setURI(piece.link().orElseThrow().toASCIIString());
        annotation.setAction(action);
        annotation.setContents(piece.words());
        annotation.setRectangle(
                new PDRectangle((float) x, (float) (base - 3), (float) piece.width(), (float) (size + 4)));
        var border = new PDBorderStyleDictionary();
        border.setWidth(0);
        annotation.setBorderStyle(border);
        annotation.setPrinted(true);
        page.getAnnotations().add(annotation);
        tags.annotation(page, element, annotation);
    }

    private void glyphs(
            PDPageContentStream on, String words, double x, double y, double size, String colour, boolean strong)
            throws IOException {
        if (words.isEmpty()) {
            return;
        }
        on.beginText();
        fill(on, colour);
        on.newLineAtOffset((float) x, (float) y);
        for (PdfFonts.Part part : fonts.parts(words, strong)) {
            on.setFont(part.font(), (float) size);
            on.showText(part.words());
        }
        on.endText();
    }

    /** A line that means nothing: software that reads aloud passes it by. */
    void rule(double fromX, double fromY, double toX, double toY, double width, String colour) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        stroke(fromX, fromY, toX, toY, width, colour);
        content.endMarkedContent();
    }

    void field(double x, double y, double width, double height, String colour) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        box(x, y, width, height, colour);
        content.endMarkedContent();
    }

    private void stroke(double fromX, double fromY, double toX, double toY, double width, String colour)
            throws IOException {
        int rgb = Integer.parseInt(colour, 16);
        content.setStrokingColor(((rgb >> 16) & 255) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f);
        content.setLineWidth((float) width);
        content.moveTo((float) fromX, (float) fromY);
        content.lineTo((float) toX, (float) toY);
        content.stroke();
    }

    private void box(double x, double y, double width, double height, String colour) throws IOException {
        fill(content, colour);
        content.addRect((float) x, (float) y, (float) width, (float) height);
        content.fill();
    }

    private static void fill(PDPageContentStream on, String colour) throws IOException {
        int rgb = Integer.parseInt(colour, 16);
        on.setNonStrokingColor(((rgb >> 16) & 255) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f);
    }

    /** Draws a plot from here down, as one figure whose text is its finding. */
    void draw(PlotDrawing drawing, String finding) throws IOException {
        double top = place;
        PDStructureElement figure = tags.begin("Figure");
        figure.setAlternateDescription(finding);
        content.beginMarkedContent(COSName.getPDFName("Figure"), tags.mark(page, figure));
        for (PlotDrawing.Shape shape : drawing.shapes()) {
            switch (shape) {
                case PlotDrawing.Stroke(
                        double fromX,
                        double fromY,
                        double toX,
                        double toY,
                        double width,
                        String colour) ->
                    stroke(LEFT + fromX, top - fromY, LEFT + toX, top - toY, width, colour.substring(1));
                case PlotDrawing.Box(double x, double y, double width, double height, String colour) ->
                    box(LEFT + x, top - y - height, width, height, colour.substring(1));
                case PlotDrawing.Label(double x, double y, double anchor, double size, String words) -> {
                    String shown = fonts.shown(words);
                    double start = LEFT + x - anchor * fonts.width(shown, false, size);
                    glyphs(content, shown, start, top - y, size, Colours.TEXT, false);
                }
            }
        }
        content.endMarkedContent();
        tags.end();
        down(PlotDrawing.HEIGHT);
    }

    /** Writes header, footer and numbers on every page, now that it is known how many there are. */
    byte[] finished() throws IOException {
        content.close();
        for (int i = 0; i < pages.size(); i++) {
            try (var margin =
                    new PDPageContentStream(pdf, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                margin.beginMarkedContent(COSName.ARTIFACT);
                String number = document.language().pageOf(i + 1, pages.size());
                glyphs(margin, fit(document.header(), WIDTH), LEFT, TOP + 34, 8.5, Colours.QUIET, false);
                double numberWidth = fonts.width(number, false, 8.5);
                String footer = document.footer() + " · " + document.language().day(document.day());
                glyphs(margin, fit(footer, WIDTH - numberWidth - 12), LEFT, 38, 8.5, Colours.QUIET, false);
                glyphs(margin, number, LEFT + WIDTH - numberWidth, 38, 8.5, Colours.QUIET, false);
                margin.endMarkedContent();
            }
        }
        pdf.getDocumentCatalog().setStructureTreeRoot(tags.finished());
        var bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private String fit(String words, double width) {
        String shown = fonts.shown(words);
        while (fonts.width(shown, false, 8.5) > width) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -2)) + "…";
        }
        return shown;
    }
}
