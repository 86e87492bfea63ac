package org.hasekura.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hasekura.policy.DutyText;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Terms;
import org.hasekura.policy.TermsLine;
import org.hasekura.policy.TermsText;

/** Terms as a sentence, as a tree, and as JSON; and what two of them differ in. */
final class TermsPanel {

    private TermsPanel() {}

    static String sentence(Terms terms, List<DutyText> texts, Words words) {
        return words.language() == Language.JA ? TermsText.japanese(terms, texts) : TermsText.english(terms, texts);
    }

    /** The parties' own part as a sentence; the duties of the law have a list of their own. */
    static Html html(Dossier dossier, View view) {
        Words words = view.words();
        Terms terms = dossier.terms();
        Terms own = withoutLaw(terms);
        String json = OdrlJson.text(new Offer(dossier.negotiation().offer().id(), terms));
        return Html.of(
                """
                <blockquote class="terms"><p>{}</p></blockquote>
                {}
                <details><summary>{}</summary>{}</details>
                <details><summary>{}</summary><pre><code>{}</code></pre></details>""",
                sentence(own, List.of(), words),
                duties(dossier, view),
                words.say("terms.tree"),
                tree(TermsLine.of(terms, dossier.dutyTexts()), words),
                words.say("terms.json"),
                DataJson.pretty(json));
    }

    /** The terms without the duties that the law has put into them. */
    static Terms withoutLaw(Terms terms) {
        return new Terms(
                terms.permissions(),
                terms.prohibitions(),
                terms.obligations().stream().filter(each -> !each.isFromLaw()).toList());
    }

    private static Html duties(Dossier dossier, View view) {
        Words words = view.words();
        boolean hasPage = dossier.agreement().isPresent() && view.viewer() instanceof Viewer.Person;
        return Html.when(
                !dossier.dutyTexts().isEmpty(),
                () -> Html.of(
                        "<h3>{}</h3><ul class=\"tasks\">{}</ul>{}",
                        words.say("terms.law-duties"),
                        Html.each(dossier.dutyTexts(), (DutyText duty) -> duty(duty, words)),
                        Html.when(
                                hasPage,
                                () -> Html.of(
                                        "<p><a href=\"{}\">{}</a></p>",
                                        view.href(DutiesPage.path(dossier)),
                                        words.say("duties.to-page")))));
    }

    private static Html duty(DutyText duty, Words words) {
        boolean isJapanese = words.language() == Language.JA;
        return Html.of(
                "<li><div>{}<p class=\"hint\">{}{}</p></div>{}</li>",
                isJapanese ? duty.japanese() : duty.english(),
                isJapanese ? duty.citationJa() : duty.citation(),
                Html.when(
                        duty.until(),
                        until -> Html.of(
                                " · {}",
                                words.say("terms.until", "until", isJapanese ? until.japanese() : until.english()))),
                Html.when(duty.who(), who -> Html.of("<span class=\"chip plain\">{}</span>", who(who, words))));
    }

    /** Whose duty it is, by the word of the law data. */
    static String who(String code, Words words) {
        return switch (code) {
            case "exporter" -> words.say("duty.exporter");
            case "importer" -> words.say("duty.importer");
            default -> words.say("duty.both");
        };
    }

    static Html tree(List<TermsLine> lines, Words words) {
        return Html.of("<ul class=\"tree\">{}</ul>", Html.each(lines, (TermsLine line) -> line(line, words, "")));
    }

    /** The lines of the second terms, with those that the first do not have marked, and those they have no more. */
    static Html changes(List<TermsLine> before, List<TermsLine> after, Words words) {
        var lines = new ArrayList<Html>();
        for (TermsLine line : after) {
            lines.add(line(line, words, before.contains(line) ? "" : "ins"));
        }
        for (TermsLine line : before) {
            if (!after.contains(line)) {
                lines.add(line(line, words, "del"));
            }
        }
        return Html.of("<ul class=\"tree\">{}</ul>", Html.all(lines));
    }

    private static Html line(TermsLine line, Words words, String mark) {
        String text = words.language() == Language.JA ? line.japanese() : line.english();
        Html content = Html.of("<span class=\"kind\">{}</span> {}", words.word("terms.line", line.kind()), text);
        Html marked = switch (mark) {
            case "ins" -> Html.of("<ins><span class=\"hidden\">{}</span>{}</ins>", words.say("terms.new"), content);
            case "del" -> Html.of("<del><span class=\"hidden\">{}</span>{}</del>", words.say("terms.gone"), content);
            default -> content;
        };
        return Html.of("<li class=\"depth-{}\">{}</li>", Integer.toString(Math.min(line.depth(), 4)), marked);
    }

    static List<Map<String, Object>> data(List<DutyText> duties) {
        return duties.stream()
                .sorted(Comparator.comparing(DutyText::id))
                .map(each -> Map.<String, Object>of(
                        "id",
                        each.id(),
                        "en",
                        each.english(),
                        "ja",
                        each.japanese(),
                        "citation",
                        each.citation(),
                        "citationJa",
                        each.citationJa()))
                .toList();
    }
}
