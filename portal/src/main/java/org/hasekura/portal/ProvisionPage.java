package org.hasekura.portal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.law.Law;
import org.hasekura.law.Matrix;
import org.hasekura.law.Provision;
import org.hasekura.law.ProvisionSearch;

/**
 * One provision or decision: what it says in our words, when it is in force, where its text stands, and what rests on it.
 *
 * @param resting the plain flows of personal data whose answer names it on the day
 * @param rulings of this node that rest on it; empty where nobody who has signed in asks
 */
record ProvisionPage(
        ProvisionSearch.Found found, LocalDate day, List<Matrix.Cell> resting, Optional<List<Audits.Resting>> rulings)
        implements Page {

    ProvisionPage {
        resting = List.copyOf(resting);
    }

    static Reply read(Asked asked, Law law, Audits audits) throws StoreFailed {
        String token = LawTexts.token(asked.place("act"), asked.place("article"));
        LocalDate day = Sending.day(asked.query()).orElse(asked.view().today());
        Optional<ProvisionSearch.Found> found = ProvisionSearch.find(law, token).stream()
                .filter(each -> each.provision().token().equals(token))
                .findFirst();
        if (found.isEmpty()) {
            return new Reply.Nothing();
        }
        ProvisionPage plain = of(law, found.get(), day);
        return Reply.page(
                asked.view().viewer().isSignedIn()
                        ? new ProvisionPage(plain.found, day, plain.resting, Optional.of(audits.restingOn(token)))
                        : plain);
    }

    static ProvisionPage of(Law law, ProvisionSearch.Found found, LocalDate day) {
        String token = found.provision().token();
        return new ProvisionPage(
                found,
                day,
                LawPage.matrix(law, "personal", day).cells().stream()
                        .filter(cell -> cell.ruling().grounds().stream()
                                .anyMatch(ground -> ground.token().equals(token)))
                        .toList(),
                Optional.empty());
    }

    /** A country, or a group of them that the data name. */
    static String place(String code, Words words) {
        return switch (code) {
            case "EU" -> words.say("place.eu");
            case "EEA" -> words.say("place.eea");
            case "EPO" -> words.say("law.epo");
            default -> words.country(code);
        };
    }

    @Override
    public String title(Words words) {
        return LawTexts.citation(words.language(), found.provision());
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(LawTexts.name(words.language(), found.provision()));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(
                new Crumb("/law", words.say("law.title")), new Crumb("/law/provisions", words.say("provisions.title")));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                facts(view),
                Html.when(found.decision(), decision -> decision(decision, view)),
                rests(view),
                Html.when(
                        rulings,
                        each -> Html.of(
                                "<section><h2>{}</h2>{}</section>",
                                words.say("authority.resting"),
                                RestingTable.of(each, view).html(view))),
                Html.of("<p class=\"hint\">{}</p>", words.say("provision.our-words")));
    }

    private Html facts(View view) {
        Words words = view.words();
        Provision one = found.provision();
        Language other = view.language() == Language.JA ? Language.EN : Language.JA;
        return Html.of(
                """
                <dl class="facts">
                <dt>{}</dt><dd><span class="chip {}">{}</span> {}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd lang="{}">{}</dd>
                <dt>{}</dt><dd>{} {}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd><code>{}</code></dd>
                </dl>""",
                words.say("adequacy.state"),
                one.inForceOn(day) ? "good" : "plain",
                words.say(one.inForceOn(day) ? "adequacy.in-force" : "adequacy.not-in-force"),
                RulingView.inForce(one, view),
                words.say("provision.does"),
                words.word("provision.kind", one.kind()),
                other.ownName(),
                other.code(),
                LawTexts.name(other, one),
                words.say("law.sure"),
                LawTexts.code(view.language(), one.confidence().code()),
                RulingView.sure(one.confidence(), words),
                words.say("law.official"),
                LawTexts.official(one)
                        .map(link -> Html.of("<a href=\"{}\" rel=\"noreferrer\">{}</a>", link, link))
                        .orElseGet(() -> Html.text(words.say("provision.no-link"))),
                words.say("provision.token"),
                one.token());
    }

    private static Html decision(ProvisionSearch.DecisionView decision, View view) {
        Words words = view.words();
        Language language = view.language();
        return Html.of(
                """
                <h2>{}</h2>
                <p>{}</p>
                {}{}{}""",
                words.say("provision.decides"),
                words.say(
                        "provision.lets",
                        "grantor",
                        place(decision.grantor(), words),
                        "beneficiaries",
                        String.join(
                                words.say("list.comma"),
                                decision.beneficiaries().stream()
                                        .map(each -> place(each, words))
                                        .toList())),
                Html.when(
                        !decision.scope().isEmpty(),
                        () -> Html.of(
                                "<h3>{}</h3><ul>{}</ul>",
                                words.say("provision.only"),
                                Html.each(decision.scope(), part -> Html.of("<li>{}</li>", part(part, view))))),
                Html.when(
                        !decision.exclusions().isEmpty(),
                        () -> Html.of(
                                "<h3>{}</h3><ul>{}</ul>",
                                words.say("provision.not-for"),
                                Html.each(
                                        decision.exclusions(),
                                        excluded -> Html.of(
                                                "<li>{} <span class=\"hint\">{}</span></li>",
                                                String.join(
                                                        "; ",
                                                        excluded.parts().stream()
                                                                .map(part -> part(part, view))
                                                                .toList()),
                                                excluded.ref())))),
                Html.when(
                        !decision.duties().isEmpty(),
                        () -> Html.of(
                                "<h3>{}</h3><ul>{}</ul>",
                                words.say("send.duties"),
                                Html.each(
                                        decision.duties(),
                                        duty -> Html.of(
                                                "<li><strong>{}</strong> {}</li>",
                                                words.say("duty-of." + duty.who()),
                                                LawTexts.either(language, duty.whatEn(), duty.whatJa()))))));
    }

    private static String part(ProvisionSearch.Part part, View view) {
        return view.words()
                .say(
                        "part." + part.name(),
                        "codes",
                        String.join(
                                view.words().say("list.comma"),
                                part.codes().stream()
                                        .map(code -> LawTexts.code(view.language(), code))
                                        .toList()));
    }

    private Html rests(View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2><p>{}</p>{}",
                words.say("provision.rests"),
                words.say(resting.isEmpty() ? "provision.rests-none" : "provision.rests-why", "day", words.day(day)),
                Html.when(
                        !resting.isEmpty(),
                        () -> Html.of(
                                "<ul class=\"pairs-list\">{}</ul>",
                                Html.each(
                                        resting,
                                        cell -> Html.of(
                                                "<li><a href=\"{}\">{} → {}</a> {}</li>",
                                                view.href("/send") + "?from=" + cell.from() + "&to=" + cell.to()
                                                        + "&what=customer-contacts&day=" + day,
                                                words.country(cell.from()),
                                                words.country(cell.to()),
                                                RulingView.chip(cell.ruling(), words))))));
    }

    @Override
    public Map<String, Object> data() {
        Provision one = found.provision();
        var data = new LinkedHashMap<String, Object>();
        data.put("token", one.token());
        data.put("citation", one.citation());
        data.put("citationJa", one.citationJa());
        data.put("nameEn", one.nameEn());
        data.put("nameJa", one.nameJa());
        data.put("from", one.inForceFrom());
        data.put("to", one.inForceTo());
        data.put("official", LawTexts.official(one));
        data.put("confidence", one.confidence().code());
        data.put(
                "rests",
                resting.stream().map(cell -> cell.from() + "-" + cell.to()).toList());
        return data;
    }

    @Override
    public List<Table> tables(View view) {
        return rulings.map(each -> List.of(RestingTable.of(each, view))).orElse(List.of());
    }
}
