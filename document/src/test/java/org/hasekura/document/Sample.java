package org.hasekura.document;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A document with every kind of block, in both languages, longer than a page. */
final class Sample {

    static final URI SOURCE = URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj");

    private Sample() {}

    static Document in(Language language) {
        boolean japanese = language == Language.JAPANESE;
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note(
                Block.Weight.GOOD,
                japanese ? "義務を伴って許される" : "Permitted with duties",
                Text.of(japanese ? "2026年9月1日の法による。" : "By the law of 1 September 2026.")));
        blocks.add(Block.section(japanese ? "根拠" : "Grounds"));
        blocks.add(new Block.Paragraph(Text.of(
                        japanese
                                ? "個人データは、十分性認定（「日本決定」）により、追加の許可なしに移転することができます。ただし、補完的ルールが定める義務が、データとともに移ります。"
                                : "Personal data may be transferred on the adequacy decision on Japan without further authorisation; the duties of the Supplementary Rules travel with the data. ")
                .andLink("GDPR Art. 45", SOURCE)
                .and(japanese ? "を参照。" : ".")));
        blocks.add(new Block.Points(
                false,
                List.of(Text.of(japanese ? "要配慮個人情報" : "Special categories"), Text.strong(japanese ? "期限" : "Until"))));
        blocks.add(new Block.Points(true, List.of(Text.of("a"), Text.of("b"))));
        blocks.add(new Block.Points(true, List.of(Text.of("c"))));
        blocks.add(new Block.Definitions(List.of(
                new Block.Definition("DID", Text.of("did:web:" + "x".repeat(120))),
                new Block.Definition(japanese ? "日" : "Day", Text.of(language.day(LocalDate.of(2026, 9, 1)))))));
        var rows = new ArrayList<List<Text>>();
        for (int i = 1; i <= 60; i++) {
            rows.add(List.of(
                    Text.of("Art. " + i),
                    Text.of(
                            japanese
                                    ? "第三者への提供の制限についての説明です。".repeat(i % 3 + 1)
                                    : "what it says, in a line or two ".repeat(i % 3 + 1)),
                    Text.of("").andLink("eur-lex", SOURCE)));
        }
        blocks.add(new Block.Table(
                japanese ? "規定" : "Provisions",
                japanese ? List.of("条", "内容", "出典") : List.of("Article", "What it says", "Source"),
                rows));
        blocks.add(new Block.Figure(new Plot(
                Plot.Kind.BARS,
                japanese ? "三年で移転は二倍になった" : "Transfers doubled within three years",
                japanese ? "件数" : "transfers",
                List.of("2024", "2025", "2026"),
                List.of(
                        new Plot.Series(
                                "EU → JP",
                                List.of(OptionalDouble.of(1200), OptionalDouble.of(1800), OptionalDouble.of(2400))),
                        new Plot.Series(
                                "JP → EU",
                                List.of(OptionalDouble.empty(), OptionalDouble.of(900), OptionalDouble.of(0)))),
                japanese ? "出典：試験用" : "source: made for a test")));
        return new Document(
                japanese ? "このデータを送ってよいか" : "May this be sent?",
                language,
                LocalDate.of(2026, 11, 21),
                "test:sample:" + language.tag(),
                japanese ? "送信の可否についての覚書" : "Memo on a transfer",
                japanese ? "法律上の助言ではありません" : "This is no legal advice",
                blocks);
    }
}
