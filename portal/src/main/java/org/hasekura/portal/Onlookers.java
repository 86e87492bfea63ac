package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.exchange.Grant;
import org.hasekura.exchange.Visibility;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.policy.Reading;

/**
 * Who sees a dataset, as people choose it: everybody, or some, by name, by country or by what the register says.
 *
 * @param isRestricted whether some alone were chosen
 * @param grants those who are named, whatever was chosen
 * @param wrong what names nobody, in words; empty where all is well
 */
record Onlookers(boolean isRestricted, List<String> grants, List<String> wrong) {

    static final String NAME = "seen-by";

    private static final String SOME = "some";

    Onlookers {
        grants = List.copyOf(grants);
        wrong = List.copyOf(wrong);
    }

    static Onlookers read(Fields form) {
        boolean isRestricted = form.text(NAME).filter(SOME::equals).isPresent();
        var grants = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        Stream.of(
                        form.all("seen-by-party").stream(),
                        words(form, "seen-by-country", "[,、\\s]+").map(each -> "country:" + each),
                        words(form, "seen-by-fact", "\\R"))
                .flatMap(each -> each)
                .forEach(each -> {
                    switch (Grant.parse(each)) {
                        case Reading.Read<Grant>(Grant grant) -> grants.add(grant.text());
                        case Reading.Refused<Grant>(var _, String words) -> wrong.add(words);
                    }
                });
        return new Onlookers(isRestricted, grants.stream().distinct().toList(), isRestricted ? wrong : List.of());
    }

    private static Stream<String> words(Fields form, String name, String between) {
        return Stream.of(form.text(name).orElse("").split(between, -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty());
    }

    static Onlookers of(Visibility visibility) {
        return new Onlookers(!visibility.isForEveryone(), List.copyOf(visibility.grants()), List.of());
    }

    /** Whether it says clearly who sees it: "some" without anybody would be nobody, and is never taken for everybody. */
    boolean isClear() {
        return wrong.isEmpty() && (!isRestricted || (!grants.isEmpty() && grants.size() <= Visibility.GRANTS_MAX));
    }

    /** Whether somebody is named and everybody chosen: one of the two was forgotten. */
    boolean isContradictory() {
        return !isRestricted && !grants.isEmpty();
    }

    /** What it comes to, when it is clear. */
    Visibility visibility() {
        return !isRestricted
                ? Visibility.everyone()
                : Visibility.of(grants.stream().flatMap(Onlookers::grant).toList());
    }

    private static Stream<Grant> grant(String text) {
        return Grant.parse(text) instanceof Reading.Read<Grant>(Grant grant) ? Stream.of(grant) : Stream.empty();
    }

    /** The part of a form in which it is chosen. */
    Html html(List<Participant> register, View view, boolean isWrong) {
        Words words = view.words();
        return Html.of(
                """
                <fieldset id="seen-by" class="{}"><legend>{}</legend>{}{}
                <div class="choice"><input type="radio" id="seen-by-all" name="seen-by" value="everybody"{}><label for="seen-by-all">{}</label></div>
                <div class="choice"><input type="radio" id="seen-by-some" name="seen-by" value="some"{}><label for="seen-by-some">{}</label></div>
                <div class="field"><p class="hint" id="seen-by-party-hint">{}</p><div class="choices" role="group" aria-labelledby="seen-by-party-hint">{}</div></div>
                <div class="field"><label for="seen-by-country">{}</label><p class="hint" id="seen-by-country-hint">{}</p><input id="seen-by-country" name="seen-by-country" value="{}" aria-describedby="seen-by-country-hint"></div>
                <div class="field"><label for="seen-by-fact">{}</label><p class="hint" id="seen-by-fact-hint">{}</p><textarea id="seen-by-fact" name="seen-by-fact" rows="2" aria-describedby="seen-by-fact-hint">{}</textarea></div></fieldset>""",
                isWrong ? "field wrong" : "",
                words.say("seen.title"),
                Html.when(isWrong, () -> Html.of("<p class=\"wrong-words\">{}</p>", words.say("seen.wrong"))),
                Html.each(wrong, each -> Html.of("<p class=\"wrong-words\">{}</p>", Reasons.html(each, words))),
                isRestricted ? "" : Html.of(" checked"),
                words.say("seen.everybody"),
                isRestricted ? Html.of(" checked") : "",
                words.say("seen.some"),
                words.say(register.isEmpty() ? "seen.no-parties" : "seen.parties"),
                Html.each(register, each -> party(each, view)),
                words.say("seen.countries"),
                words.say("seen.countries-hint"),
                String.join(", ", countries()),
                words.say("seen.facts"),
                words.say("seen.facts-hint"),
                String.join("\n", others(register)));
    }

    private Html party(Participant participant, View view) {
        String did = participant.did().text();
        Optional<String> name = participant.on(view.today()).name();
        return Html.of(
                "<div class=\"choice\"><input type=\"checkbox\" id=\"seen-{}\" name=\"seen-by-party\" value=\"{}\"{}><label for=\"seen-{}\">{}</label></div>",
                did,
                did,
                grants.contains(did) ? Html.of(" checked") : "",
                did,
                name.map(each -> each + " (" + did + ")").orElse(did));
    }

    private List<String> countries() {
        return grants.stream()
                .filter(each -> each.startsWith(Fact.Name.COUNTRY.text() + ":"))
                .map(each -> each.substring(each.indexOf(':') + 1))
                .toList();
    }

    /** What neither a box nor a country stands for. */
    private List<String> others(List<Participant> register) {
        List<String> boxes = register.stream().map(each -> each.did().text()).toList();
        return grants.stream()
                .filter(each -> !each.startsWith(Fact.Name.COUNTRY.text() + ":") && !boxes.contains(each))
                .toList();
    }

    /**
     * Who sees it, as a sentence.
     *
     * @param register by which participants have names
     */
    static Html sentence(Visibility visibility, List<Participant> register, View view) {
        Words words = view.words();
        return visibility.isForEveryone()
                ? Html.text(words.say("seen.everybody"))
                : Html.text(words.say("seen.only") + " "
                        + visibility.grants().stream()
                                .map(each -> said(each, register, view))
                                .collect(Collectors.joining(words.say("list.comma"))));
    }

    private static String said(String grant, List<Participant> register, View view) {
        String country = Fact.Name.COUNTRY.text() + ":";
        return grant.startsWith(country)
                ? view.words().say("seen.in", "country", view.words().country(grant.substring(country.length())))
                : register.stream()
                        .filter(each -> each.did().text().equals(grant))
                        .findFirst()
                        .flatMap(each -> each.on(view.today()).name())
                        .orElse(grant);
    }
}
