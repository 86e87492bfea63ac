package org.hasekura.portal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.law.Matrix;
import org.hasekura.portal.MapShapes.Frame;

/**
 * The answers of the law from one country, drawn on the world: every country of the data is a link to its answer, each answer has a
 * colour and a pattern. Europe is drawn larger in a frame of its own, since most of what the data hold lies close together there; each
 * country is a link in one of the two. Plain SVG, without script; its shapes stand in the page once ({@link MapShapes}).
 *
 * @param members those for which the European Union answers on the day
 */
record LawMap(Matrix matrix, String from, List<String> members) {

    /** Answers in the order of the legend; {@code home} is where it is sent from. */
    private static final List<String> ANSWERS =
            List.of("permitted", "permitted-with-conditions", "prohibited", "needs-assessment");

    private static final String UNION = "DE";
    private static final WorldMap WORLD = WorldMap.shipped();

    LawMap {
        members = List.copyOf(members);
    }

    /** The figure: what is to be seen as a sentence, the legend, both frames, and what it does not say. */
    Html html(View view, UnaryOperator<String> answers) {
        Words words = view.words();
        Map<String, Long> counts =
                places().stream().collect(Collectors.groupingBy(this::outcome, Collectors.counting()));
        return Html.of(
                """
                <figure class="map">
                <figcaption>{}</figcaption>
                <ul class="map-key">{}</ul>
                <p class="to-table"><a href="#table">{}</a></p>
                <div class="frames">
                <div class="frame world" role="group" aria-label="{}">{}</div>
                <div class="frame europe" id="europe-{}">{}</div>
                </div>
                {}<p class="hint">{}</p>
                </figure>""",
                words.say(
                        "law.map.finding",
                        "kind",
                        words.say("law.kind." + matrix.data()),
                        "from",
                        LawPage.country(from, words),
                        "n",
                        counts.getOrDefault("permitted", 0L),
                        "all",
                        places().size(),
                        "day",
                        words.day(matrix.day())),
                key(counts, words),
                words.say("law.map.table"),
                words.say("law.map.world", "from", LawPage.country(from, words)),
                drawing(Frame.WORLD, view, answers),
                from,
                drawing(Frame.EUROPE, view, answers),
                unplaced(view, answers),
                words.say("law.map.no-position"));
    }

    /** Where it may be sent: all of the table but the sender itself. */
    private List<String> places() {
        return matrix.importers().stream().filter(each -> !each.equals(from)).toList();
    }

    private String outcome(String to) {
        return to.equals(from)
                ? "home"
                : matrix.cell(from, to).orElseThrow().ruling().outcome();
    }

    private Html key(Map<String, Long> counts, Words words) {
        var entries = new ArrayList<Html>();
        for (String each : ANSWERS) {
            entries.add(entry(
                    each,
                    Html.of(
                            "<strong>{}</strong> {} <span class=\"faint\">{}</span>",
                            words.say("law.cell." + each),
                            words.say("law.map.says." + each),
                            words.count("law.map.places", counts.getOrDefault(each, 0L)))));
        }
        entries.add(entry("home", Html.text(words.say("law.map.says.home"))));
        entries.add(entry(
                "none",
                Html.of(
                        "{} <span class=\"faint\">{}</span>",
                        words.say("law.map.says.none"),
                        words.say("law.map.none-places", "n", missing(), "all", Locale.getISOCountries().length))));
        entries.add(entry("open", Html.text(words.say("law.map.says.open"))));
        return Html.each(entries, each -> each);
    }

    /** How many countries have neither a law in the data nor a decision about them. ISO 3166-1. */
    private int missing() {
        Set<String> known = new HashSet<>(matrix.importers());
        known.addAll(members);
        known.add(from);
        return (int) Stream.of(Locale.getISOCountries())
                .filter(each -> !known.contains(each))
                .count();
    }

    private static Html entry(String answer, Html text) {
        return Html.of(
                "<li><svg class=\"swatch\" viewBox=\"0 0 400 280\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"land {}\"{} width=\"400\" height=\"280\"/></svg><span>{}</span></li>",
                answer,
                MapShapes.fill(answer, Frame.WORLD),
                text);
    }

    private Html drawing(Frame frame, View view, UnaryOperator<String> answers) {
        String name = view.words().say(frame == Frame.WORLD ? "law.map.world-name" : "law.map.europe-name");
        return Html.of(
                """
                <svg viewBox="{}" role="group" aria-label="{}">
                <use href="#map-land" class="land none"{}/>
                <use href="#map-open" class="land open"/>
                {}
                <use href="#map-over" class="land open"/>
                </svg>""",
                frame.box(),
                name,
                MapShapes.fill("none", frame),
                Html.each(
                        Stream.concat(
                                        frame == Frame.WORLD ? Stream.of(europeFromAfar(view)) : Stream.empty(),
                                        matrix.importers().stream()
                                                .filter(WORLD::shows)
                                                .filter(to -> isEuropean(to) == (frame == Frame.EUROPE))
                                                .map(to -> linked(to, frame, view, answers)))
                                .toList(),
                        each -> each));
    }

    private boolean isEuropean(String country) {
        return country.equals(UNION)
                || WORLD.spot(country).filter(Frame.EUROPE::holds).isPresent();
    }

    /** Europe on the map of the world: filled as in its own frame, and a link to it. */
    private Html europeFromAfar(View view) {
        return Html.of(
                "<a href=\"#europe-{}\" aria-label=\"{}\"><title>{}</title>{}</a>",
                from,
                view.words().say("law.map.europe-below"),
                view.words().say("law.map.europe-below"),
                Html.each(
                        matrix.importers().stream()
                                .filter(each ->
                                        each.equals(UNION) || WORLD.areas().containsKey(each))
                                .filter(this::isEuropean)
                                .toList(),
                        to -> Html.of(
                                "<g class=\"land {}\"{}>{}</g>",
                                outcome(to),
                                MapShapes.fill(outcome(to), Frame.WORLD),
                                Html.of(
                                        "{}",
                                        (to.equals(UNION) ? members : List.of(to))
                                                .stream().map(LawMap::use).toList()))));
    }

    private static Html use(String country) {
        return Html.when(WORLD.areas().containsKey(country), () -> Html.of("<use href=\"#map-{}\"/>", country));
    }

    private Html linked(String to, Frame frame, View view, UnaryOperator<String> answers) {
        Words words = view.words();
        String outcome = outcome(to);
        String says = says(LawPage.country(to, words), to, words);
        Html drawn = Html.of(
                "<g class=\"land {}\"{}><title>{}</title>{}</g>",
                outcome,
                MapShapes.fill(outcome, frame),
                says,
                to.equals(UNION)
                        ? Html.each(
                                members,
                                each -> Html.of(
                                        "<g><title>{}</title>{}{}</g>",
                                        says(words.country(each), to, words),
                                        use(each),
                                        dot(each, frame)))
                        : Html.of("{}{}{}", use(to), dot(to, frame), room(to, frame)));
        return to.equals(from)
                ? drawn
                : Html.of("<a href=\"{}\" aria-label=\"{}\">{}</a>", answers.apply(to), says, drawn);
    }

    private String says(String name, String to, Words words) {
        return words.say(
                "law.map.title",
                "place",
                name,
                "answer",
                words.say(to.equals(from) ? "law.home" : "law.cell." + outcome(to)));
    }

    /** A dot, with a line to where it belongs. */
    private static Html dot(String country, Frame frame) {
        return Html.when(
                Optional.ofNullable(WORLD.dots().get(country)),
                dot -> Html.of(
                        "<path class=\"leader\" d=\"M{} {}l{} {}\"/><circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
                        dot.x(),
                        dot.y(),
                        dot.dx(),
                        dot.dy(),
                        dot.x() + dot.dx(),
                        dot.y() + dot.dy(),
                        frame == Frame.WORLD ? 70 : 24));
    }

    /** Room for a finger around a dot: at least 24 pixels; in a narrow window the table has it. WCAG 2.2, 2.5.8. */
    private static Html room(String country, Frame frame) {
        return Html.when(
                Optional.ofNullable(WORLD.dots().get(country)),
                dot -> Html.of(
                        "<circle class=\"room\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
                        dot.x() + dot.dx(),
                        dot.y() + dot.dy(),
                        frame == Frame.WORLD ? 172 : 60));
    }

    /** What has an answer and no place on the map, in words. */
    private Html unplaced(View view, UnaryOperator<String> answers) {
        Words words = view.words();
        List<String> missing = places().stream().filter(to -> !WORLD.shows(to)).toList();
        return Html.when(
                !missing.isEmpty(),
                () -> Html.of(
                        "<p>{} {}</p>",
                        words.say("law.map.unplaced"),
                        Html.each(
                                missing,
                                to -> Html.of(
                                        "<a href=\"{}\">{}</a>",
                                        answers.apply(to),
                                        says(LawPage.country(to, words), to, words)))));
    }
}
