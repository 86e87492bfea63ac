package org.hasekura.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hasekura.partnership.AutonomyProfile;
import org.hasekura.partnership.CardinalPoint;
import org.hasekura.partnership.Compass;
import org.hasekura.partnership.Indicator;
import org.hasekura.partnership.Indicators;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Standing;

/** The compass and what autonomy rests on, as text. */
record CompassText(PartnershipText words) {

    CompassText(Language language) {
        this(new PartnershipText(language));
    }

    String compass(Compass compass, Indicators indicators) {
        var text = new StringBuilder();
        List<List<String>> rows = new ArrayList<>();
        List<String> head =
                new ArrayList<>(List.of("", words.say("commitments", "約束"), words.say("verifiable", "検証可能")));
        head.add(words.say("of these kept", "うち達成・相当"));
        Arrays.stream(Standing.values()).forEach(each -> head.add(each.phrase().in(words.locale())));
        head.addAll(List.of(words.say("dated", "期限あり"), words.say("disputed", "見解相違"), words.say("not known", "不明")));
        rows.add(head);
        for (Compass.Quarter each : compass.quarters()) {
            List<String> row = new ArrayList<>(List.of(
                    each.point().phrase().in(words.locale()),
                    Integer.toString(each.commitments()),
                    Integer.toString(each.verifiable()),
                    Integer.toString(each.kept())));
            Arrays.stream(Standing.values()).forEach(standing -> row.add(Integer.toString(each.of(standing))));
            row.addAll(List.of(
                    Integer.toString(each.dated()),
                    Integer.toString(each.disputed()),
                    Integer.toString(each.unknown())));
            rows.add(row);
        }
        text.append(Table.write(rows))
                .append('\n')
                .append(words.gaps(compass.gaps()))
                .append('\n');
        text.append(Table.write(indicators(compass))).append('\n');
        return text.append(indicators.caution().in(words.locale())).append('\n').toString();
    }

    private List<List<String>> indicators(Compass compass) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                words.say("indicator", "指標"),
                Side.EU.phrase().in(words.locale()),
                words.say("target", "目標"),
                Side.JAPAN.phrase().in(words.locale()),
                words.say("target", "目標"),
                words.say("side by side", "比較"),
                words.say("unit", "単位"))));
        for (Compass.Quarter quarter : compass.quarters()) {
            for (Indicator each : quarter.indicators()) {
                rows.add(List.of(
                        point(quarter.point()) + each.name().in(words.locale()),
                        last(each, Side.EU),
                        target(each, Side.EU),
                        last(each, Side.JAPAN),
                        target(each, Side.JAPAN),
                        each.comparability().phrase().in(words.locale()),
                        PartnershipText.brief(each.unit().in(words.locale()))));
            }
        }
        return rows;
    }

    private String point(CardinalPoint point) {
        return point.phrase().in(words.locale()) + ": ";
    }

    private String last(Indicator indicator, Side side) {
        String trend = indicator
                .trend(side)
                .map(each -> ", " + each.phrase().in(words.locale()))
                .orElse("");
        return indicator
                .last(side)
                .map(each -> PartnershipText.number(each.value().orElseThrow()) + " ("
                        + each.period().phrase().in(words.locale()) + trend + ") " + each.source())
                .orElse(PartnershipText.UNKNOWN);
    }

    private String target(Indicator indicator, Side side) {
        return indicator
                .target(side)
                .map(each -> PartnershipText.number(each.value().orElseThrow())
                        + each.period()
                                .map(period -> " (" + period.phrase().in(words.locale()) + ")")
                                .orElse(""))
                .orElse(PartnershipText.UNKNOWN);
    }

    String autonomy(AutonomyProfile profile) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                words.say("layer", "層"),
                words.say("side", "側"),
                words.say("thing", "品目"),
                words.say("from", "相手"),
                words.say("share of imports, %", "輸入比率 %"),
                words.say("year", "年"),
                words.say("source", "出典"))));
        for (AutonomyProfile.Layer layer : AutonomyProfile.Layer.values()) {
            for (Side side : Side.values()) {
                String head = layer.phrase().in(words.locale());
                String of = side.phrase().in(words.locale());
                if (profile.of(side, layer).isEmpty()) {
                    rows.add(List.of(head, of, PartnershipText.UNKNOWN + words.say(" not known", " 不明")));
                }
                profile.of(side, layer)
                        .forEach(each -> rows.add(List.of(
                                head,
                                of,
                                each.name().in(words.locale()),
                                each.partner(),
                                range(each.percent().low(), each.percent().high()),
                                Integer.toString(each.year()),
                                each.source()
                                        + (each.isFromMemory()
                                                ? words.say(" (from memory: check)", "(記憶による・要確認)")
                                                : ""))));
            }
        }
        return Table.write(rows) + "\n"
                + words.say("both depend on the same partner for: ", "双方が同じ相手に依存する品目: ")
                + String.join(", ", profile.common());
    }

    private static String range(double low, double high) {
        return low == high
                ? PartnershipText.number(low)
                : PartnershipText.number(low) + "–" + PartnershipText.number(high);
    }
}
