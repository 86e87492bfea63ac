package org.hasekura.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hasekura.document.Plot;
import org.hasekura.document.Svg;
import org.hasekura.resilience.InoueTodo;

/**
 * What a shock costs day by day, with the band in which chance moves it; two of them side by side. The network is made up and the
 * page says so. The state stands in the address, so that it can be shared.
 *
 * @param typed what the form said
 * @param first empty: nothing was asked yet
 * @param second to compare with
 */
record ShockPage(Fields typed, Optional<Shock> first, Optional<Shock> second) implements Page {

    static final String PATH = DependencePage.PATH + "/shock";

    private static final Shock EXAMPLE = new Shock(10, 80, 60);
    private static final String OTHER = "-b";
    private static final List<String> FIELDS = List.of("hit", "loss", "repair");

    static ShockPage asked(Fields query) {
        return new ShockPage(query, Shock.read(query, ""), Shock.read(query, OTHER));
    }

    /** A shock was begun to be described, and something about it cannot be. */
    private boolean isWrong(String suffix) {
        return FIELDS.stream().anyMatch(each -> typed.has(each + suffix))
                && Shock.read(typed, suffix).isEmpty();
    }

    private Map<String, String> wrong(Words words) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String suffix : List.of("", OTHER)) {
            if (isWrong(suffix)) {
                wrong.put("hit" + suffix, words.say("shock.wrong", "max", Shock.REPAIR_MAX));
            }
        }
        return wrong;
    }

    @Override
    public String title(Words words) {
        return words.say("shock.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("shock.lead"));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb(DependencePage.PATH, words.say("analyst.title")));
    }

    @Override
    public boolean hasErrors() {
        return isWrong("") || isWrong(OTHER);
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                Parts.errors(wrong(words), words),
                Html.of("<div class=\"notice warn\"><p>{}</p></div>", words.say("shock.made-up", "firms", Shock.FIRMS)),
                form(view),
                Html.when(
                        first,
                        one -> Html.of(
                                "<div class=\"sides\">{}{}</div>{}",
                                course("shock.first", one, words),
                                Html.when(second, other -> course("shock.second", other, words)),
                                Html.of(
                                        "<details><summary>{}</summary>{}</details>",
                                        words.say("shock.table"),
                                        table(one, words).html(view)))),
                assumptions(words));
    }

    private Html form(View view) {
        Words words = view.words();
        return Html.of(
                "<form method=\"get\" action=\"{}\" class=\"form\"><div class=\"sides\">{}{}</div><div class=\"acts\"><button>{}</button></div></form>",
                view.href(PATH),
                fields("shock.first", "", first.orElse(EXAMPLE), words),
                fields("shock.second-if", OTHER, second, words),
                words.say("shock.ask"));
    }

    private Html fields(String legend, String suffix, Shock before, Words words) {
        return fields(legend, suffix, Optional.of(before), words);
    }

    private Html fields(String legend, String suffix, Optional<Shock> before, Words words) {
        var inputs = new Inputs(typed, wrong(words));
        return Html.of(
                "<fieldset><legend>{}</legend>{}</fieldset>",
                words.say(legend),
                Html.all(
                        inputs.text(
                                "hit" + suffix,
                                words.say("shock.hit"),
                                before.map(each -> Integer.toString(each.hit())).orElse("")),
                        inputs.text(
                                "loss" + suffix,
                                words.say("shock.loss"),
                                before.map(each -> Integer.toString(each.loss()))
                                        .orElse("")),
                        inputs.text(
                                "repair" + suffix,
                                words.say("shock.repair"),
                                before.map(each -> Integer.toString(each.repair()))
                                        .orElse(""))));
    }

    private static Html course(String title, Shock shock, Words words) {
        Shock.Course course = shock.course();
        String finding = words.say(
                "shock.finding",
                "most",
                percent(course.median().get(course.worstDay() - 1)),
                "day",
                course.worstDay(),
                "days",
                String.format(Locale.ROOT, "%.1f", course.daysLost()));
        return Html.of(
                "<section><h2>{}</h2><p class=\"hint\">{}</p><p><strong>{}</strong></p><figure>{}</figure></section>",
                words.say(title),
                words.say("shock.in-words", "hit", shock.hit(), "loss", shock.loss(), "repair", shock.repair()),
                finding,
                Html.of(Svg.of(new Plot(
                        Plot.Kind.LINES,
                        finding,
                        "%",
                        IntStream.rangeClosed(1, Shock.DAYS)
                                .mapToObj(Integer::toString)
                                .toList(),
                        List.of(
                                series("shock.high", course.high(), words),
                                series("shock.low", course.low(), words),
                                series("shock.median", course.median(), words)),
                        words.say("shock.source")))));
    }

    private static Plot.Series series(String name, List<Double> shares, Words words) {
        return new Plot.Series(
                words.say(name),
                shares.stream()
                        .map(each -> OptionalDouble.of(Math.round(10_000 * each) / 100.0))
                        .toList());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private Table table(Shock one, Words words) {
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.number("day", words.say("shock.day")));
        var courses = new ArrayList<Shock.Course>();
        columns(columns, courses, one, "", words.say("shock.first"), words);
        second.ifPresent(other -> columns(columns, courses, other, "-b", words.say("shock.second"), words));
        var rows = new ArrayList<List<Table.Cell>>();
        for (int day = 0; day < Shock.DAYS; day++) {
            var row = new ArrayList<Table.Cell>();
            row.add(Table.Cell.of(Integer.toString(day + 1)));
            for (Shock.Course each : courses) {
                row.add(Table.Cell.of(percent(each.low().get(day))));
                row.add(Table.Cell.of(percent(each.median().get(day))));
                row.add(Table.Cell.of(percent(each.high().get(day))));
            }
            rows.add(row);
        }
        return new Table("course", words.say("shock.table"), columns, rows, Html.NOTHING);
    }

    private static void columns(
            List<Table.Column> columns,
            List<Shock.Course> courses,
            Shock shock,
            String suffix,
            String title,
            Words words) {
        courses.add(shock.course());
        for (String each : List.of("low", "median", "high")) {
            columns.add(Table.Column.number(each + suffix, title + ": " + words.say("shock." + each)));
        }
    }

    private static Html assumptions(Words words) {
        return Html.of(
                "<h2>{}</h2><ul><li>{}</li><li>{}</li><li>{}</li><li>{}</li><li>{}</li></ul>",
                words.say("shock.assumptions"),
                words.say("shock.assume-network", "firms", Shock.FIRMS),
                words.say("shock.assume-model"),
                words.say("shock.assume-stock", "stock", (int) InoueTodo.STOCK_DAYS, "tau", (int) InoueTodo.TAU_DAYS),
                words.say("shock.assume-chance", "runs", Shock.RUNS),
                words.say("shock.assume-end", "days", Shock.DAYS));
    }

    @Override
    public List<Table> tables(View view) {
        return first.map(one -> List.of(table(one, view.words()))).orElseGet(List::of);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("firms", Shock.FIRMS);
        data.put("runs", Shock.RUNS);
        data.put("isMadeUp", true);
        first.ifPresent(each -> data.put("first", data(each)));
        second.ifPresent(each -> data.put("second", data(each)));
        return data;
    }

    private static Map<String, Object> data(Shock shock) {
        Shock.Course course = shock.course();
        return Map.of(
                "hit", shock.hit(),
                "loss", shock.loss(),
                "repair", shock.repair(),
                "worstDay", course.worstDay(),
                "daysLost", String.format(Locale.ROOT, "%.2f", course.daysLost()));
    }
}
