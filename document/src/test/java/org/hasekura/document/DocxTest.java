package org.hasekura.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

@DisplayName("A document as DOCX, read back")
class DocxTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    @DisplayName("gives the same bytes for the same document")
    void sameBytes(Language language) {
        assertThat(Docx.of(Sample.in(language))).isEqualTo(Docx.of(Sample.in(language)));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    @DisplayName("holds title, headings, paragraphs, lists and terms as paragraphs of those styles")
    void paragraphs(Language language) throws Exception {
        var said = new ArrayList<String>();
        for (Element paragraph : elements(parts(language), "word/document.xml", "w:p")) {
            String style = ((Element) paragraph.getElementsByTagName("w:pStyle").item(0)).getAttribute("w:val");
            said.add(style + ": " + paragraph.getTextContent());
        }
        Document sample = Sample.in(language);
        assertThat(said)
                .startsWith(
                        "Title: " + sample.title(),
                        "Note: " + ((Block.Note) sample.blocks().getFirst()).title())
                .containsSubsequence(
                        "Heading2: " + ((Block.Heading) sample.blocks().get(1)).words(),
                        "Normal: "
                                + ((Block.Paragraph) sample.blocks().get(2))
                                        .text()
                                        .words(),
                        "ListParagraph: a",
                        "Term: DID",
                        "Cell: Art. 60");
    }

    @Test
    @DisplayName("holds tables whose first row is a head on every page")
    void tables() throws Exception {
        List<Element> tables = elements(parts(Language.ENGLISH), "word/document.xml", "w:tbl");
        assertThat(tables).hasSize(2);
        assertThat(tables.getFirst().getElementsByTagName("w:tr").getLength()).isEqualTo(61);
        assertThat(tables.getFirst().getElementsByTagName("w:tblHeader").getLength())
                .isEqualTo(1);
        assertThat(tables.getLast().getTextContent()).contains("2,400", "–");
    }

    @Test
    @DisplayName("names in its relations every link, part and list that its text uses")
    void relations() throws Exception {
        Map<String, byte[]> parts = parts(Language.JAPANESE);
        var targets = new LinkedHashMap<String, String>();
        for (Element relation : elements(parts, "word/_rels/document.xml.rels", "Relationship")) {
            targets.put(relation.getAttribute("Id"), relation.getAttribute("Target"));
        }
        for (Element link : elements(parts, "word/document.xml", "w:hyperlink")) {
            assertThat(targets.get(link.getAttribute("r:id"))).isEqualTo(Sample.SOURCE.toString());
        }
        assertThat(targets.values().stream().filter(each -> each.endsWith(".xml")))
                .allSatisfy(part -> assertThat(parts).containsKey("word/" + part));
        var lists = elements(parts, "word/numbering.xml", "w:num").stream()
                .map(each -> each.getAttribute("w:numId"))
                .toList();
        assertThat(elements(parts, "word/document.xml", "w:numId"))
                .extracting(each -> each.getAttribute("w:val"))
                .contains("1", "2", "3")
                .allSatisfy(number -> assertThat(lists).contains(number));
    }

    @Test
    @DisplayName("has styles for every style its text names")
    void styles() throws Exception {
        Map<String, byte[]> parts = parts(Language.ENGLISH);
        var known = elements(parts, "word/styles.xml", "w:style").stream()
                .map(each -> each.getAttribute("w:styleId"))
                .toList();
        for (String name : List.of("w:pStyle", "w:rStyle", "w:tblStyle")) {
            assertThat(elements(parts, "word/document.xml", name))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(known).contains(each.getAttribute("w:val")));
        }
    }

    private static Map<String, byte[]> parts(Language language) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Docx.of(Sample.in(language))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static List<Element> elements(Map<String, byte[]> parts, String part, String name)
            throws ParserConfigurationException, SAXException, IOException {
        assertThat(parts).containsKey(part);
        byte[] xml = parts.getOrDefault(part, new byte[0]);
        var found = new ArrayList<Element>();
        var nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
