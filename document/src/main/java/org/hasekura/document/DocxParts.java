package org.hasekura.document;

/** The parts of a DOCX file that hardly change from document to document. */
final class DocxParts {

    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String SPACES =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" + OFFICE + "\"";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private DocxParts() {}

    static String contentTypes() {
        var types = new StringBuilder(
                HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>");
        String[][] parts = {
            {"document", "document.main"},
            {"styles", "styles"},
            {"numbering", "numbering"},
            {"settings", "settings"},
            {"header1", "header"},
            {"footer1", "footer"}
        };
        for (String[] part : parts) {
            types.append(
                    "<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>".formatted(part[0], TYPE, part[1]));
        }
        return types.append("</Types>").toString();
    }

    static String packageRelations() {
        return HEAD + "<Relationships xmlns=\"" + RELATIONS + "\">"
                + relation("document", "officeDocument", "word/document.xml")
                + "<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
                + "Target=\"docProps/core.xml\"/></Relationships>";
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, type, target);
    }

    static String properties(Document document) {
        return HEAD
                + """
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title><dc:creator>Hasekura</dc:creator>\
                <dc:identifier>%s</dc:identifier><dc:language>%s</dc:language>\
                <dcterms:created xsi:type="dcterms:W3CDTF">%sT00:00:00Z</dcterms:created></cp:coreProperties>""".formatted(
                                Markup.escaped(document.title()),
                                Markup.escaped(document.identifier()),
                                document.language().tag(),
                                document.day());
    }

    static String settings(Language language) {
        return HEAD + "<w:settings " + SPACES + "><w:themeFontLang w:val=\"en-GB\" w:eastAsia=\"ja-JP\"/>"
                + (language == Language.JAPANESE ? "<w:characterSpacingControl w:val=\"compressPunctuation\"/>" : "")
                + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
                + "w:val=\"15\"/></w:compat></w:settings>";
    }

    static String header(Document document) {
        return HEAD + "<w:hdr " + SPACES + "><w:p><w:pPr><w:pStyle w:val=\"Margin\"/></w:pPr><w:r><w:t>"
                + Markup.escaped(document.header()) + "</w:t></w:r></w:p></w:hdr>";
    }

    static String footer(Document document) {
        String[] around = document.language().pageOf(0, 0).split("0", -1);
        return HEAD + "<w:ftr " + SPACES + "><w:p><w:pPr><w:pStyle w:val=\"Margin\"/></w:pPr>"
                + run(document.footer() + " · " + document.language().day(document.day()) + " · " + around[0])
                + field("PAGE")
                + run(around[1]) + field("NUMPAGES") + run(around[2]) + "</w:p></w:ftr>";
    }

    private static String run(String words) {
        return "<w:r><w:t xml:space=\"preserve\">" + Markup.escaped(words) + "</w:t></w:r>";
    }

    private static String field(String name) {
        return "<w:fldSimple w:instr=\" " + name + " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
    }

    static String styles(Language language) {
        String tag = language == Language.JAPANESE ? "ja-JP" : "en-GB";
        return HEAD + "<w:styles " + SPACES + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Noto Sans JP\" "
                + "w:hAnsi=\"Noto Sans JP\" w:eastAsia=\"Noto Sans JP\" w:cs=\"Noto Sans JP\"/><w:color w:val=\""
                + Colours.TEXT
                + "\"/><w:sz w:val=\"21\"/><w:lang w:val=\"" + tag + "\" w:eastAsia=\"ja-JP\"/></w:rPr></w:rPrDefault>"
                + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                + style("Normal", "Normal", "", "")
                + style("Title", "Title", "<w:spacing w:after=\"240\"/>", "<w:b/><w:sz w:val=\"36\"/>")
                + heading(2, 28) + heading(3, 24) + heading(4, 21)
                + style("Caption", "caption", "<w:keepNext/><w:spacing w:before=\"160\"/>", "<w:b/>")
                + style(
                        "Cell",
                        "Cell",
                        "<w:spacing w:after=\"0\" w:line=\"260\" w:lineRule=\"auto\"/>",
                        "<w:sz w:val=\"18\"/>")
                + style("ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/>", "")
                + style("Term", "Term", "<w:keepNext/><w:spacing w:after=\"0\"/>", "<w:b/>")
                + style("Said", "Said", "<w:ind w:left=\"420\"/>", "")
                + style("Note", "Note", "<w:ind w:left=\"240\"/>", "")
                + style(
                        "Margin",
                        "Margin",
                        "<w:spacing w:after=\"0\"/>",
                        "<w:color w:val=\"" + Colours.QUIET + "\"/><w:sz w:val=\"17\"/>")
                + "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\""
                + Colours.LINK + "\"/><w:u w:val=\"single\"/></w:rPr></w:style>" + grid() + "</w:styles>";
    }

    private static String heading(int level, int halfPoints) {
        return style(
                "Heading" + level,
                "heading " + level,
                "<w:keepNext/><w:spacing w:before=\"320\"/><w:outlineLvl w:val=\"" + (level - 1) + "\"/>",
                "<w:b/><w:sz w:val=\"" + halfPoints + "\"/>");
    }

    private static String style(String id, String name, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>"
                .formatted(id.equals("Normal") ? " w:default=\"1\"" : "", id, name, paragraph, run);
    }

    private static String grid() {
        var borders = new StringBuilder();
        for (String side : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
            borders.append("<w:%s w:val=\"single\" w:sz=\"4\" w:color=\"%s\"/>".formatted(side, Colours.RULE));
        }
        return "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>"
                + borders
                + "</w:tblBorders><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>"
                + "<w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";
    }
}
