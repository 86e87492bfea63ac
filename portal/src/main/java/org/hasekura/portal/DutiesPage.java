package org.hasekura.portal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.DutyText;

/** What an agreement obliges whom to, until when, and what was stated about it. */
record DutiesPage(Dossier dossier, List<DutyStanding> duties) implements Page {

    /** What is done with the duties of an exchange that has some. */
    interface OnDuties {
        Reply take(Dossier dossier, List<DutyStanding> duties) throws StoreFailed;
    }

    static String path(Dossier dossier) {
        return ExchangePage.path(dossier.negotiation().pid()) + "/duties";
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        return with(asked, ports, (dossier, duties) -> Reply.page(new DutiesPage(dossier, duties)));
    }

    static Reply with(Asked asked, Ports ports, OnDuties then) throws StoreFailed {
        Optional<Dossier> found = ports.exchanges().find(asked.place("pid"));
        if (found.flatMap(Dossier::agreement).isEmpty()) {
            return new Reply.Nothing();
        }
        Dossier dossier = found.orElseThrow();
        return then.take(
                dossier,
                ports.exchanges()
                        .duties(dossier.agreement().orElseThrow().agreement().id()));
    }

    /** Whether it is ours, and whoever looks may say that it is done. */
    static boolean mayState(Dossier dossier, DutyStanding duty, View view) {
        return view.viewer() instanceof Viewer.Person person
                && person.acting().stops()
                && duty.bearers().contains(dossier.self().did());
    }

    @Override
    public String title(Words words) {
        return words.say("duties.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("duties.lead"));
    }

    @Override
    public List<Crumb> above(Words words) {
        return ExchangePage.crumbs(dossier, words);
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return duties.isEmpty()
                ? Html.of("<p>{}</p>", words.say("duties.none"))
                : Html.of("<ul class=\"tasks\">{}</ul>", Html.each(duties, (DutyStanding each) -> duty(each, view)));
    }

    private Html duty(DutyStanding duty, View view) {
        Words words = view.words();
        return Html.of(
                "<li><div><p>{} <strong>{}</strong></p>{}{}</div>{}</li>",
                duty.on(view.today()).chip(words),
                says(dossier, duty, words),
                facts(dossier, duty, view),
                Html.each(duty.stated(), (DutyStanding.Stated each) -> stated(each, view)),
                Html.when(
                        mayState(dossier, duty, view),
                        () -> Html.of(
                                "<a class=\"button second\" href=\"{}\">{}<span class=\"hidden\">: {}</span></a>",
                                view.href(path(dossier) + "/" + Links.encode(duty.id())),
                                words.say("duties.state-it"),
                                duty.id())));
    }

    private static Optional<DutyText> text(Dossier dossier, DutyStanding duty) {
        return dossier.dutyTexts().stream()
                .filter(each -> each.id().equals(duty.id()))
                .findFirst();
    }

    /** In the words of the law data; by its name where these law data do not hold it. */
    static String says(Dossier dossier, DutyStanding duty, Words words) {
        return text(dossier, duty)
                .map(each -> LawTexts.either(words.language(), each.english(), each.japanese()))
                .orElse(duty.id());
    }

    /** Whose it is, by which provision, and until when. */
    static Html facts(Dossier dossier, DutyStanding duty, View view) {
        Words words = view.words();
        Optional<DutyText> text = text(dossier, duty);
        return Html.of(
                "<p class=\"hint\">{}{}{}</p>",
                bearers(dossier, duty, words),
                Html.when(
                        text,
                        each -> Html.of(
                                " · {}", LawTexts.either(words.language(), each.citation(), each.citationJa()))),
                duty.dueBy()
                        .map(day -> Html.of(" · {}", due(day, duty, view)))
                        .orElseGet(() -> Html.when(
                                text.flatMap(DutyText::until),
                                until -> Html.of(
                                        " · {}",
                                        words.say(
                                                "terms.until",
                                                "until",
                                                LawTexts.either(
                                                        words.language(), until.english(), until.japanese()))))));
    }

    private static String bearers(Dossier dossier, DutyStanding duty, Words words) {
        return String.join(
                words.say("list.comma"),
                duty.bearers().stream()
                        .map(did -> did.equals(dossier.self().did())
                                ? dossier.self().name()
                                : did.equals(dossier.peer().did())
                                        ? dossier.peer().name()
                                        : did)
                        .toList());
    }

    private static Html due(LocalDate day, DutyStanding duty, View view) {
        Words words = view.words();
        long left = ChronoUnit.DAYS.between(view.today(), day);
        return duty.stated().isEmpty() && left >= 0
                ? Html.of("{} {}", words.html("duties.due", "day", view.day(day)), words.count("duties.left", left))
                : words.html("duties.due", "day", view.day(day));
    }

    private static Html stated(DutyStanding.Stated each, View view) {
        Words words = view.words();
        return Html.of(
                "<blockquote class=\"terms\"><p>{}</p><p class=\"hint\">{} · {}{}</p></blockquote>",
                each.text().orElse(words.say("questions.erased")),
                view.time(each.at()),
                LimitsPage.role(each.role(), words),
                Html.when(
                        each.document(),
                        hash -> Html.of(
                                "<br>{} <span class=\"hash\">SHA-256 {}</span>",
                                words.say("duties.document-shown"),
                                hash)));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "exchange",
                dossier.negotiation().pid(),
                "duties",
                duties.stream()
                        .map(each -> Map.of(
                                "id", each.id(),
                                "bearers", each.bearers(),
                                "dueBy", each.dueBy(),
                                "fulfilled", !each.stated().isEmpty()))
                        .toList());
    }
}
