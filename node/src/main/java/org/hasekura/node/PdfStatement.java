package org.hasekura.node;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF file. A page that is a picture has none. */
final class PdfStatement {

    private static final int PAGES_MAX = 500;

    private PdfStatement() {}

    static String text(byte[] bytes, String name) throws CommandFailed {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            if (pdf.getNumberOfPages() > PAGES_MAX) {
                throw new CommandFailed(name + " has more than " + PAGES_MAX + " pages");
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setParagraphStart("\n");
            return stripper.getText(pdf);
        } catch (IOException e) {
            throw new CommandFailed(name + " is no PDF that can be read: " + e.getMessage());
        }
    }
}
