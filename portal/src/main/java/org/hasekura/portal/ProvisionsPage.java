package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.law.Law;
import org.hasekura.law.Provision;
import org.hasekura.law.ProvisionSearch;

/**
 * All provisions and decisions that rulings rest on, or those that match.
 *
 * @param asked part of a name, citation or number; empty for all
 * @param nearest the token that was probably meant where nothing was found
 */
record ProvisionsPage(String asked, List<ProvisionSearch.Found> found, Optional<String> nearest, LocalDate day)
        implements Page {

    ProvisionsPage {
        found = List.copyOf(found);
    }

    static Reply read(Asked asked, Law law) {
        return Reply.page(
                of(law, asked.query().text("q").orElse(""), asked.view().today()));
    }

    static ProvisionsPage of(Law law, String asked, LocalDate day) {
        List<ProvisionSearch.Found> found =
                asked.isEmpty() ? ProvisionSearch.everything(law) : ProvisionSearch.find(law, asked);
        return new ProvisionsPage(
                asked, found, found.isEmpty() ? ProvisionSearch.nearest(law, asked) : Optional.empty(), day);
    }

    @Override
    public String title(Words words) {
        return words.say("provisions.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("provisions.lead"));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb("/law", words.say("law.title")));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.of(
                """
                <form method="get" action="{}" class="form ask" role="search">
                <div class="field wide"><label for="q">{}</label><input type="search" id="q" name="q" value="{}" maxlength="200"></div>
                <div class="field"><button>{}</button></div>
                </form>
                <p role="status">{}</p>
                {}""",
                view.href("/law/provisions"),
                words.say("provisions.search"),
                asked,
                words.say("provisions.find"),
                words.count("provisions.found", found.size()),
                tables(view).getFirst().html(view));
    }

    @Override
    public List<Table> tables(View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Table.Cell>>();
        for (ProvisionSearch.Found each : found) {
            Provision one = each.provision();
            rows.add(List.of(
                    new Table.Cell(
                            Html.of(
                                    "<a href=\"{}\">{}</a>",
                                    view.href(LawTexts.page(one.token())),
                                    LawTexts.citation(view.language(), one)),
                            LawTexts.citation(view.language(), one)),
                    Table.Cell.of(LawTexts.name(view.language(), one)),
                    new Table.Cell(
                            RulingView.inForce(one, view),
                            one.inForceFrom().map(LocalDate::toString).orElse("")),
                    new Table.Cell(
                            Html.of(
                                    "{} {}",
                                    words.say(one.inForceOn(day) ? "adequacy.in-force" : "adequacy.not-in-force"),
                                    RulingView.sure(one.confidence(), words)),
                            one.confidence().code())));
        }
        return List.of(new Table(
                "provisions",
                words.say("provisions.caption"),
                List.of(
                        Table.Column.of("citation", words.say("law.provision")),
                        Table.Column.of("says", words.say("law.says")),
                        Table.Column.of("from", words.say("law.days")),
                        Table.Column.of("confidence", words.say("adequacy.state"))),
                rows,
                Html.of(
                        "<p>{}</p>{}<p><a href=\"{}\">{}</a></p>",
                        words.say("provisions.none", "asked", asked),
                        Html.when(
                                nearest,
                                token -> Html.of(
                                        "<p>{} <a href=\"{}\">{}</a></p>",
                                        words.say("provisions.meant"),
                                        view.href(LawTexts.page(token)),
                                        token)),
                        view.href("/law/provisions"),
                        words.say("provisions.all"))));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "asked",
                asked,
                "found",
                found.stream().map(each -> each.provision().token()).toList());
    }
}
