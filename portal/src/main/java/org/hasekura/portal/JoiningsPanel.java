package org.hasekura.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Other secretariats' registers: how each is joined to this one, and the button that joins it. */
record JoiningsPanel(List<Joining> joinings) {

    static final String PATH = "/partnership/synced";

    JoiningsPanel {
        joinings = List.copyOf(joinings);
    }

    Html content(View view) {
        Words words = view.words();
        return Html.of(
                "<section id=\"joinings\" data-live>{}<h3>{}</h3><p>{}</p>{}{}</section>",
                isGoingOn() ? Html.of("<live-page data-every=\"1500\"></live-page>") : Html.NOTHING,
                words.say("partnership.sync-title"),
                words.say("partnership.sync-why"),
                Html.when(
                        !joinings.isEmpty(),
                        () -> Html.of("<ul class=\"tasks\">{}</ul>", Html.each(joinings, each -> item(each, view)))),
                view.form(
                        PATH,
                        Html.all(
                                Inputs.FRESH.text("peer", words.say("partnership.sync-peer"), ""),
                                Html.of(
                                        "<div class=\"acts\"><button>{}</button></div>",
                                        words.say("partnership.sync")))));
    }

    /** Whether something is still being done; the page then reads itself anew until it is over, where scripts run. */
    private boolean isGoingOn() {
        return joinings.stream().anyMatch(each -> each.now().isPresent());
    }

    private static Html item(Joining each, View view) {
        Words words = view.words();
        return Html.of(
                "<li><div><span class=\"hash\">{}</span><p class=\"hint\" role=\"status\">{}</p></div>{}</li>",
                each.peer(),
                each.now()
                        .map(step -> Html.text(words.word("partnership.sync-step", step)))
                        .or(() -> each.last().map(last -> told(last, view)))
                        .orElseGet(() -> Html.text("–")),
                each.now().isPresent() ? lookAgain(view) : again(each, view));
    }

    private static Html lookAgain(View view) {
        return Html.of(
                "<a class=\"button second\" href=\"{}#joinings\">{}</a>",
                view.href(SecretariatPage.PATH),
                view.words().say("partnership.sync-look"));
    }

    private static Html again(Joining each, View view) {
        return view.form(
                PATH,
                Html.of(
                        "<input type=\"hidden\" name=\"peer\" value=\"{}\"><button class=\"second\">{}<span class=\"hidden\">: {}</span></button>",
                        each.peer(),
                        view.words().say("partnership.sync"),
                        each.peer()));
    }

    private static Html told(Joining.Outcome outcome, View view) {
        Words words = view.words();
        return switch (outcome) {
            case Joining.Outcome.Failed(var at, String why) ->
                Html.of("{} {}", words.html("partnership.sync-failed", "at", view.time(at)), Reasons.html(why, words));
            case Joining.Outcome.Joined joined ->
                Html.all(
                        words.html(
                                "partnership.sync-done",
                                "at",
                                view.time(joined.at()),
                                "new",
                                joined.added(),
                                "changed",
                                joined.changed(),
                                "conflicting",
                                joined.conflicting()),
                        Html.when(
                                joined.conflicting() > 0,
                                () -> Html.of(
                                        " <a href=\"{}\">{}</a>",
                                        view.href(ConflictsPage.PATH),
                                        words.count("partnership.task.conflicts", joined.conflicting()))),
                        Html.when(
                                joined.refused() > 0,
                                () -> Html.of(
                                        "<br>{} {}",
                                        words.count("partnership.sync-refused", joined.refused()),
                                        Reasons.html(joined.why().orElse(""), words))));
        };
    }

    /** The same for programs. */
    List<Map<String, Object>> data() {
        return joinings.stream().map(JoiningsPanel::data).toList();
    }

    private static Map<String, Object> data(Joining each) {
        var data = new LinkedHashMap<String, Object>();
        data.put("peer", each.peer());
        data.put("step", each.now());
        each.last().ifPresent(last -> {
            data.put("at", last.at());
            switch (last) {
                case Joining.Outcome.Failed failed -> data.put("failed", failed.why());
                case Joining.Outcome.Joined joined -> {
                    data.put("new", joined.added());
                    data.put("changed", joined.changed());
                    data.put("conflicting", joined.conflicting());
                    data.put("refused", joined.refused());
                }
            }
        });
        return data;
    }
}
