package org.hasekura.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of a DOCX file (ECMA-376, WordprocessingML): paragraphs of its main part, one after the other. What was deleted
 * under revision marks is left out. Neither entities nor anything outside the file is looked at.
 */
final class DocxStatement {

    private static final String MAIN = "word/document.xml";
    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final int PARTS_MAX = 2_000;

    /** A part may grow so much when it is unpacked; a longer one is refused before it is read. */
    private static final int PART_BYTES_MAX = 64 << 20;

    private DocxStatement() {}

    static String text(byte[] bytes, String name) throws CommandFailed {
        try {
            return paragraphs(main(bytes, name));
        } catch (IOException | XMLStreamException e) {
            throw new CommandFailed(name + " is no DOCX that can be read: " + e.getMessage());
        }
    }

    private static byte[] main(byte[] bytes, String name) throws IOException, CommandFailed {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int count = 0;
            long unpacked = 0;
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                count++;
                if (count > PARTS_MAX) {
                    throw new CommandFailed(name + " has more than " + PARTS_MAX + " parts");
                }
                byte[] content = limited(parts, PART_BYTES_MAX - unpacked, name);
                unpacked += content.length;
                if (part.getName().equals(MAIN)) {
                    return content;
                }
            }
        }
        throw new CommandFailed(name + " has no part `" + MAIN + "`; is it a Word document?");
    }

    private static byte[] limited(InputStream in, long bytesMax, String name) throws IOException, CommandFailed {
        var content = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (content.size() + read > bytesMax) {
                throw new CommandFailed(name + " unpacks to more than " + PART_BYTES_MAX + " bytes");
            }
            content.write(buffer, 0, read);
        }
        return content.toByteArray();
    }

    private static String paragraphs(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        var text = new StringBuilder();
        boolean isText = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    isText = is(reader, "t");
                    if (is(reader, "tab") || is(reader, "br") || is(reader, "cr")) {
                        text.append(' ');
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (isText) {
                        text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    isText = false;
                    if (is(reader, "p")) {
                        text.append("\n\n");
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private static boolean is(XMLStreamReader reader, String name) {
        return reader.getLocalName().equals(name) && WORDS.equals(reader.getNamespaceURI());
    }
}
