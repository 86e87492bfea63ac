package org.hasekura.document;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The running part of a DOCX file, with the links and lists that other parts of it must name. */
final class DocxBody {

    private static final String DOT = "1";

    private final Language language;
    private final StringBuilder out = new StringBuilder(8192);
    private final List<URI> links = new ArrayList<>();
    private int orderedLists;

    DocxBody(Language language) {
        this.language = language;
    }

    void title(String words) {
        paragraph("Title", "", run(words, ""));
    }

    void write(Block block) {
        switch (block) {
            case Block.Heading(int level, String words) -> paragraph("Heading" + level, "", run(words, ""));
            case Block.Paragraph(Text text) -> paragraph("Normal", "", runs(text));
            case Block.Points(boolean ordered, List<Text> items) -> points(ordered, items);
            case Block.Definitions(List<Block.Definition> items) ->
                items.forEach(item -> {
                    paragraph("Term", "", run(item.term(), ""));
                    paragraph("Said", "", runs(item.said()));
                });
            case Block.Table table -> table(table);
            case Block.Note(Block.Weight weight, String title, Text text) -> {
                String bar = "<w:pBdr><w:left w:val=\"single\" w:sz=\"36\" w:space=\"8\" w:color=\"%s\"/></w:pBdr>"
                        .formatted(Colours.of(weight));
                paragraph("Note", bar, run(title, "<w:b/>"));
                paragraph("Note", bar, runs(text));
            }
            case Block.Figure(Plot plot) -> {
                paragraph("Normal", "<w:keepNext/>", run(plot.finding(), "<w:b/>"));
                table(PlotTable.of(plot));
            }
        }
    }

    private void points(boolean ordered, List<Text> items) {
        if (ordered) {
            orderedLists++;
        }
        String number = ordered ? String.valueOf(1 + orderedLists) : DOT;
        String list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + number + "\"/></w:numPr>";
        items.forEach(item -> paragraph("ListParagraph", list, runs(item)));
    }

    private void table(Block.Table table) {
        paragraph("Caption", "", run(table.caption(), ""));
        out.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>");
        out.append("<w:tblLook w:firstRow=\"1\" w:firstColumn=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
        out.append("<w:gridCol/>".repeat(table.columns().size())).append("</w:tblGrid>");
        out.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        table.columns().forEach(column -> cell(run(column, "<w:b/>"), "<w:shd w:val=\"clear\" w:fill=\"F1F1F4\"/>"));
        out.append("</w:tr>");
        for (List<Text> row : table.rows()) {
            out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            row.forEach(text -> cell(runs(text), ""));
            out.append("</w:tr>");
        }
        out.append("</w:tbl>");
        paragraph("Normal", "", "");
    }

    private void cell(String runs, String properties) {
        out.append("<w:tc><w:tcPr>").append(properties).append("</w:tcPr>");
        paragraph("Cell", "", runs);
        out.append("</w:tc>");
    }

    private void paragraph(String style, String properties, String runs) {
        out.append("<w:p><w:pPr><w:pStyle w:val=\"")
                .append(style)
                .append("\"/>")
                .append(properties)
                .append("</w:pPr>");
        out.append(runs).append("</w:p>\n");
    }

    private String runs(Text text) {
        var runs = new StringBuilder();
        for (Text.Run each : text.runs()) {
            switch (each) {
                case Text.Plain(String words) -> runs.append(run(words, ""));
                case Text.Strong(String words) -> runs.append(run(words, "<w:b/>"));
                case Text.Link(String words, URI target) -> {
                    links.add(target);
                    runs.append("<w:hyperlink r:id=\"link").append(links.size()).append("\">");
                    runs.append(run(words, "<w:rStyle w:val=\"Hyperlink\"/>")).append("</w:hyperlink>");
                }
            }
        }
        return runs.toString();
    }

    private static String run(String words, String properties) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + Markup.escaped(words)
                + "</w:t></w:r>";
    }

    String xml() {
        return DocxParts.HEAD + "<w:document " + DocxParts.SPACES + "><w:body>\n" + out
                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference w:type=\"default\" "
                + "r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1247\" w:bottom=\"1418\" "
                + "w:left=\"1247\" w:header=\"680\" w:footer=\"680\" w:gutter=\"0\"/>"
                + (language == Language.JAPANESE ? "<w:docGrid w:linePitch=\"360\"/>" : "")
                + "</w:sectPr></w:body></w:document>";
    }

    /** One list with dots, and an own list for each that counts, so that each begins at 1. */
    String numbering() {
        var numbers = new StringBuilder(DocxParts.HEAD + "<w:numbering " + DocxParts.SPACES + ">");
        numbers.append(level(0, "bullet", "•")).append(level(1, "decimal", "%1."));
        numbers.append("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
        for (int i = 1; i <= orderedLists; i++) {
            numbers.append("<w:num w:numId=\"").append(1 + i).append("\"><w:abstractNumId w:val=\"1\"/>");
            numbers.append("<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");
        }
        return numbers.append("</w:numbering>").toString();
    }

    private static String level(int id, String format, String text) {
        return "<w:abstractNum w:abstractNumId=\"%d\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/><w:pPr><w:ind w:left=\"420\" w:hanging=\"420\"/></w:pPr></w:lvl></w:abstractNum>"
                .formatted(id, format, text);
    }

    String relations() {
        var relations = new StringBuilder(DocxParts.HEAD + "<Relationships xmlns=\"" + DocxParts.RELATIONS + "\">");
        for (String part : List.of("styles", "numbering", "settings")) {
            relations.append(DocxParts.relation(part, part, part + ".xml"));
        }
        relations.append(DocxParts.relation("header", "header", "header1.xml"));
        relations.append(DocxParts.relation("footer", "footer", "footer1.xml"));
        for (int i = 0; i < links.size(); i++) {
            relations.append(DocxParts.relation(
                            "link" + (i + 1),
                            "hyperlink",
                            Markup.escaped(links.get(i).toString()))
                    .replace("/>", " TargetMode=\"External\"/>"));
        }
        return relations.append("</Relationships>").toString();
    }
}
