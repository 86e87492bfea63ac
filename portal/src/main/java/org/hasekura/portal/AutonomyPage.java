package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.AutonomyProfile;
import org.hasekura.partnership.Side;

/** What the EU and Japan depend on, by layer, as far as it is known. */
record AutonomyPage(AutonomyProfile profile) implements RegisterPage {

    private static final class Shipped {
        private static final AutonomyProfile PROFILE = AutonomyProfile.load();
    }

    static AutonomyPage load() {
        return new AutonomyPage(Shipped.PROFILE);
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.autonomy");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("partnership.autonomy-lead"));
    }

    @Override
    public Html content(View view) {
        return Html.all(
                PartnershipPages.ways(view),
                Html.of("<p class=\"notice warn\">{}</p>", view.words().say("partnership.no-networks")),
                table(view).html(view),
                Html.of(
                        "<p>{}</p>",
                        view.words()
                                .say(
                                        "partnership.common",
                                        "things",
                                        String.join(view.words().say("list.comma"), profile.common()))));
    }

    private Table table(View view) {
        Words words = view.words();
        Locale locale = Promises.locale(words);
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (AutonomyProfile.Layer layer : AutonomyProfile.Layer.values()) {
            for (Side side : Side.values()) {
                Table.Cell head = Table.Cell.of(layer.phrase().in(locale));
                Table.Cell of = Table.Cell.of(side.phrase().in(locale));
                if (profile.of(side, layer).isEmpty()) {
                    Table.Cell no = Table.Cell.unknown(words);
                    rows.add(List.of(head, of, no, no, no, no, no));
                }
                profile.of(side, layer).forEach(each -> rows.add(row(head, of, each, words)));
            }
        }
        return new Table(
                "autonomy",
                words.say("partnership.autonomy"),
                List.of(
                        Table.Column.of("layer", words.say("partnership.layer")),
                        Table.Column.of("side", words.say("partnership.side")),
                        Table.Column.of("thing", words.say("partnership.thing")),
                        Table.Column.of("partner", words.say("partnership.partner")),
                        Table.Column.of("percent", words.say("partnership.percent")),
                        Table.Column.number("year", words.say("partnership.year")),
                        Table.Column.of("source", words.say("partnership.source-id"))),
                rows,
                Html.NOTHING);
    }

    private static List<Table.Cell> row(Table.Cell layer, Table.Cell side, AutonomyProfile.Dependence it, Words words) {
        double low = it.lowPercent();
        double high = it.highPercent();
        return List.of(
                layer,
                side,
                Table.Cell.of(it.name().in(Promises.locale(words))),
                Table.Cell.of(it.partner()),
                Table.Cell.of(low == high ? figure(low) : figure(low) + "–" + figure(high)),
                Table.Cell.of(Integer.toString(it.year())),
                Table.Cell.of(it.source() + (it.isFromMemory() ? " " + words.say("partnership.from-memory") : "")));
    }

    private static String figure(double value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : Double.toString(value);
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("facts", profile.version(), "common", profile.common());
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(table(view));
    }
}
