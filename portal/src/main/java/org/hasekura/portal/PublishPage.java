package org.hasekura.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.Description;
import org.hasekura.exchange.Shape;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Theme;
import org.hasekura.identity.Participant;
import org.hasekura.law.Law;

/**
 * Publishes a dataset in two steps: describe it, where it lies, on which terms; then check all answers and what the law says for some
 * countries, before anybody else sees it.
 *
 * @param isCheck whether the answers are shown to be checked
 * @param problems what is wrong, by field
 * @param why what the node said against it
 */
record PublishPage(
        Law law,
        List<Participant> register,
        Fields form,
        Publication publication,
        boolean isCheck,
        List<String> problems,
        Optional<String> why)
        implements Page {

    static final Set<Role> PUBLISHING = Set.of(Role.PROVIDER);

    /** The field that names the draft that was opened. */
    static final String DRAFT = "draft";

    /** The field that names the dataset on offer that was opened. */
    static final String OFFERED = "of";

    private static final List<String> ANSWERINGS = List.of("confirm", "direct", "manual");

    PublishPage {
        register = List.copyOf(register);
        problems = List.copyOf(problems);
    }

    /** An empty form, or one with what a draft or a dataset on offer says. */
    static Reply read(Asked asked, Market market, Law law) throws StoreFailed {
        Optional<Description> opened = opened(asked.query(), market);
        if (opened.isEmpty() && (asked.query().has(DRAFT) || asked.query().has(OFFERED))) {
            return new Reply.Nothing();
        }
        Fields form = opened.map(each -> filled(each, asked, law)).orElse(Fields.NONE);
        return Reply.page(new PublishPage(
                law, market.participants(), form, Publication.read(form, opened), false, List.of(), Optional.empty()));
    }

    private static Fields filled(Description description, Asked asked, Law law) {
        Fields fields = PublicationFields.of(description, regime(asked, law));
        var values = new HashMap<>(fields.values());
        for (String name : List.of(DRAFT, OFFERED)) {
            asked.query().text(name).ifPresent(id -> values.put(name, List.of(id)));
        }
        return new Fields(values);
    }

    /** What the form was opened with: a draft, or what is on offer. */
    private static Optional<Description> opened(Fields fields, Market market) throws StoreFailed {
        Optional<String> draft = fields.text(DRAFT);
        Optional<String> offered = fields.text(OFFERED);
        return draft.isPresent()
                ? market.draft(draft.get()).map(Market.Drafted::description)
                : offered.isPresent() ? market.described(offered.get()) : Optional.empty();
    }

    private static String regime(Asked asked, Law law) {
        return law.regime(asked.view().about().country(), asked.view().today());
    }

    /** Keeps a draft; or shows the answers with what terms and law make of them; or publishes, once they were checked. */
    static Reply take(Asked asked, Market market, Law law) throws StoreFailed {
        Publication publication = Publication.read(asked.form(), opened(asked.form(), market));
        String regime = regime(asked, law);
        var page = new PublishPage(
                law, market.participants(), asked.form(), publication, false, List.of(), Optional.empty());
        if (asked.form().has("more")) {
            return Reply.page(page);
        }
        if (asked.form().has("propose")) {
            return Reply.page(page.proposed(market));
        }
        boolean isDraft = asked.form().has("save");
        List<String> problems = isDraft
                ? publication.draftProblems()
                : publication.problems(law, asked.view().today());
        Optional<String> fault =
                isDraft ? Optional.empty() : publication.faults(regime).stream().findFirst();
        if (!problems.isEmpty() || fault.isPresent()) {
            return Reply.refused(page.with(false, problems, fault));
        }
        if (isDraft) {
            return page.after(market.keep(publication.description(regime)), "draft-kept");
        }
        if (asked.form().has("change") || !asked.form().has("confirmed")) {
            return Reply.page(page.with(!asked.form().has("change"), List.of(), Optional.empty()));
        }
        Description description = publication.description(regime);
        boolean isOfDraft =
                asked.form().text(DRAFT).filter(description.id()::equals).isPresent();
        return page.after(isOfDraft ? market.publishDraft(description) : market.publish(description), "published");
    }

    /** With what the data look like in its fields; a sample of personal data would be theirs, so it is not shown. */
    private PublishPage proposed(Market market) {
        Optional<Shape> shape = publication.source().flatMap(market::proposal);
        var values = new HashMap<>(form.values());
        values.remove("propose");
        if (shape.isPresent()) {
            boolean isPersonal = publication.isPersonal();
            values.put("columns", List.of(Records.columns(shape.get())));
            values.put("sample", List.of(isPersonal ? "" : Records.sample(shape.get())));
        } else {
            values.put("unproposed", List.of("yes"));
        }
        Fields filled = new Fields(values);
        return new PublishPage(
                law,
                register,
                filled,
                Publication.read(filled, publication.kept()),
                false,
                List.of(),
                Optional.empty());
    }

    private Reply after(Market.Published published, String notice) {
        return switch (published) {
            case Market.Published.Done _ -> Reply.done("/offers", notice);
            case Market.Published.Refused(String words) -> Reply.refused(with(false, List.of(), Optional.of(words)));
        };
    }

    private PublishPage with(boolean nowCheck, List<String> nowProblems, Optional<String> nowWhy) {
        return new PublishPage(law, register, form, publication, nowCheck, nowProblems, nowWhy);
    }

    @Override
    public String title(Words words) {
        return words.say(isCheck ? "publish.check-title" : "publish.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say(isCheck ? "publish.check-lead" : "publish.lead"));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb("/offers", words.say("offers.title")));
    }

    @Override
    public boolean hasErrors() {
        return !problems.isEmpty() || why.isPresent();
    }

    @Override
    public Html content(View view) {
        return isCheck
                ? PublishCheck.html(this, view)
                : Html.all(errors(view.words()), PublishForm.html(this, ANSWERINGS, view));
    }

    private Html errors(Words words) {
        return Html.when(
                hasErrors(),
                () -> Html.of(
                        "<div class=\"notice errors\" tabindex=\"-1\" role=\"alert\"><h2>{}</h2><ul>{}{}</ul></div>",
                        words.say("send.problem"),
                        Html.each(
                                problems,
                                each -> Html.of(
                                        "<li><a href=\"#{}\">{}</a></li>", each, words.say("publish.wrong." + each))),
                        Html.when(why, each -> Html.of("<li>{}</li>", Reasons.html(each, words)))));
    }

    static List<String> themes() {
        return Theme.CODES;
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("id", publication.id(), "problems", problems);
    }
}
