package org.hasekura.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hasekura.exchange.Agreements;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.portal.ExchangeActs.Act;

/**
 * The page before an agreement is ended ahead of its time: what follows for each side, the reason that the other side reads,
 * and a box to say that this has been read, since there is no way back.
 *
 * @param inputs as they were entered, and what is wrong with them
 */
record AgreementEndPage(Dossier dossier, Inputs inputs) implements Page {

    private static final String UNDERSTOOD = "understood";

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        return ActPage.with(
                asked, ports, Act.END_AGREEMENT, dossier -> Reply.page(new AgreementEndPage(dossier, Inputs.FRESH)));
    }

    static Reply take(Asked asked, Ports ports) throws StoreFailed {
        return ActPage.with(asked, ports, Act.END_AGREEMENT, dossier -> {
            Map<String, String> wrong = wrong(asked.form(), asked.words());
            return wrong.isEmpty() ? ended(asked, ports, dossier) : refused(dossier, asked, wrong);
        });
    }

    private static Map<String, String> wrong(Fields form, Words words) {
        Map<String, String> wrong = new TreeMap<>();
        String reason = form.text("reason").orElse("");
        if (reason.isEmpty()) {
            wrong.put("reason", words.say("act.reason-missing"));
        } else if (reason.length() > ActPage.REASON_MAX) {
            wrong.put("reason", words.say("act.reason-too-long", "max", ActPage.REASON_MAX));
        }
        if (!form.has(UNDERSTOOD)) {
            wrong.put(UNDERSTOOD, words.say("act.end-agreement-not-understood"));
        }
        return wrong;
    }

    private static Reply ended(Asked asked, Ports ports, Dossier dossier) throws StoreFailed {
        String agreement = dossier.agreement().orElseThrow().agreement().id();
        String role = asked.person().acting().name().toLowerCase(Locale.ROOT);
        String reason = asked.form().text("reason").orElseThrow();
        String page = ExchangePage.path(dossier.negotiation().pid());
        return switch (ports.exchanges().endAgreement(agreement, role, reason)) {
            case Agreements.Ended.Done _ -> Reply.done(page, "end-agreement-done");
            case Agreements.Ended.NotInForce _ -> Reply.done(page, "not-possible-now");
            case Agreements.Ended.NotFound _ -> new Reply.Nothing();
            case Agreements.Ended.Busy _ ->
                refused(dossier, asked, Map.of("reason", asked.words().say("act.busy")));
        };
    }

    private static Reply refused(Dossier dossier, Asked asked, Map<String, String> wrong) {
        return Reply.refused(new AgreementEndPage(dossier, new Inputs(asked.form(), wrong)));
    }

    @Override
    public String title(Words words) {
        return words.word("act.title", Act.END_AGREEMENT);
    }

    @Override
    public boolean hasErrors() {
        return !inputs.wrong().isEmpty();
    }

    @Override
    public List<Crumb> above(Words words) {
        return ExchangePage.crumbs(dossier, words);
    }

    /** What moves, or may move again, under the agreement. */
    private int open() {
        return (int) dossier.transfers().stream()
                .filter(each -> !each.effective().isFinal())
                .count();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        String path = ExchangePage.path(dossier.negotiation().pid());
        return Html.all(
                Parts.errors(inputs.wrong(), words),
                Html.of(
                        "<p class=\"route\">{} <span aria-hidden=\"true\">→</span> {} · {}</p>",
                        dossier.from().html(words),
                        dossier.to().html(words),
                        dossier.title(words)),
                follows(words),
                view.form(
                        path + "/" + ExchangeActs.path(Act.END_AGREEMENT),
                        Html.all(
                                ActPage.reasonField(
                                        inputs.typed().text("reason").orElse(""),
                                        Optional.ofNullable(inputs.wrong().get("reason")),
                                        words.say("act.end-agreement-reason-hint"),
                                        words),
                                understood(words),
                                Html.of(
                                        "<div class=\"acts\"><button class=\"danger\">{}</button><a class=\"button quiet\" href=\"{}\">{}</a></div>",
                                        words.word("act", Act.END_AGREEMENT),
                                        view.href(path),
                                        words.say("act.back")))));
    }

    /** What becomes of it here, there, and of what was sent before. */
    private Html follows(Words words) {
        return Html.of(
                """
                <div class="notice warn"><h2>{}</h2>
                <p>{}</p>
                <dl class="facts"><dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd></dl></div>""",
                words.say("act.what-follows"),
                open() == 0
                        ? words.say("act.end-agreement-moves-nothing")
                        : words.count("act.end-agreement-moves", open()),
                words.say("act.for-us", "us", dossier.self().name()),
                words.say(dossier.isProvider() ? "act.end-agreement-provider" : "act.end-agreement-consumer"),
                words.say("act.for-them", "peer", dossier.peer().name()),
                words.say("act.end-agreement-peer", "peer", dossier.peer().name()),
                words.say("act.for-the-data"),
                words.say("act.end-agreement-data"));
    }

    private Html understood(Words words) {
        Optional<String> wrong = Optional.ofNullable(inputs.wrong().get(UNDERSTOOD));
        return Html.of(
                """
                <div class="field{}">{}
                {}</div>""",
                wrong.isPresent() ? " wrong" : "",
                Html.when(wrong, each -> Html.of("<p class=\"wrong-words\">{}</p>", each)),
                inputs.check(UNDERSTOOD, words.say("act.end-agreement-understood"), false));
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("exchange", dossier.negotiation().pid());
        data.put("act", Act.END_AGREEMENT);
        data.put("openTransfers", open());
        data.put("wrong", inputs.wrong());
        return data;
    }
}
