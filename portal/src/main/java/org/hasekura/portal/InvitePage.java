package org.hasekura.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Fact;
import org.hasekura.law.Law;
import org.hasekura.policy.Assessment;

/**
 * Makes a link for a guest in two steps: who they are and until when; then all answers with what the law says, before the link
 * is there.
 *
 * @param judged what law and terms say to it today, when the answers are shown to be checked
 * @param why what the node said against it
 */
record InvitePage(
        Dataset dataset,
        Law law,
        Fields form,
        InviteForm answers,
        boolean isTried,
        Optional<Assessment> judged,
        Optional<String> why)
        implements Page {

    static final Set<Role> INVITING = Set.of(Role.PROVIDER);

    private static final int DAYS_USUAL = 14;

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        return with(asked, ports, dataset -> Reply.page(form(asked, ports, dataset, false, Optional.empty())));
    }

    /** What is done with the dataset that the link is about. */
    private interface OnDataset {
        Reply take(Dataset dataset) throws StoreFailed;
    }

    private static Reply with(Asked asked, Ports ports, OnDataset then) throws StoreFailed {
        Optional<Dataset> dataset = ports.market().dataset(asked.place("id")).filter(Dataset::isOnOffer);
        return dataset.isPresent() ? then.take(dataset.get()) : new Reply.Nothing();
    }

    private static InvitePage form(Asked asked, Ports ports, Dataset dataset, boolean isTried, Optional<String> why) {
        Law law = ports.law().get();
        InviteForm answers =
                InviteForm.read(asked.form(), dataset, law, asked.view().today());
        return new InvitePage(dataset, law, asked.form(), answers, isTried, Optional.empty(), why);
    }

    /** Shows the answers with the ruling; or makes the link, once they were checked. */
    static Reply take(Asked asked, Ports ports) throws StoreFailed {
        return with(asked, ports, dataset -> {
            InvitePage page = form(asked, ports, dataset, true, Optional.empty());
            InviteForm answers = page.answers();
            if (!answers.problems().isEmpty()) {
                return Reply.refused(page);
            }
            if (asked.form().has("change")) {
                return Reply.page(page);
            }
            if (!asked.form().has("confirmed")) {
                Optional<Assessment> judged = ports.guests().judge(answers.guest(), answers.offered());
                return judged.isPresent()
                        ? Reply.page(new InvitePage(
                                dataset, page.law(), asked.form(), answers, true, judged, Optional.empty()))
                        : new Reply.Nothing();
            }
            String role = asked.person().acting().name().toLowerCase(Locale.ROOT);
            return switch (ports.guests().make(answers.guest(), answers.offered(), role)) {
                case Guests.Made.Done(var invitation, String token, String site) ->
                    Reply.page(new GuestLinkPage(
                            invitation,
                            Optional.of(site + asked.view().href("/guest/" + token)),
                            Optional.empty(),
                            dataset.titles(),
                            ports.guests().sendsMail(),
                            false));
                case Guests.Made.Refused(String why) ->
                    Reply.refused(form(asked, ports, dataset, true, Optional.of(why)));
            };
        });
    }

    @Override
    public String title(Words words) {
        return words.say(judged.isPresent() ? "guest.invite-check" : "guest.invite");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say(judged.isPresent() ? "guest.invite-check-lead" : "guest.invite-lead"));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(
                new Crumb("/offers", words.say("offers.title")), new Crumb("/guests", words.say("guest.links-title")));
    }

    @Override
    public boolean hasErrors() {
        return why.isPresent() || (isTried && !answers.problems().isEmpty());
    }

    private String path() {
        return "/offers/" + Links.encode(dataset.id()) + "/guest";
    }

    @Override
    public Html content(View view) {
        return judged.isPresent() ? check(judged.get(), view) : Html.all(errors(view.words()), fields(view));
    }

    private Html errors(Words words) {
        var wrong = new TreeMap<String, String>();
        if (isTried) {
            answers.problems().forEach(each -> wrong.put(each, words.say("guest.wrong." + each)));
        }
        why.ifPresent(each -> wrong.put("organisation", each));
        return Parts.errors(wrong, words);
    }

    private Html fields(View view) {
        Words words = view.words();
        Language language = view.language();
        LocalDate today = view.today();
        return view.form(
                path(),
                Html.of(
                        """
                        <p><strong>{}</strong></p>
                        <h2>{}</h2>{}{}{}{}{}{}{}
                        <h2>{}</h2>{}{}{}{}
                        <button>{}</button>""",
                        Shown.title(dataset, language),
                        words.say("guest.who-is-it"),
                        input("organisation", "text", "", "", words),
                        select(
                                "country",
                                Stream.of(Locale.getISOCountries())
                                        .filter(law::isCountry)
                                        .toList(),
                                form.text("country").orElse(""),
                                words::country,
                                words),
                        select(
                                "kind",
                                Fact.Name.KIND.codes(),
                                answers.guest().kind(),
                                each -> LawTexts.code(language, each),
                                words),
                        select(
                                "role",
                                Fact.Name.ROLE.codes(),
                                answers.guest().role(),
                                each -> LawTexts.code(language, each),
                                words),
                        select(
                                "subject-to",
                                withNone(law.codes("subjectTo")),
                                form.text("subject-to").orElse(""),
                                each -> each.isEmpty() ? words.say("send.none") : LawTexts.code(language, each),
                                words),
                        input("email", "email", "", "guest.email-hint", words),
                        input("source", "text", "", "guest.source-hint", words),
                        words.say("guest.what-for"),
                        select(
                                "purpose",
                                withNone(law.codes("purposeCode")),
                                form.text("purpose").orElse(""),
                                each -> each.isEmpty()
                                        ? words.say("guest.purpose-as-published")
                                        : LawTexts.code(language, each),
                                words),
                        input("from", "date", today.toString(), "", words),
                        input("until", "date", today.plusDays(DAYS_USUAL).toString(), "", words),
                        input("downloads", "number", "1", "guest.downloads-hint", words),
                        words.say("publish.to-check")));
    }

    private static List<String> withNone(java.util.Collection<String> codes) {
        return Stream.concat(Stream.of(""), codes.stream().sorted()).toList();
    }

    private Html input(String name, String type, String otherwise, String hint, Words words) {
        boolean isWrong = isTried && answers.problems().contains(name);
        return Html.of(
                "<div class=\"field{}\"><label for=\"{}\">{}</label>{}{}<input id=\"{}\" name=\"{}\" type=\"{}\" value=\"{}\" maxlength=\"200\"{}></div>",
                isWrong ? " wrong" : "",
                name,
                words.say("guest.field." + name),
                Html.when(
                        !hint.isEmpty(),
                        () -> Html.of("<p class=\"hint\" id=\"{}-hint\">{}</p>", name, words.say(hint))),
                Html.when(isWrong, () -> Html.of("<p class=\"wrong-words\">{}</p>", words.say("guest.wrong." + name))),
                name,
                name,
                type,
                form.text(name).orElse(otherwise),
                Html.when(!hint.isEmpty(), () -> Html.of(" aria-describedby=\"{}-hint\"", name)));
    }

    private Html select(String name, List<String> values, String chosen, Function<String, String> shown, Words words) {
        boolean isWrong = isTried && answers.problems().contains(name);
        Stream<String> all = values.contains("") || !chosen.isEmpty()
                ? values.stream()
                : Stream.concat(Stream.of(""), values.stream());
        return Html.of(
                "<div class=\"field{}\"><label for=\"{}\">{}</label>{}<select id=\"{}\" name=\"{}\">{}</select></div>",
                isWrong ? " wrong" : "",
                name,
                words.say("guest.field." + name),
                Html.when(isWrong, () -> Html.of("<p class=\"wrong-words\">{}</p>", words.say("guest.wrong." + name))),
                name,
                name,
                Html.each(
                        all.toList(),
                        each -> Html.of(
                                "<option value=\"{}\"{}>{}</option>",
                                each,
                                each.equals(chosen) ? Html.of(" selected") : "",
                                each.isEmpty() && !values.contains("")
                                        ? words.say("guest.choose")
                                        : shown.apply(each))));
    }

    private Html check(Assessment assessment, View view) {
        Words words = view.words();
        Invitation.Guest guest = answers.guest();
        Invitation.Offered offered = answers.offered();
        return Html.of(
                """
                <dl class="facts">{}</dl>
                <h2>{}</h2><blockquote class="terms"><p>{}</p></blockquote>
                <h2>{}</h2>{}
                {}""",
                Html.all(
                        fact("guest.what", Shown.title(dataset, view.language()), words),
                        fact("guest.field.organisation", Html.text(guest.organisation()), words),
                        fact("guest.field.country", Html.text(words.country(guest.country())), words),
                        fact("guest.field.kind", Html.text(LawTexts.code(view.language(), guest.kind())), words),
                        fact("guest.field.role", Html.text(LawTexts.code(view.language(), guest.role())), words),
                        fact(
                                "guest.field.subject-to",
                                Html.text(guest.subjectTo()
                                        .map(each -> LawTexts.code(view.language(), each))
                                        .orElse(words.say("send.none"))),
                                words),
                        fact("guest.field.email", Html.text(guest.email()), words),
                        fact("guest.field.source", Html.text(guest.source()), words),
                        fact("guest.field.from", view.day(offered.from()), words),
                        fact("guest.field.until", view.day(offered.until()), words),
                        fact("guest.field.downloads", Html.text(words.number(offered.downloadsMax())), words)),
                words.say("exchange.terms"),
                GuestOffer.of(dataset, offered)
                        .map(each -> Shown.terms(each, view.language()))
                        .orElse("–"),
                words.say("publish.law"),
                RulingView.html(assessment.ruling(), view),
                view.form(
                        path(),
                        Html.of(
                                """
                                {}
                                <div class="acts">{}<button class="second" name="change" value="yes">{}</button></div>""",
                                Parts.hidden(form),
                                Html.when(
                                        assessment.ruling().allows(),
                                        () -> Html.of(
                                                "<button name=\"confirmed\" value=\"yes\">{}</button>",
                                                words.say("guest.make"))),
                                words.say("publish.change"))));
    }

    private static Html fact(String key, Html said, Words words) {
        return Html.of("<dt>{}</dt><dd>{}</dd>", words.say(key), said);
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "dataset",
                dataset.id(),
                "problems",
                answers.problems(),
                "ruling",
                judged.<Object>map(each -> RulingView.data(each.ruling())).orElse(Map.of()));
    }
}
