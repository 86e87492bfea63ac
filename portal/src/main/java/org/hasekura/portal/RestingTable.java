package org.hasekura.portal;

import java.util.List;
import java.util.Locale;

/** Which exchanges of this node a provision carries: what would fall with it. */
final class RestingTable {

    private RestingTable() {}

    static Table of(List<Audits.Resting> resting, View view) {
        Words words = view.words();
        return new Table(
                "resting",
                words.say("authority.resting"),
                List.of(
                        Table.Column.of("dataset", words.say("authority.dataset")),
                        Table.Column.of("recipient", words.say("authority.recipient")),
                        Table.Column.of("day", words.say("authority.judged")),
                        Table.Column.of("outcome", words.say("authority.outcome")),
                        Table.Column.of("exchange", words.say("authority.exchange"))),
                resting.stream().map(each -> row(each, view)).toList(),
                Html.of("<p>{}</p>", words.say("authority.nothing")));
    }

    private static List<Table.Cell> row(Audits.Resting each, View view) {
        Words words = view.words();
        return List.of(
                Table.Cell.of(each.dataset()),
                Table.Cell.of(each.recipient()),
                new Table.Cell(view.day(each.judgedFor()), each.judgedFor().toString()),
                Table.Cell.of(words.say("authority.outcome."
                        + each.outcome().toLowerCase(Locale.ROOT).replace('_', '-'))),
                each.exchange()
                        .map(pid -> new Table.Cell(
                                Html.of(
                                        "<a href=\"{}\">{}</a>",
                                        view.href(ExchangePage.path(pid)),
                                        words.say("authority.open")),
                                pid))
                        .orElseGet(() -> Table.Cell.unknown(words)));
    }
}
