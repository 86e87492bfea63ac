package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.Chain;
import org.hasekura.partnership.ChangeText;
import org.hasekura.partnership.Citation;
import org.hasekura.partnership.Commitment;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Evidence;
import org.hasekura.partnership.Instrument;
import org.hasekura.partnership.Report;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Source;
import org.hasekura.partnership.Told;

/** One commitment: what was promised, by whom, until when, who says how it stands, and on what that rests. */
record CommitmentPage(Promises promises, Entry entry) implements RegisterPage {

    static Reply asked(Promises promises, String id) {
        Optional<Entry> found = promises.register().entry(id);
        return found.isPresent() ? Reply.page(new CommitmentPage(promises, found.get())) : new Reply.Nothing();
    }

    @Override
    public String title(Words words) {
        return entry.id();
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(entry.commitment().text().in(Promises.locale(words)));
    }

    @Override
    public List<Crumb> between(Words words) {
        return List.of(new Crumb(PartnershipPages.COMMITMENTS, words.say("partnership.commitments")));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                PartnershipPages.whose(promises, view),
                Html.when(
                        promises.seat().filter(_ -> view.viewer().isOneOf(CommitmentActPage.KEEPING)),
                        seat -> acts(seat, view)),
                Html.when(
                        !entry.contested().isEmpty(),
                        () -> Html.of(
                                "<p class=\"notice warn\">{}</p>",
                                words.count(
                                        "partnership.task.conflicts",
                                        entry.contested().size()))),
                Html.of("<p>{}</p>", PartnershipPages.standing(entry, words).shown()),
                Html.of("<dl class=\"facts\">{}</dl>", Html.all(facts(words))),
                Html.of("<h2>{}</h2>", words.say("partnership.who-says")),
                Html.of("<dl class=\"facts\">{}</dl>", Html.all(told(words))),
                Html.of("<h2>{}</h2>", words.say("partnership.cited")),
                Html.of("<ul>{}</ul>", Html.each(entry.commitment().citations(), each -> cited(each, words))),
                Html.of("<h2>{}</h2>", words.say("partnership.evidence")),
                entry.evidence().isEmpty()
                        ? Html.of("<p>{}</p>", words.say("partnership.no-evidence"))
                        : Html.of("<ul>{}</ul>", Html.each(entry.evidence(), each -> evidence(each.what(), words))),
                Html.of("<h2>{}</h2>", words.say("partnership.chain")),
                chain(view).html(view),
                Html.of("<h2>{}</h2>", words.say("partnership.history")),
                history(view).html(view));
    }

    private Html acts(Council.Seat seat, View view) {
        Words words = view.words();
        return Html.of(
                "<nav class=\"inpage\" aria-label=\"{}\"><ul>{}</ul></nav>",
                words.say("partnership.acts"),
                Html.each(
                        CommitmentAct.of(seat.seat()),
                        act -> Html.of(
                                "<li><a href=\"{}/{}\">{}</a></li>",
                                view.href(PartnershipPages.COMMITMENTS + "/" + Links.encode(entry.id())),
                                act.path(),
                                words.word("partnership.act", act))));
    }

    private List<Html> facts(Words words) {
        Locale locale = Promises.locale(words);
        Commitment it = entry.commitment();
        Optional<Instrument> instrument =
                Optional.ofNullable(promises.register().instruments().get(it.instrument()));
        var facts = new ArrayList<Html>();
        instrument.ifPresent(each -> facts.add(fact(
                words.say("partnership.instrument"),
                each.title().in(locale) + ", " + it.made().text())));
        for (Side side : Side.values()) {
            facts.add(fact(
                    words.say("partnership.owner", "side", side.phrase().in(locale)),
                    it.owners().of(side).isEmpty()
                            ? "–"
                            : String.join(words.say("list.comma"), it.owners().of(side))));
        }
        facts.add(fact(
                words.say("partnership.due"), it.due().map(each -> each.text()).orElse("–")));
        facts.add(fact(
                words.say("partnership.expected"),
                entry.expected().map(each -> each.text()).orElse("–")));
        facts.add(fact(
                words.say("partnership.verifiable"),
                words.say(it.isVerifiable() ? "partnership.yes" : "partnership.not-scored")));
        instrument.ifPresent(each -> facts.add(
                fact(words.say("partnership.remedy"), each.remedy().phrase().in(locale))));
        facts.add(fact(
                words.say("partnership.confidence"),
                it.confidence().word() + ": " + it.confidence().phrase().in(locale)));
        return facts;
    }

    private List<Html> told(Words words) {
        Locale locale = Promises.locale(words);
        var told = new ArrayList<Html>();
        for (Side side : Side.values()) {
            Optional<Told<Report>> report = Optional.ofNullable(entry.reports().get(side));
            told.add(fact(
                    side.phrase().in(locale),
                    report.map(each -> each.what().standing().phrase().in(locale) + ": "
                                    + each.what().words())
                            .orElseGet(() -> words.say("partnership.no-report"))));
        }
        entry.assessments()
                .forEach(each -> told.add(fact(
                        each.what().assessor(),
                        each.what().standing().phrase().in(locale) + ": "
                                + each.what().grounds())));
        return told;
    }

    private static Html fact(String name, String said) {
        return Html.of("<dt>{}</dt><dd>{}</dd>", name, said);
    }

    private Html cited(Citation citation, Words words) {
        Locale locale = Promises.locale(words);
        String paragraph = citation.paragraph().orElse(Citation.NOT_READ.in(locale));
        Optional<Source> source =
                Optional.ofNullable(promises.register().sources().get(citation.source()));
        return source.map(each -> Html.of(
                        "<li>{}, {} ({}){}</li>",
                        each.line(),
                        paragraph,
                        each.reading().phrase().in(locale),
                        Html.when(
                                each.link(),
                                link -> Html.of(" <a href=\"{}\" rel=\"noreferrer\">{}</a>", link, each.id()))))
                .orElseGet(() -> Html.of("<li>{}, {}</li>", citation.source(), paragraph));
    }

    private Html evidence(Evidence evidence, Words words) {
        return switch (evidence) {
            case Evidence.Document it -> Html.of("<li>{}<ul>{}</ul></li>", it.claim(), cited(it.citation(), words));
            case Evidence.Exchange it ->
                Html.of(
                        "<li>{}<p class=\"hint\">{}</p><p class=\"hash\">{}</p></li>",
                        it.claim(),
                        words.say("partnership.entry-of", "entry", it.entry(), "log", it.origin()),
                        it.hash());
        };
    }

    private Table chain(View view) {
        Words words = view.words();
        Locale locale = Promises.locale(words);
        return new Table(
                "chain",
                words.say("partnership.chain"),
                List.of(
                        Table.Column.of("id", "ID"),
                        Table.Column.of("made", words.say("partnership.made")),
                        Table.Column.of("text", words.say("partnership.text")),
                        Table.Column.of("standing", words.say("partnership.standing"))),
                Chain.of(promises.register(), entry.id()).stream()
                        .flatMap(chain -> chain.steps().stream())
                        .map(each -> List.of(
                                PartnershipPages.linked(view, each.id()),
                                Table.Cell.of(each.commitment().made().text()),
                                Table.Cell.of(each.commitment().text().in(locale)),
                                PartnershipPages.standing(each, words)))
                        .toList(),
                Html.NOTHING);
    }

    private Table history(View view) {
        Words words = view.words();
        return new Table(
                "history",
                words.say("partnership.history"),
                List.of(
                        Table.Column.of("at", words.say("partnership.when")),
                        Table.Column.of("change", words.say("partnership.change")),
                        Table.Column.of("by", words.say("partnership.by")),
                        Table.Column.of("reason", words.say("partnership.reason")),
                        Table.Column.of("event", words.say("partnership.event"))),
                entry.history().stream()
                        .map(each -> List.of(
                                new Table.Cell(
                                        view.time(each.event().at()),
                                        each.event().at().toString()),
                                Table.Cell.of(
                                        ChangeText.of(each.event().change()).in(Promises.locale(words))),
                                Table.Cell.of(each.event().author().name() + " ("
                                        + words.word(
                                                "partnership.seat",
                                                each.event().author().seat())
                                        + ")"),
                                Table.Cell.of(each.event().reason()),
                                Table.Cell.of(each.id().brief())))
                        .toList(),
                Html.NOTHING);
    }

    @Override
    public Map<String, Object> data() {
        Commitment it = entry.commitment();
        return Map.of(
                "id",
                it.id(),
                "instrument",
                it.instrument(),
                "text",
                it.text().en(),
                "textJa",
                it.text().ja(),
                "standing",
                entry.standing().map(each -> each.word()),
                "citations",
                it.citations().stream().map(Citation::source).toList());
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(chain(view), history(view));
    }
}
