package org.hasekura.document;

import java.util.List;
import java.util.Locale;

/** Writes a document as one HTML file that needs nothing else: style and plots are in it. */
public final class Html {

    private static final String STYLE = """
            body{font-family:"Noto Sans JP","Noto Sans",system-ui,sans-serif;color:#1a1a1c;max-width:44rem;margin:0 auto;
            padding:1.5rem;line-height:1.5;overflow-wrap:anywhere}:lang(ja){line-height:1.7;line-break:strict}
            header,footer{color:#595959;font-size:.875rem}h1{line-height:1.4}h2{margin-top:2rem;border-bottom:1px solid #949494}
            a{color:#00118f}table{border-collapse:collapse;width:100%}caption{text-align:start;font-weight:700;padding:.5rem 0}
            th,td{border:1px solid #949494;padding:.35rem .5rem;text-align:start;vertical-align:top}thead th{background:#f1f1f4}
            dt{font-weight:700}dd{margin:0 0 .5rem 1.5rem}.note{border-inline-start:6px solid #626264;padding:.25rem 1rem;
            margin:1rem 0}.good{border-color:#197a4b}.caution{border-color:#b78f00}.bad{border-color:#ce0000}
            .scroll{overflow-x:auto}svg{max-width:100%;height:auto}@media print{body{max-width:none;padding:0}}
            """;

    private Html() {}

    public static String of(Document document) {
        var out = new StringBuilder(4096);
        String tag = document.language().tag();
        out.append("<!doctype html>\n<html lang=\"").append(tag).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>");
        out.append(Markup.escaped(document.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n");
        out.append("<body>\n<header>").append(Markup.escaped(document.header())).append("</header>\n<main>\n<h1>");
        out.append(Markup.escaped(document.title())).append("</h1>\n");
        document.blocks().forEach(block -> write(block, out));
        out.append("</main>\n<footer><p>")
                .append(Markup.escaped(document.footer()))
                .append(" · <time datetime=\"");
        out.append(document.day()).append("\">").append(document.language().day(document.day()));
        return out.append("</time></p></footer>\n</body>\n</html>\n").toString();
    }

    private static void write(Block block, StringBuilder out) {
        switch (block) {
            case Block.Heading(int level, String words) ->
                out.append("<h%d>%s</h%d>%n"
                        .formatted(level, Markup.escaped(words), level)
                        .replace("\r", ""));
            case Block.Paragraph(Text text) -> element("p", text, out);
            case Block.Points(boolean ordered, List<Text> items) -> {
                out.append(ordered ? "<ol>\n" : "<ul>\n");
                items.forEach(item -> element("li", item, out));
                out.append(ordered ? "</ol>\n" : "</ul>\n");
            }
            case Block.Definitions(List<Block.Definition> items) -> {
                out.append("<dl>\n");
                for (Block.Definition item : items) {
                    out.append("<dt>").append(Markup.escaped(item.term())).append("</dt>\n");
                    element("dd", item.said(), out);
                }
                out.append("</dl>\n");
            }
            case Block.Table table -> table(table, out);
            case Block.Note(Block.Weight weight, String title, Text text) -> {
                out.append("<div class=\"note ")
                        .append(weight.name().toLowerCase(Locale.ROOT))
                        .append("\" role=\"note\">\n");
                element("p", Text.strong(title), out);
                element("p", text, out);
                out.append("</div>\n");
            }
            case Block.Figure(Plot plot) -> {
                out.append("<figure>\n<figcaption><strong>").append(Markup.escaped(plot.finding()));
                out.append("</strong></figcaption>\n").append(Svg.of(plot)).append("</figure>\n");
                table(PlotTable.of(plot), out);
            }
        }
    }

    private static void table(Block.Table table, StringBuilder out) {
        out.append("<div class=\"scroll\" tabindex=\"0\">\n<table>\n<caption>").append(Markup.escaped(table.caption()));
        out.append("</caption>\n<thead><tr>");
        for (String column : table.columns()) {
            // A head without words would be announced as an empty head.
            out.append(column.isEmpty() ? "<td></td>" : "<th scope=\"col\">" + Markup.escaped(column) + "</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (List<Text> row : table.rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.append(i == 0 ? "<th scope=\"row\">" : "<td>");
                runs(row.get(i), out);
                out.append(i == 0 ? "</th>" : "</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</div>\n");
    }

    private static void element(String name, Text text, StringBuilder out) {
        out.append('<').append(name).append('>');
        runs(text, out);
        out.append("</").append(name).append(">\n");
    }

    private static void runs(Text text, StringBuilder out) {
        for (Text.Run run : text.runs()) {
            switch (run) {
                case Text.Plain(String words) -> out.append(Markup.escaped(words));
                case Text.Strong(String words) ->
                    out.append("<strong>").append(Markup.escaped(words)).append("</strong>");
                case Text.Link(String words, var target) ->
                    out.append("<a href=\"")
                            .append(Markup.escaped(target.toString()))
                            .append("\">")
                            .append(Markup.escaped(words))
                            .append("</a>");
            }
        }
    }
}
