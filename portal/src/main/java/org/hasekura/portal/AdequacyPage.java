package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.law.Law;
import org.hasekura.law.Provision;
import org.hasekura.law.ProvisionSearch;

/**
 * The register of decisions by which one legal order lets data flow to another, those of the past among them.
 *
 * @param day on which it is said what is in force
 */
record AdequacyPage(List<ProvisionSearch.Found> decisions, LocalDate day) implements Page {

    AdequacyPage {
        decisions = List.copyOf(decisions);
    }

    static Reply read(Asked asked, Law law) {
        return Reply.page(of(law, Sending.day(asked.query()).orElse(asked.view().today())));
    }

    static AdequacyPage of(Law law, LocalDate day) {
        return new AdequacyPage(
                ProvisionSearch.everything(law).stream()
                        .filter(found -> found.decision().isPresent())
                        .sorted(Comparator.comparing((ProvisionSearch.Found found) ->
                                        !found.provision().inForceOn(day))
                                .thenComparing(
                                        found -> found.decision().orElseThrow().grantor())
                                .thenComparing(
                                        found -> found.provision().inForceFrom().orElse(LocalDate.MIN)))
                        .toList(),
                day);
    }

    @Override
    public String title(Words words) {
        return words.say("adequacy.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say(
                "adequacy.lead",
                "n",
                decisions.stream()
                        .filter(each -> each.provision().inForceOn(day))
                        .count(),
                "day",
                words.day(day)));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb("/law", words.say("law.title")));
    }

    @Override
    public Html content(View view) {
        return Html.all(
                tables(view).getFirst().html(view),
                Html.of("<p>{}</p>", view.words().say("adequacy.partial-means")));
    }

    @Override
    public List<Table> tables(View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Table.Cell>>();
        for (ProvisionSearch.Found found : decisions) {
            Provision act = found.provision();
            ProvisionSearch.DecisionView decision = found.decision().orElseThrow();
            boolean isPartial =
                    !decision.scope().isEmpty() || !decision.exclusions().isEmpty();
            rows.add(List.of(
                    new Table.Cell(
                            Html.of(
                                    "<a href=\"{}\">{}</a>",
                                    view.href(LawTexts.page(act.token())),
                                    LawTexts.name(view.language(), act)),
                            act.token()),
                    Table.Cell.of(ProvisionPage.place(decision.grantor(), words)),
                    Table.Cell.of(String.join(
                            words.say("list.comma"),
                            decision.beneficiaries().stream()
                                    .map(each -> ProvisionPage.place(each, words))
                                    .toList())),
                    state(act, words),
                    day(act.inForceFrom(), words),
                    day(act.inForceTo(), words),
                    Table.Cell.of(words.say(isPartial ? "adequacy.partial" : "adequacy.whole")),
                    new Table.Cell(cited(act, words.language()), LawTexts.citation(words.language(), act))));
        }
        return List.of(new Table(
                "adequacy",
                words.say("adequacy.caption"),
                List.of(
                        Table.Column.of("decision", words.say("adequacy.decision")),
                        Table.Column.of("grantor", words.say("adequacy.grantor")),
                        Table.Column.of("beneficiaries", words.say("adequacy.beneficiaries")),
                        Table.Column.of("state", words.say("adequacy.state")),
                        Table.Column.of("from", words.say("law.from")),
                        Table.Column.of("to", words.say("law.to")),
                        Table.Column.of("covers", words.say("adequacy.covers")),
                        Table.Column.of("act", words.say("law.provision"))),
                rows,
                Html.NOTHING));
    }

    private Table.Cell state(Provision act, Words words) {
        boolean isInForce = act.inForceOn(day);
        boolean isAhead = act.inForceFrom().filter(day::isBefore).isPresent();
        String key = isInForce ? "in-force" : isAhead ? "ahead" : "ended";
        return new Table.Cell(
                Html.of(
                        "<span class=\"chip {}\">{}</span> {}",
                        isInForce ? "good" : "plain",
                        words.say("adequacy." + key),
                        RulingView.sure(act.confidence(), words)),
                key);
    }

    private static Table.Cell day(Optional<LocalDate> day, Words words) {
        return day.map(each -> new Table.Cell(
                        Html.of("<time datetime=\"{}\">{}</time>", each, words.day(each)), each.toString()))
                .orElseGet(() -> new Table.Cell(Html.text("–"), ""));
    }

    private static Html cited(Provision act, Language language) {
        String citation = LawTexts.citation(language, act);
        return LawTexts.official(act)
                .map(link -> Html.of("<a href=\"{}\" rel=\"noreferrer\">{}</a>", link, citation))
                .orElseGet(() -> Html.text(citation));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "day",
                day,
                "decisions",
                decisions.stream()
                        .map(found -> Map.of(
                                "id",
                                found.provision().token(),
                                "grantor",
                                found.decision().orElseThrow().grantor(),
                                "beneficiaries",
                                found.decision().orElseThrow().beneficiaries(),
                                "inForce",
                                found.provision().inForceOn(day),
                                "from",
                                found.provision().inForceFrom(),
                                "to",
                                found.provision().inForceTo(),
                                "confidence",
                                found.provision().confidence().code()))
                        .toList());
    }
}
