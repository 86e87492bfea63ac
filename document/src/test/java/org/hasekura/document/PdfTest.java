package org.hasekura.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A document as PDF")
class PdfTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    @DisplayName("gives the same bytes for the same document, and others for another")
    void sameBytes(Language language) {
        byte[] once = Pdf.of(Sample.in(language));
        assertThat(Pdf.of(Sample.in(language))).isEqualTo(once);
        assertThat(Pdf.of(Sample.in(language == Language.ENGLISH ? Language.JAPANESE : Language.ENGLISH)))
                .isNotEqualTo(once);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    @DisplayName("says every word of the document, in its order")
    void allWords(Language language) throws IOException {
        Document sample = Sample.in(language);
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(sample))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            int from = 0;
            for (String words : List.of(
                    sample.title(),
                    ((Block.Note) sample.blocks().getFirst()).title(),
                    ((Block.Paragraph) sample.blocks().get(2)).text().words(),
                    "x".repeat(120),
                    "Art.60",
                    "2,400")) {
                int at = text.indexOf(words.replaceAll("\\s", ""), from);
                assertThat(at).as(words).isGreaterThanOrEqualTo(from);
                from = at;
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    @DisplayName(
            "is tagged: headings, lists, tables with heads, links and the figure with its finding, in the language")
    void tagged(Language language) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(Sample.in(language)))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo(language.tag());
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            var types = new ArrayList<String>();
            collect(catalog.getStructureTreeRoot(), types);
            assertThat(types)
                    .startsWith("Document", "H1")
                    .contains("H2", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Link");
            assertThat(types.stream().filter("TR"::equals).count())
                    .as("the head once, though it is shown on each page")
                    .isEqualTo(61 + 4);
            assertThat(types)
                    .contains("Figure="
                            + ((Block.Figure) Sample.in(language).blocks().getLast())
                                    .plot()
                                    .finding());
        }
    }

    @Test
    @DisplayName("names for each mark on each page the part of the structure that it belongs to")
    void parentTree() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(Sample.in(Language.ENGLISH)))) {
            var tree = pdf.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getParentTree()
                    .getNumbers();
            for (var page : pdf.getPages()) {
                var elements = (COSArray) Objects.requireNonNull(tree.get(page.getStructParents()))
                        .getCOSObject();
                String content =
                        new String(page.getContents().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(content.split("/MCID ", -1)).hasSize(elements.size() + 1);
                for (COSBase each : elements) {
                    var element = (COSDictionary) (each instanceof COSObject object ? object.getObject() : each);
                    assertThat(element.getNameAsString(COSName.S)).isNotEmpty();
                }
            }
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
        }
    }

    @Test
    @DisplayName("has its fonts inside, only with the characters used")
    void fonts() throws IOException {
        byte[] bytes = Pdf.of(Sample.in(Language.JAPANESE));
        assertThat(bytes.length).isLessThan(150_000);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                var font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansJP-(Regular|Bold)");
            }
        }
    }

    @Test
    @DisplayName("leads to where its links say")
    void links() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(Sample.in(Language.ENGLISH)))) {
            var link = (PDAnnotationLink) pdf.getPage(0).getAnnotations().getFirst();
            assertThat(((PDActionURI) link.getAction()).getURI()).isEqualTo(Sample.SOURCE.toString());
            assertThat(link.getContents()).isEqualTo("GDPR Art. 45");
        }
    }

    @Test
    @DisplayName("carries no date but the document's own")
    void date() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(Sample.in(Language.ENGLISH)))) {
            var information = pdf.getDocumentInformation();
            assertThat(LocalDate.ofInstant(information.getCreationDate().toInstant(), java.time.ZoneOffset.UTC))
                    .isEqualTo(LocalDate.of(2026, 11, 21));
            assertThat(information.getModificationDate()).isNull();
            var metadata = new ByteArrayOutputStream();
            pdf.getDocumentCatalog().getMetadata().exportXMPMetadata().transferTo(metadata);
            assertThat(metadata.toString(java.nio.charset.StandardCharsets.UTF_8))
                    .contains("2026-11-21T00:00:00Z", "<pdfuaid:part>1");
        }
    }

    @Test
    @DisplayName("holds the letters of Europe, writes 〓 for what it has no type for, and never fails")
    void strange() throws IOException {
        var strange = new Document(
                "Łódź Győr Île Ελλάδα България 𓀀 \u0007", Language.ENGLISH, LocalDate.EPOCH, "x", "", "", List.of());
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(strange))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Łódź Győr Île Ελλάδα България 〓");
        }
    }

    private static void collect(PDStructureNode node, List<String> types) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                String text = element.getAlternateDescription();
                types.add(text == null ? element.getStructureType() : element.getStructureType() + "=" + text);
                collect(element, types);
            }
        }
    }
}
