package org.hasekura.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Evaluation;
import org.hasekura.partnership.Finding;
import org.hasekura.partnership.Judged;
import org.hasekura.partnership.Rules;
import org.hasekura.partnership.Side;

/**
 * What waits for a secretariat: conflicts, explanations that are asked of its side, reports that are due, statements on their
 * way; and what it may begin.
 *
 * @param imports statements on their way
 * @param joinings how others' registers are joined to this one
 * @param done what was done just now, a line each, in English
 * @param refused why something was not done, in English
 */
record SecretariatPage(
        Promises promises,
        Evaluation evaluation,
        int imports,
        JoiningsPanel joinings,
        List<String> done,
        Optional<String> refused)
        implements RegisterPage {

    static final String PATH = "/partnership/secretariat";
    private static final int SHOWN_MAX = 8;

    SecretariatPage {
        done = List.copyOf(done);
    }

    static Reply read(Asked asked, Council council) {
        return Reply.page(page(asked, council, List.of(), Optional.empty()));
    }

    private static SecretariatPage page(Asked asked, Council council, List<String> done, Optional<String> refused) {
        Promises promises = council.promises();
        return new SecretariatPage(
                promises,
                Evaluation.of(promises.register(), asked.view().today(), Rules.STANDARD),
                council.drafts().size(),
                new JoiningsPanel(council.joinings()),
                done,
                refused);
    }

    static Reply begin(Asked asked, Council council) {
        return seat(asked)
                .map(seat -> answered(asked, council, council.begin(seat)))
                .orElseGet(() -> Reply.to(PATH));
    }

    static Reply trust(Asked asked, Council council) {
        Optional<String> key = asked.form().text("key");
        Optional<Author.Seat> seat = seat(asked);
        return seat.isPresent() && key.isPresent()
                ? answered(asked, council, council.trust(seat.get(), key.get()))
                : Reply.to(PATH);
    }

    static Reply join(Asked asked, Council council) {
        return asked.form()
                .upload("events")
                .map(events -> answered(asked, council, council.join(events)))
                .orElseGet(() -> Reply.to(PATH));
    }

    static Reply sync(Asked asked, Council council) {
        return asked.form()
                .text("peer")
                .map(peer -> answered(asked, council, council.sync(peer.strip())))
                .orElseGet(() -> Reply.to(PATH));
    }

    static Reply offer(Asked asked, Council council) {
        return answered(asked, council, council.offer(asked.form().has("people")));
    }

    private static Optional<Author.Seat> seat(Asked asked) {
        return asked.form().text("seat").flatMap(Author.Seat::of);
    }

    private static Reply answered(Asked asked, Council council, Council.Done done) {
        return switch (done) {
            case Council.Done.Well(List<String> lines) ->
                lines.isEmpty()
                        ? Reply.done(PATH, "partnership-done")
                        : Reply.page(page(asked, council, lines, Optional.empty()));
            case Council.Done.Refused(String why) -> Reply.refused(page(asked, council, List.of(), Optional.of(why)));
        };
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.secretariat");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("partnership.secretariat-lead"));
    }

    @Override
    public boolean hasErrors() {
        return refused.isPresent();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                PartnershipPages.refused(refused, words),
                Html.when(
                        !done.isEmpty(),
                        () -> Html.of(
                                "<div class=\"notice done\" role=\"status\"><p>{}</p><ul lang=\"en\">{}</ul></div>",
                                words.say("notice.partnership-done"),
                                Html.each(done, each -> Html.of("<li class=\"hash\">{}</li>", each)))),
                PartnershipPages.ways(view),
                PartnershipPages.whose(promises, view),
                promises.seat().map(seat -> kept(seat, view)).orElseGet(() -> beginning(view)));
    }

    private Html beginning(View view) {
        Words words = view.words();
        return Html.of(
                "<div class=\"empty\"><p>{}</p>{}</div>",
                words.say("partnership.begin-why"),
                view.form(
                        "/partnership/begun",
                        Html.all(
                                seats(words, "begin"),
                                Html.of("<button>{}</button>", words.say("partnership.begin")))));
    }

    private static Html seats(Words words, String form) {
        return Html.of(
                "<fieldset><legend>{}</legend>{}</fieldset>",
                words.say("partnership.seat-of"),
                Html.each(
                        Arrays.asList(Author.Seat.values()),
                        each -> Html.of(
                                "<div class=\"choice\"><input type=\"radio\" id=\"{}-{}\" name=\"seat\" value=\"{}\"><label for=\"{}-{}\">{}</label></div>",
                                form,
                                each.word(),
                                each.word(),
                                form,
                                each.word(),
                                words.word("partnership.seat", each))));
    }

    private Html kept(Council.Seat seat, View view) {
        Words words = view.words();
        Optional<Side> side = CommitmentAct.side(seat.seat());
        return Html.all(
                Html.of(
                        "<h2>{}</h2><ul class=\"tasks\">{}</ul>",
                        words.say("partnership.waiting"),
                        waiting(side, view)),
                Html.when(side, ours -> answers(ours, view)),
                Html.when(side, ours -> reports(ours, view)),
                Html.of("<h2>{}</h2>", words.say("partnership.together")),
                together(seat, view));
    }

    private Html waiting(Optional<Side> side, View view) {
        Words words = view.words();
        int conflicts = promises.register().contested().size();
        return Html.all(
                task(ConflictsPage.PATH, words.count("partnership.task.conflicts", conflicts), view),
                task(ImportsPage.PATH, words.count("partnership.task.imports", imports), view),
                task(MeetingsPage.PATH, words.say("partnership.task.meetings"), view),
                task(
                        PartnershipPages.PAPERS,
                        words.say(side.isPresent() ? "partnership.task.briefing" : "partnership.task.report"),
                        view));
    }

    private static Html task(String path, String title, View view) {
        return Html.of("<li><div><a href=\"{}\">{}</a></div></li>", view.href(path), title);
    }

    private List<Judged> asked(Side side) {
        return evaluation.forAgenda().stream()
                .filter(each -> each.findings().stream()
                        .anyMatch(finding -> (finding instanceof Finding.Asked(Side of, var _) && of == side)
                                || (finding instanceof Finding.Unanswered(Side whose, var _) && whose == side)))
                .toList();
    }

    private Html answers(Side side, View view) {
        return list("partnership.to-explain", asked(side), side, CommitmentAct.EXPLAIN, view);
    }

    private Html reports(Side side, View view) {
        List<Judged> due = evaluation.all().stream()
                .filter(each -> !each.entry().commitment().owners().of(side).isEmpty()
                        && each.findings().stream()
                                .anyMatch(
                                        finding -> finding instanceof Finding.ReportDue(Side of, var _) && of == side))
                .toList();
        return list("partnership.to-report", due, side, CommitmentAct.REPORT, view);
    }

    private static Html list(String key, List<Judged> of, Side side, CommitmentAct act, View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2>{}{}",
                words.count(key, of.size()),
                of.isEmpty()
                        ? Html.of("<p>{}</p>", words.say("partnership.nothing-open"))
                        : Html.of(
                                "<ul class=\"tasks\">{}</ul>",
                                Html.each(of.stream().limit(SHOWN_MAX).toList(), each -> item(each, side, act, view))),
                Html.when(
                        of.size() > SHOWN_MAX,
                        () -> Html.of(
                                "<p><a href=\"{}\">{}</a></p>",
                                view.href(PartnershipPages.AGENDA),
                                words.say("partnership.more", "n", of.size() - SHOWN_MAX))));
    }

    private static Html item(Judged each, Side side, CommitmentAct act, View view) {
        Words words = view.words();
        String id = each.entry().id();
        return Html.of(
                "<li><div>{} {}<p class=\"hint\">{}</p></div><a class=\"button second\" href=\"{}\">{}<span class=\"hidden\">: {}</span></a></li>",
                PartnershipPages.link(view, id),
                each.entry().commitment().text().in(Promises.locale(words)),
                each.findings().stream()
                        .filter(finding -> isOf(finding, side))
                        .findFirst()
                        .map(finding -> finding.words().in(Promises.locale(words)))
                        .orElse(""),
                view.href(PartnershipPages.COMMITMENTS + "/" + Links.encode(id) + "/" + act.path()),
                words.word("partnership.act", act),
                id);
    }

    /** What a side is to do something about. */
    private static boolean isOf(Finding finding, Side side) {
        return switch (finding) {
            case Finding.Asked(Side of, var _) -> of == side;
            case Finding.Unanswered(Side of, var _) -> of == side;
            case Finding.ReportDue(Side of, var _) -> of == side;
            default -> false;
        };
    }

    private Html together(Council.Seat seat, View view) {
        Words words = view.words();
        return Html.all(
                Html.of(
                        "<p>{}</p><pre tabindex=\"0\"><code>{} {}</code></pre>",
                        words.say("partnership.own-key"),
                        seat.seat().word(),
                        seat.publicKey()),
                joinings.content(view),
                details(
                        words.say("partnership.trust"),
                        words.say("partnership.trust-why"),
                        view.form(
                                "/partnership/trusted",
                                Html.all(
                                        seats(words, "trust"),
                                        Inputs.FRESH.text("key", words.say("partnership.key"), ""),
                                        button(words.say("partnership.trust"))))),
                details(
                        words.say("partnership.join"),
                        words.say("partnership.join-why"),
                        upload(
                                "/partnership/joined",
                                Html.all(
                                        Inputs.FRESH.file("events", words.say("partnership.events"), ".jsonl"),
                                        button(words.say("partnership.join"))),
                                view)),
                details(
                        words.say(seat.isOffered() ? "partnership.offered" : "partnership.offer"),
                        words.say("partnership.offer-why"),
                        view.form(
                                "/partnership/offered",
                                Html.all(
                                        Inputs.FRESH.check("people", words.say("partnership.names-people"), true),
                                        button(words.say("partnership.offer"))))));
    }

    private static Html button(String said) {
        return Html.of("<div class=\"acts\"><button class=\"second\">{}</button></div>", said);
    }

    private static Html details(String title, String why, Html form) {
        return Html.of("<details><summary>{}</summary><p>{}</p>{}</details>", title, why, form);
    }

    /** A form that brings a file. */
    static Html upload(String page, Html fields, View view) {
        return Html.of("""
                <form method="post" action="{}" class="form" enctype="multipart/form-data" novalidate>
                <input type="hidden" name="csrf" value="{}">
                {}
                </form>""", view.href(page), view.csrf(), fields);
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "seat",
                promises.seat().map(each -> each.seat().word()),
                "conflicts",
                promises.register().contested().size(),
                "imports",
                imports,
                "joinings",
                joinings.data(),
                "done",
                done,
                "refused",
                refused);
    }
}
