package org.hasekura.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Writes a document as a tagged PDF (A4) with its fonts inside: headings, lists, tables, links and the language are there for software
 * that reads aloud. It follows the rules of PDF/UA-1 (ISO 14289-1) as far as we know them and was not certified.
 */
public final class Pdf {

    private Pdf() {}

    public static byte[] of(Document document) {
        try (var pdf = new PDDocument()) {
            describe(pdf, document);
            var sheet = new PdfSheet(pdf, document);
            var text = new PdfText(sheet);
            text.title(document.title());
            for (Block block : document.blocks()) {
                text.write(block);
            }
            return sheet.finished();
        } catch (IOException e) {
            throw new UncheckedIOException("memory or a font in the jar refused to be used", e);
        }
    }

    private static void describe(PDDocument pdf, Document document) throws IOException {
        var information = new PDDocumentInformation();
        information.setTitle(document.title());
        information.setProducer("Hasekura");
        information.setCreationDate(
                GregorianCalendar.from(document.day().atTime(LocalTime.MIDNIGHT).atZone(ZoneOffset.UTC)));
        pdf.setDocumentInformation(information);
        // The file's own id comes from what it says, or it would come from the clock.
        var crc = new CRC32();
        crc.update((document.identifier() + document).getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(crc.getValue());
        var catalog = pdf.getDocumentCatalog();
        catalog.setLanguage(document.language().tag());
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        var preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        var metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(xmp(document).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
    }

    private static String xmp(Document document) {
        return """
                <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
                xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>\
                <xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate><dc:identifier>%s</dc:identifier>\
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title></rdf:Description>
                </rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(document.day(), Markup.escaped(document.identifier()), Markup.escaped(document.title()));
    }
}
