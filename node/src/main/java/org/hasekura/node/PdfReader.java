package org.hasekura.node;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A process that reads a PDF file from its standard input and writes the text of it in UTF-8; exit status 1 with the reason on standard
 * error. Started by {@link PdfStatement}, which bounds its time and memory.
 */
public final class PdfReader {

    private static final int PAGES_MAX = 500;

    private PdfReader() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream reason = System.err;
        // The library warns of much; nobody reads it here, and whoever waits for the text must not have to.
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            System.out.writeBytes(
                    text(System.in.readNBytes(StatementFiles.BYTES_MAX)).getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        } catch (OutOfMemoryError e) {
            // Without a word: what is left may not do for one.
            System.exit(1);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            reason.println(Objects.requireNonNullElse(e.getMessage(), e.toString())
                    .lines()
                    .findFirst()
                    .orElse(""));
            System.exit(1);
        }
    }

    private static String text(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            if (pdf.getNumberOfPages() > PAGES_MAX) {
                throw new IOException("it has more than " + PAGES_MAX + " pages");
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setParagraphStart("\n");
            return stripper.getText(pdf);
        }
    }
}
