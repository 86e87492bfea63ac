package org.hasekura.portal;

import java.text.CollationKey;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.law.Law;

/** The forms of "May I send this?": three choices, and behind them the facts that we took from them, for anybody to change. */
final class SendForm {

    private static final List<String> PARTNERS =
            List.of("JP", "GB", "CH", "US", "KR", "CA", "BR", "IN", "KE", "VN", "SG");

    private static final List<String> DATA = List.of(
            "personal",
            "hr",
            "children",
            "special:health",
            "special:genetic",
            "special:biometric",
            "special:political-opinion",
            "special:religion",
            "special:trade-union",
            "criminal",
            "credit-information",
            "national-id:JP-my-number",
            "pseudonymised",
            "anonymised",
            "mixed:inextricable",
            "non-personal",
            "industrial");

    private static final List<String> TOOLS = List.of(
            "scc-2021:1",
            "scc-2021:2",
            "scc-2021:3",
            "scc-2021:4",
            "BCR,approved",
            "UK-IDTA",
            "explicit-consent,informedOfTransferRisk",
            "appi-consent,scope=third-party-provision",
            "appi-consent,scope=foreign-third-party,informed",
            "entrustment",
            "art9-basis:9(2)(a)");

    /** All countries by their names, which are dear to sort: a collator knows where Å and 日 belong. */
    private static final Map<Language, List<String>> BY_NAME = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), SendForm::byName));

    private SendForm() {}

    private static List<String> byName(Language language) {
        record Named(String iso, CollationKey name) {}
        Collator collator = Collator.getInstance(language.locale());
        Words words = Words.in(language);
        return Arrays.stream(Locale.getISOCountries())
                .map(iso -> new Named(iso, collator.getCollationKey(words.country(iso))))
                .sorted(Comparator.comparing(Named::name))
                .map(Named::iso)
                .toList();
    }

    /** Codes of all countries, by their names in that language. ISO 3166-1. */
    static List<String> countries(Language language) {
        return Optional.ofNullable(BY_NAME.get(language)).orElseThrow();
    }

    static Html choices(Law law, Optional<Sending> asked, View view) {
        Words words = view.words();
        LocalDate day = asked.map(Sending::day).orElse(view.today());
        String home = view.about().country();
        return Html.of(
                """
                <form method="get" action="{}" class="form ask">
                <div class="field"><label for="from">{}</label>{}</div>
                <div class="field"><label for="to">{}</label>{}</div>
                <div class="field wide"><label for="what">{}</label><select id="what" name="what">{}</select></div>
                <div class="field"><label for="day">{}</label><input type="date" id="day" name="day" value="{}" min="1990-01-01" max="2100-12-31"></div>
                <div class="field"><button>{}</button></div>
                </form>""",
                view.href("/send"),
                words.say("send.from"),
                countries("from", asked.map(Sending::from).orElse(home), law, view),
                words.say("send.to"),
                countries("to", asked.map(Sending::to).orElse(home.equals("JP") ? "DE" : "JP"), law, view),
                words.say("send.what"),
                Html.each(
                        List.of(What.values()),
                        (What each) -> option(
                                Sending.slug(each),
                                words.word("what", each),
                                asked.map(Sending::what)
                                        .orElse(What.CUSTOMER_CONTACTS)
                                        .equals(each))),
                words.say("send.day"),
                day,
                words.say("send.ask"));
    }

    private static Html countries(String name, String chosen, Law law, View view) {
        Words words = view.words();
        List<String> all = Optional.ofNullable(BY_NAME.get(view.language())).orElseThrow().stream()
                .filter(law::isCountry)
                .toList();
        LocalDate day = law.asOf();
        List<String> union =
                all.stream().filter(each -> law.regime(each, day).equals("EU")).toList();
        List<String> partners = PARTNERS.stream().filter(all::contains).toList();
        List<String> others = all.stream()
                .filter(each -> !union.contains(each) && !partners.contains(each))
                .toList();
        return Html.of(
                "<select id=\"{}\" name=\"{}\">{}{}{}</select>",
                name,
                name,
                group("send.group-partners", partners, chosen, words),
                group("send.group-eea", union, chosen, words),
                group("send.group-others", others, chosen, words));
    }

    private static Html group(String key, List<String> countries, String chosen, Words words) {
        return Html.of(
                "<optgroup label=\"{}\">{}</optgroup>",
                words.say(key),
                Html.each(countries, each -> option(each, words.country(each), each.equals(chosen))));
    }

    private static Html option(String value, String shown, boolean isChosen) {
        return Html.of("<option value=\"{}\"{}>{}</option>", value, isChosen ? Html.of(" selected") : "", shown);
    }

    /** Every fact that went into the answer. What is not ticked is not stated, and counts as absent. */
    static Html details(Law law, Sending sending, View view) {
        Words words = view.words();
        return Html.of(
                """
                <form method="get" action="{}" class="form facts-form">
                <input type="hidden" name="details" value="1"><input type="hidden" name="from" value="{}">
                <input type="hidden" name="to" value="{}"><input type="hidden" name="what" value="{}">
                <input type="hidden" name="day" value="{}">
                <div class="pairs">{}{}{}{}{}{}</div>
                {}{}{}{}
                <button class="second">{}</button>
                </form>""",
                view.href("/send"),
                sending.from(),
                sending.to(),
                Sending.slug(sending.what()),
                sending.day(),
                select("fromRole", "send.from-role", law.codes("role"), sending.fromRole(), view),
                select("fromKind", "send.from-kind", law.codes("kind"), sending.fromKind(), view),
                select("toRole", "send.to-role", law.codes("role"), sending.toRole(), view),
                select("toKind", "send.to-kind", law.codes("kind"), sending.toKind(), view),
                select("purpose", "send.purpose", law.codes("purposeCode"), sending.purpose(), view),
                assessment(sending, view),
                boxes("data", "send.data", DATA, sending.data(), view),
                boxes("tool", "send.tools", TOOLS, sending.tools(), view),
                boxes("certified", "send.certified", law.codes("certifiedUnder"), sending.certified(), view),
                boxes("law", "send.laws", law.codes("subjectTo"), sending.laws(), view),
                words.say("send.ask-again"));
    }

    private static Html assessment(Sending sending, View view) {
        Words words = view.words();
        return Html.of(
                "<div class=\"field\"><label for=\"assessment\">{}</label><select id=\"assessment\" name=\"assessment\">{}</select></div>",
                words.say("send.assessment"),
                Html.each(
                        List.of("", "positive", "positive-with-measures", "negative"),
                        each -> option(
                                each,
                                each.isEmpty() ? words.say("send.none") : LawTexts.code(view.language(), each),
                                sending.assessment().equals(each))));
    }

    private static Html select(String name, String key, Collection<String> codes, String chosen, View view) {
        return Html.of(
                "<div class=\"field\"><label for=\"{}\">{}</label><select id=\"{}\" name=\"{}\">{}</select></div>",
                name,
                view.words().say(key),
                name,
                name,
                Html.each(codes, code -> option(code, LawTexts.code(view.language(), code), code.equals(chosen))));
    }

    private static Html boxes(String name, String key, Collection<String> values, List<String> chosen, View view) {
        List<String> all =
                Stream.concat(values.stream(), chosen.stream()).distinct().toList();
        return Html.of(
                "<fieldset><legend>{}</legend><div class=\"choices\">{}</div></fieldset>",
                view.words().say(key),
                Html.numbered(
                        all,
                        (String value, Integer at) -> Html.of(
                                """
                                <div class="choice"><input type="checkbox" id="{}" name="{}" value="{}"{}><label for="{}">{}</label></div>""",
                                name + at,
                                name,
                                value,
                                chosen.contains(value) ? Html.of(" checked") : "",
                                name + at,
                                meaning(value, view))));
    }

    /** The words of a code with its attributes: {@code scc-2021:2} is looked up whole, {@code special:health} by its parts. */
    static String meaning(String value, View view) {
        String key = "fact."
                + value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
        if (view.words().knows(key)) {
            return view.words().say(key);
        }
        String[] parts = value.split("[:,=]", 0);
        return LawTexts.code(view.language(), parts[parts.length - 1]);
    }
}
