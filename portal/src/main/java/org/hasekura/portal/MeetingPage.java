package org.hasekura.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.Agenda;
import org.hasekura.partnership.CardinalPoint;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.Citation;
import org.hasekura.partnership.Commitment;
import org.hasekura.partnership.Confidence;
import org.hasekura.partnership.Decision;
import org.hasekura.partnership.Due;
import org.hasekura.partnership.Evaluation;
import org.hasekura.partnership.Held;
import org.hasekura.partnership.Kind;
import org.hasekura.partnership.Link;
import org.hasekura.partnership.Meeting;
import org.hasekura.partnership.Owners;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Phrase;
import org.hasekura.partnership.Rules;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Source;

/**
 * One meeting: its agenda, what it decided, and the form that records a decision, as a new commitment where it is one.
 *
 * @param refused what the register said against it, in English
 */
record MeetingPage(Promises promises, Held held, Inputs inputs, Optional<String> refused) implements RegisterForm {

    static Reply read(Asked asked, Council council) {
        return page(asked, council, Inputs.FRESH, Optional.empty())
                .<Reply>map(Reply::page)
                .orElseGet(Reply.Nothing::new);
    }

    private static Optional<MeetingPage> page(Asked asked, Council council, Inputs inputs, Optional<String> why) {
        Promises promises = council.promises();
        return promises.register().meeting(asked.place("id")).map(held -> new MeetingPage(promises, held, inputs, why));
    }

    static Reply decide(Asked asked, Council council) {
        Optional<MeetingPage> page = page(asked, council, Inputs.FRESH, Optional.empty());
        if (page.isEmpty()) {
            return new Reply.Nothing();
        }
        MeetingPage it = page.get();
        Fields form = asked.form();
        Map<String, String> wrong = it.wrong(form, asked.words());
        if (!wrong.isEmpty()) {
            return Reply.refused(new MeetingPage(it.promises, it.held, new Inputs(form, wrong), Optional.empty()));
        }
        return switch (council.enter(
                it.changes(form), asked.person().name(), form.text("reason").orElse(""))) {
            case Council.Done.Well _ ->
                Reply.done(MeetingsPage.PATH + "/" + it.held.meeting().id(), "partnership-entered");
            case Council.Done.Refused(String why) ->
                Reply.refused(new MeetingPage(it.promises, it.held, new Inputs(form, Map.of()), Optional.of(why)));
        };
    }

    private Map<String, String> wrong(Fields form, Words words) {
        Map<String, String> wrong = new HashMap<>(PartnershipPages.missing(form, words, "words", "reason"));
        form.text("about")
                .filter(id -> promises.register().entry(id).isEmpty())
                .ifPresent(_ -> wrong.put("about", words.say("partnership.wrong.commitment")));
        if (!form.has("id")) {
            return wrong;
        }
        String id = form.text("id").orElse("");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")
                || promises.register().entry(id).isPresent()) {
            wrong.put("id", words.say("partnership.wrong.id"));
        }
        wrong.putAll(PartnershipPages.missing(form, words, "text", "area", "instrument"));
        if (form.has("due") && Due.parse(form.text("due").orElse("")).isEmpty()) {
            wrong.put("due", words.say("partnership.wrong.date"));
        }
        return wrong;
    }

    /** The decision; where it is a new commitment also that, citing the meeting, and following what it was about. */
    private List<Change> changes(Fields form) {
        Meeting meeting = held.meeting();
        Optional<String> id = form.text("id");
        var changes = new ArrayList<Change>();
        if (id.isPresent()) {
            String source = "M-" + meeting.id();
            if (!promises.register().sources().containsKey(source)) {
                changes.add(new Change.EnterSource(new Source(
                        source,
                        form.text("instrument").orElse(""),
                        meeting.title().en(),
                        meeting.day().toString(),
                        Optional.empty(),
                        Source.Reading.WHOLE,
                        "decisions as a secretariat recorded them")));
            }
            changes.add(new Change.Enter(commitment(id.get(), source, form)));
            form.text("about")
                    .ifPresent(about -> changes.add(new Change.Connect(new Link(id.get(), Link.Kind.FOLLOWS, about))));
        }
        changes.add(
                new Change.Decide(new Decision(meeting.id(), form.text("words").orElse(""), form.text("about"), id)));
        return changes;
    }

    private Commitment commitment(String id, String source, Fields form) {
        String text = form.text("text").orElse("");
        return new Commitment(
                id,
                form.text("instrument").orElse(""),
                form.text("area").orElse(""),
                ProposalPage.choice(
                        form, "point", CardinalPoint.values(), CardinalPoint::word, CardinalPoint.CROSS_CUTTING),
                ProposalPage.choice(form, "kind", Kind.values(), Kind::word, Kind.DELIVERABLE),
                new Phrase(text, form.text("textJa").orElse(text)),
                new Owners(CommitmentForm.list(form.text("ownersEu")), CommitmentForm.list(form.text("ownersJapan"))),
                new PartialDate.Day(held.meeting().day()),
                form.text("due").flatMap(Due::parse),
                form.has("verifiable"),
                Confidence.A,
                List.of(new Citation(source, Optional.of("decision"))));
    }

    @Override
    public String title(Words words) {
        return held.meeting().title().in(Promises.locale(words));
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(
                words.day(held.meeting().day()) + ", " + held.meeting().place());
    }

    @Override
    public List<Crumb> between(Words words) {
        return List.of(new Crumb(MeetingsPage.PATH, words.say("partnership.meetings")));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        boolean keeps = promises.seat().isPresent() && view.viewer().isOneOf(CommitmentActPage.KEEPING);
        return Html.all(
                trouble(words),
                Html.of("<h2>{}</h2>", words.say("partnership.decisions")),
                decisions(view).html(view),
                Html.when(keeps, () -> form(view)),
                Html.of("<h2>{}</h2>", words.say("partnership.agenda-of-meeting")),
                agenda(view).html(view),
                Html.of(
                        "<p><a href=\"{}?on={}\">{}</a></p>",
                        view.href(PartnershipPages.PAPERS),
                        held.meeting().day(),
                        words.say("partnership.papers")));
    }

    private Html form(View view) {
        Words words = view.words();
        return Html.of(
                "<h3>{}</h3>{}",
                words.say("partnership.record"),
                view.form(
                        MeetingsPage.PATH + "/" + held.meeting().id(),
                        Html.all(
                                inputs.area("words", words.say("partnership.field.decision"), ""),
                                inputs.text("about", words.say("partnership.field.about"), ""),
                                Html.of(
                                        "<details{}><summary>{}</summary>{}</details>",
                                        Html.when(inputs.typed().has("id"), () -> Html.of(" open")),
                                        words.say("partnership.as-commitment"),
                                        commitmentFields(words)),
                                PartnershipPages.signing(inputs, view))));
    }

    private Html commitmentFields(Words words) {
        return Html.all(
                inputs.text("id", words.say("partnership.field.new-id"), ""),
                ProposalPage.instrument(promises, inputs, "", words),
                inputs.area("text", words.say("partnership.field.text"), ""),
                inputs.area("textJa", words.say("partnership.field.text-ja"), ""),
                inputs.text("area", words.say("partnership.area"), ""),
                ProposalPage.kinds(inputs, CardinalPoint.CROSS_CUTTING, Kind.DELIVERABLE, words),
                inputs.text(
                        "ownersEu",
                        words.say("partnership.owner", "side", Side.EU.phrase().in(Promises.locale(words))),
                        ""),
                inputs.text(
                        "ownersJapan",
                        words.say(
                                "partnership.owner", "side", Side.JAPAN.phrase().in(Promises.locale(words))),
                        ""),
                inputs.text("due", words.say("partnership.field.due"), ""),
                inputs.check("verifiable", words.say("partnership.field.verifiable"), true));
    }

    private Table decisions(View view) {
        Words words = view.words();
        return new Table(
                "decisions",
                words.say("partnership.decisions"),
                List.of(
                        Table.Column.of("words", words.say("partnership.field.decision")),
                        Table.Column.of("about", words.say("partnership.about")),
                        Table.Column.of("commitment", words.say("partnership.became")),
                        Table.Column.of("by", words.say("partnership.by"))),
                held.decisions().stream()
                        .map(each -> List.of(
                                Table.Cell.of(each.what().words()),
                                id(each.what().about(), view),
                                id(each.what().commitment(), view),
                                Table.Cell.of(each.author().name())))
                        .toList(),
                Html.of("<p>{}</p>", words.say("partnership.no-decision")));
    }

    private static Table.Cell id(Optional<String> id, View view) {
        return id.map(each -> PartnershipPages.linked(view, each)).orElseGet(() -> Table.Cell.of("–"));
    }

    private Table agenda(View view) {
        Evaluation then = Evaluation.of(promises.register(), held.meeting().day(), Rules.STANDARD);
        return AgendaPage.table(Agenda.of(promises.register(), then), view);
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "id",
                held.meeting().id(),
                "day",
                held.meeting().day(),
                "decisions",
                held.decisions().stream().map(each -> each.what().words()).toList());
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(decisions(view), agenda(view));
    }
}
