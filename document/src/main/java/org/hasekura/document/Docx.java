package org.hasekura.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a document as WordprocessingML (ECMA-376, transitional): headings, lists and tables are those of the word processor, so that
 * the file can be worked on further. Plots stand as their values.
 */
public final class Docx {

    private Docx() {}

    public static byte[] of(Document document) {
        var body = new DocxBody(document.language());
        body.title(document.title());
        document.blocks().forEach(body::write);
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", DocxParts.contentTypes());
        parts.put("_rels/.rels", DocxParts.packageRelations());
        parts.put("docProps/core.xml", DocxParts.properties(document));
        parts.put("word/document.xml", body.xml());
        parts.put("word/styles.xml", DocxParts.styles(document.language()));
        parts.put("word/numbering.xml", body.numbering());
        parts.put("word/settings.xml", DocxParts.settings(document.language()));
        parts.put("word/header1.xml", DocxParts.header(document));
        parts.put("word/footer1.xml", DocxParts.footer(document));
        parts.put("word/_rels/document.xml.rels", body.relations());
        return zipped(parts);
    }

    private static byte[] zipped(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                // The first day a zip file can name, in no zone: the same document gives the same bytes everywhere.
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused to be written", e);
        }
        return bytes.toByteArray();
    }
}
