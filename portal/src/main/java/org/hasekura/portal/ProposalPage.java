package org.hasekura.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hasekura.partnership.CardinalPoint;
import org.hasekura.partnership.Confirmation;
import org.hasekura.partnership.Draft;
import org.hasekura.partnership.Due;
import org.hasekura.partnership.Instrument;
import org.hasekura.partnership.Kind;
import org.hasekura.partnership.Link;
import org.hasekura.partnership.Owners;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Phrase;
import org.hasekura.partnership.Proposal;
import org.hasekura.partnership.Side;

/** One sentence of a statement, with what it may promise and what of the register is like it: a person takes it or leaves it. */
record ProposalPage(Promises promises, Draft draft, Draft.Item item, Inputs inputs) implements RegisterPage {

    static Reply read(Asked asked, Council council) {
        return page(asked, council).<Reply>map(Reply::page).orElseGet(Reply.Nothing::new);
    }

    private static Optional<ProposalPage> page(Asked asked, Council council) {
        return council.draft(asked.place("id"))
                .flatMap(draft -> draft.at(asked.place("place"))
                        .map(item -> new ProposalPage(council.promises(), draft, item, Inputs.FRESH)));
    }

    static Reply take(Asked asked, Council council) {
        Optional<ProposalPage> page = page(asked, council);
        return page.isPresent() ? page.get().take(asked.form(), asked, council) : new Reply.Nothing();
    }

    private Reply take(Fields form, Asked asked, Council council) {
        String by = asked.person().name();
        if (form.has("leave")) {
            return form.text("why")
                    .map(why -> kept(new Draft.Decision.Left(by, why), form, asked, council))
                    .orElseGet(() -> refused(form, PartnershipPages.missing(form, asked.words(), "why")));
        }
        Confirmation.Accepted accepted = accepted(form);
        Locale locale = Promises.locale(asked.words());
        Map<String, String> wrong = new HashMap<>();
        draft.problems(item.place(), accepted, promises.register())
                .forEach(each -> wrong.put(each.field(), each.words().in(locale)));
        if (form.has("due") && accepted.due().isEmpty()) {
            wrong.put("due", asked.words().say("partnership.wrong.date"));
        }
        return wrong.isEmpty()
                ? kept(new Draft.Decision.Taken(by, accepted), form, asked, council)
                : refused(form, wrong);
    }

    private Reply kept(Draft.Decision decision, Fields form, Asked asked, Council council) {
        return switch (council.keep(draft.decided(item.place(), decision))) {
            case Council.Done.Well _ -> Reply.done(ImportsPage.PATH + "/" + draft.id(), "partnership-decided");
            case Council.Done.Refused _ ->
                refused(form, Map.of("id", asked.words().say("partnership.wrong.not-kept")));
        };
    }

    private Reply refused(Fields form, Map<String, String> wrong) {
        return Reply.refused(new ProposalPage(promises, draft, item, new Inputs(form, wrong)));
    }

    private Confirmation.Accepted accepted(Fields form) {
        String id = form.text("id").orElse("");
        String wording = form.text("wording").orElse("");
        return new Confirmation.Accepted(
                id,
                item.place(),
                new Phrase(wording, form.text("wordingJa").orElse(wording)),
                form.text("area").orElse(""),
                choice(
                        form,
                        "point",
                        CardinalPoint.values(),
                        CardinalPoint::word,
                        item.proposal().point()),
                choice(form, "kind", Kind.values(), Kind::word, item.proposal().kind()),
                new Owners(CommitmentForm.list(form.text("ownersEu")), CommitmentForm.list(form.text("ownersJapan"))),
                form.text("due").flatMap(Due::parse),
                form.has("verifiable"),
                links(id, form));
    }

    /** Each that is alike may be followed, fulfilled or replaced; another can be named. */
    private List<Link> links(String id, Fields form) {
        var links = new ArrayList<Link>();
        for (Proposal.Similar each : item.proposal().similar()) {
            link(id, each.id(), "link-" + each.id(), form).ifPresent(links::add);
        }
        form.text("links")
                .flatMap(other ->
                        link(id, other, "link", form).or(() -> Optional.of(new Link(id, Link.Kind.FOLLOWS, other))))
                .ifPresent(links::add);
        return links;
    }

    private static Optional<Link> link(String id, String to, String field, Fields form) {
        return form.text(field)
                .flatMap(word -> Arrays.stream(Link.Kind.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst())
                .map(kind -> new Link(id, kind, to));
    }

    static <T> T choice(Fields form, String name, T[] values, Function<T, String> word, T otherwise) {
        return form.text(name)
                .flatMap(text -> Arrays.stream(values)
                        .filter(each -> word.apply(each).equals(text))
                        .findFirst())
                .orElse(otherwise);
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.proposal", "place", item.place());
    }

    @Override
    public List<Crumb> between(Words words) {
        return List.of(
                new Crumb(ImportsPage.PATH, words.say("partnership.imports")),
                new Crumb(ImportsPage.PATH + "/" + draft.id(), draft.source().title()));
    }

    @Override
    public boolean hasErrors() {
        return !inputs.wrong().isEmpty();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        Proposal it = item.proposal();
        return Html.all(
                Parts.errors(inputs.wrong(), words),
                Html.of(
                        "<blockquote class=\"terms\"><p>{}</p></blockquote>",
                        it.sentence().text()),
                Html.of(
                        "<p class=\"hint\">{}</p>",
                        words.say(
                                "partnership.cues",
                                "cues",
                                it.cues().isEmpty() ? "–" : String.join(words.say("list.comma"), it.cues()))),
                similar(view),
                Html.of("<h2>{}</h2>", words.say("partnership.take")),
                view.form(
                        path(),
                        Html.all(
                                fields(words),
                                Html.of(
                                        "<div class=\"acts\"><button>{}</button></div>",
                                        words.say("partnership.take")))),
                Html.of("<h2>{}</h2>", words.say("partnership.leave")),
                view.form(
                        path(),
                        Html.all(
                                Html.of("<input type=\"hidden\" name=\"leave\" value=\"yes\">"),
                                inputs.text("why", words.say("partnership.why-leave"), ""),
                                Html.of(
                                        "<div class=\"acts\"><button class=\"second\">{}</button></div>",
                                        words.say("partnership.leave")))));
    }

    private String path() {
        return ImportsPage.PATH + "/" + draft.id() + "/" + item.place();
    }

    private Html similar(View view) {
        Words words = view.words();
        List<Proposal.Similar> similar = item.proposal().similar();
        return Html.of(
                "<h2>{}</h2>{}",
                words.say("partnership.similar"),
                similar.isEmpty()
                        ? Html.of("<p>{}</p>", words.say("partnership.nothing-like"))
                        : Html.of("<ul class=\"cards\">{}</ul>", Html.each(similar, each -> card(each, view))));
    }

    private Html card(Proposal.Similar each, View view) {
        Words words = view.words();
        return Html.of(
                "<li class=\"card\"><p>{} {}</p><p>{}</p><p class=\"hint\">{}</p></li>",
                PartnershipPages.link(view, each.id()),
                Html.when(
                        each.relation() == Proposal.Relation.REPEATS,
                        () -> Html.of("<span class=\"chip warn\">{}</span>", words.say("partnership.duplicate"))),
                promises.register()
                        .entry(each.id())
                        .map(entry -> entry.commitment().text().in(Promises.locale(words)))
                        .orElse(""),
                words.say(
                        "partnership.likeness",
                        "percent",
                        Math.round(each.likeness() * 100),
                        "words",
                        String.join(words.say("list.comma"), each.shared())));
    }

    private Html fields(Words words) {
        Proposal it = item.proposal();
        Locale locale = Promises.locale(words);
        Optional<Confirmation.Accepted> taken = item.decision() instanceof Draft.Decision.Taken(var _, var accepted)
                ? Optional.of(accepted)
                : Optional.empty();
        return Html.all(
                inputs.text(
                        "id",
                        words.say("partnership.field.new-id"),
                        taken.map(Confirmation.Accepted::id).orElse("")),
                inputs.area(
                        "wording",
                        words.say("partnership.field.text"),
                        taken.map(each -> each.wording().en()).orElse("")),
                inputs.area(
                        "wordingJa",
                        words.say("partnership.field.text-ja"),
                        taken.map(each -> each.wording().ja()).orElse("")),
                inputs.text("area", words.say("partnership.area"), it.area().orElse("")),
                kinds(inputs, it.point(), it.kind(), words),
                inputs.text(
                        "ownersEu",
                        words.say("partnership.owner", "side", Side.EU.phrase().in(locale)),
                        String.join(", ", it.owners().eu())),
                inputs.text(
                        "ownersJapan",
                        words.say(
                                "partnership.owner", "side", Side.JAPAN.phrase().in(locale)),
                        String.join(", ", it.owners().japan())),
                inputs.text(
                        "due",
                        words.say("partnership.field.due"),
                        it.due().map(PartialDate::text).orElse("")),
                inputs.check("verifiable", words.say("partnership.field.verifiable"), it.seemsVerifiable()),
                Html.each(it.similar(), each -> link("link-" + each.id(), each.id(), each, taken, words)),
                inputs.text("links", words.say("partnership.field.link-other"), ""));
    }

    private Html link(
            String field, String id, Proposal.Similar similar, Optional<Confirmation.Accepted> taken, Words words) {
        boolean isFirst = item.proposal().similar().getFirst().equals(similar);
        String before = taken.map(each -> each.links().stream()
                        .filter(link -> link.to().equals(id))
                        .findFirst()
                        .map(link -> link.kind().word())
                        .orElse(""))
                .orElse(isFirst ? Link.Kind.FOLLOWS.word() : "");
        return inputs.select(
                field,
                words.say("partnership.field.link-to", "id", id),
                CommitmentForm.choices(
                        Link.Kind.values(),
                        Link.Kind::word,
                        each -> each.phrase().in(Promises.locale(words)),
                        true),
                before);
    }

    static Html kinds(Inputs in, CardinalPoint point, Kind kind, Words words) {
        Locale locale = Promises.locale(words);
        return Html.all(
                in.select(
                        "point",
                        words.say("partnership.point"),
                        CommitmentForm.choices(
                                CardinalPoint.values(),
                                CardinalPoint::word,
                                each -> each.phrase().in(locale),
                                false),
                        point.word()),
                in.select(
                        "kind",
                        words.say("partnership.kind"),
                        CommitmentForm.choices(
                                Kind.values(), Kind::word, each -> each.phrase().in(locale), false),
                        kind.word()));
    }

    static Html instrument(Promises promises, Inputs in, String before, Words words) {
        Locale locale = Promises.locale(words);
        return in.select(
                "instrument",
                words.say("partnership.instrument"),
                CommitmentForm.choices(
                        promises.register().instruments().values().toArray(Instrument[]::new),
                        Instrument::id,
                        each -> each.id() + " " + each.title().in(locale),
                        true),
                before);
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "place",
                item.place(),
                "similar",
                item.proposal().similar().stream().map(Proposal.Similar::id).toList());
    }
}
