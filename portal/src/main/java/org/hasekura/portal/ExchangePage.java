package org.hasekura.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.DutyText;
import org.hasekura.policy.OdrlJson;

/**
 * One exchange, the heart of the portal: who sends what to whom and for what; where it stands, what comes next and whose turn
 * it is; on what terms and what ground; and what proves it.
 *
 * @param judged what the law says to it as of {@code asOf}; absent where this node is not the one that sends
 */
record ExchangePage(Dossier dossier, Optional<Assessment> judged, LocalDate asOf) implements Page {

    /** The way to whatever stands below the page of an exchange. */
    static List<Crumb> crumbs(Dossier dossier, Words words) {
        return List.of(
                new Crumb("/exchanges", words.say("exchanges.title")),
                new Crumb(path(dossier.negotiation().pid()), dossier.title(words)));
    }

    static String path(String pid) {
        return "/exchanges/" + Links.encode(pid);
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        Optional<Dossier> found = ports.exchanges().find(asked.place("pid"));
        if (found.isEmpty()) {
            return ports.exchanges()
                    .ofTransfer(asked.place("pid"))
                    .map(pid -> Reply.to(path(pid)))
                    .orElseGet(Reply.Nothing::new);
        }
        LocalDate day = asked.query()
                .text("as-of")
                .flatMap(ExchangePage::day)
                .orElse(asked.view().today());
        return Reply.page(new ExchangePage(
                found.get(), ports.exchanges().judge(found.get().negotiation(), day), day));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(each -> each.getYear() > 1990 && each.getYear() < 2100);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public String title(Words words) {
        return dossier.title(words);
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb("/exchanges", words.say("exchanges.title")));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.of(
                """
                <live-page data-events="{}/live"></live-page>
                <div id="standing" data-live>
                {}
                </div>
                <nav class="inpage" aria-label="{}"><ul>
                <li><a href="#ruling">{}</a></li><li><a href="#terms">{}</a></li>
                <li><a href="#evidence">{}</a></li><li><a href="#messages">{}</a></li></ul></nav>
                <section id="ruling" data-live><h2>{}</h2>
                {}
                </section>
                <section id="terms" data-live><h2>{}</h2>
                {}
                </section>
                <section id="evidence"><h2>{}</h2>
                <div id="entries" data-live>
                {}
                </div>
                </section>
                <section id="messages" data-live><h2>{}</h2>
                {}
                </section>""",
                view.href(path(dossier.negotiation().pid())),
                standing(view),
                words.say("exchange.on-this-page"),
                words.say("exchange.ruling"),
                words.say("exchange.terms"),
                words.say("exchange.evidence"),
                words.say("exchange.messages"),
                words.say("exchange.ruling"),
                ruling(view),
                words.say("exchange.terms"),
                TermsPanel.html(dossier, view),
                words.say("exchange.evidence"),
                EvidencePanel.html(dossier, view),
                words.say("exchange.messages"),
                EvidencePanel.messages(dossier, view));
    }

    private Html standing(View view) {
        Words words = view.words();
        Standing standing = dossier.standing();
        return Html.of(
                """
                <p class="route">{} <span class="arrow" aria-hidden="true">→</span><span class="hidden">{}</span> {}</p>
                <div class="card now">
                <p class="state">{} <strong>{}</strong></p>
                {}
                {}
                {}
                {}
                </div>
                {}
                {}""",
                dossier.from().html(words),
                words.say("exchange.to"),
                dossier.to().html(words),
                standing.chip(words),
                words.word("standing.next", standing.next()),
                why(words),
                onTheWay(view),
                TransferPanel.progress(dossier, view),
                ExchangeActs.html(dossier, view),
                steps(standing, words),
                ExchangeFacts.html(dossier, view));
    }

    /** Why it waits, stopped, or ended: as both sides were told. */
    private Html why(Words words) {
        return Html.when(
                dossier.negotiation()
                        .waiting()
                        .or(() -> dossier.negotiation().state().isFinal()
                                        && dossier.agreement().isEmpty()
                                ? dossier.negotiation().reason()
                                : Optional.empty())
                        .or(() -> dossier.lastTransfer().flatMap(Transfer::reason)),
                reason -> Html.of(
                        "<div class=\"why\"><p>{}</p><ul>{}</ul></div>",
                        words.knows("reason." + reason.code())
                                ? words.say("reason." + reason.code())
                                : words.say("exchange.reason"),
                        Html.each(
                                reason.sentences(),
                                (String each) ->
                                        Html.of("<li>{}</li>", Reasons.html(each, List.of(dossier.terms()), words)))));
    }

    private Html onTheWay(View view) {
        Words words = view.words();
        return Html.each(
                dossier.outgoing(),
                each -> Html.of(
                        "<p class=\"faint\">{}</p>",
                        words.html(
                                each.attempts() > 1 ? "exchange.asked-again" : "exchange.on-its-way",
                                "time",
                                view.time(each.created()),
                                "peer",
                                dossier.peer().name(),
                                "times",
                                each.attempts())));
    }

    private Html steps(Standing standing, Words words) {
        boolean isBroken = standing.state() == Standing.State.REFUSED;
        var steps = new ArrayList<Html>();
        for (Standing.Step each : Standing.Step.values()) {
            int beyond = each.compareTo(standing.reached());
            if (isBroken && beyond > 0) {
                break;
            }
            String kind = beyond < 0 || (beyond == 0 && !isOpen(standing)) ? "over" : beyond == 0 ? "here" : "ahead";
            steps.add(Html.of(
                    "<li class=\"{}\" data-mark=\"{}\"{}>{} <span class=\"hidden\">{}</span></li>",
                    kind,
                    kind.equals("over") ? "✓" : Integer.toString(steps.size() + 1),
                    kind.equals("here") ? Html.of(" aria-current=\"step\"") : "",
                    words.word("standing.step", each),
                    words.say("standing.mark." + kind)));
        }
        if (isBroken || standing.state() == Standing.State.OVER) {
            steps.add(Html.of(
                    "<li class=\"broken\" data-mark=\"✕\" aria-current=\"step\">{}</li>",
                    words.word("standing.state", standing.state())));
        }
        return Html.of(
                "<h2 class=\"hidden\">{}</h2><ol class=\"steps\">{}</ol>",
                words.say("exchange.steps"),
                Html.all(steps));
    }

    private static boolean isOpen(Standing standing) {
        return switch (standing.state()) {
            case READY, SENT, OVER, REFUSED, STOPPED -> false;
            default -> true;
        };
    }

    private Html ruling(View view) {
        Words words = view.words();
        if (judged.isEmpty()) {
            return Html.of(
                    "<p>{}</p>",
                    words.say(
                            dossier.isProvider() ? "exchange.dataset-gone" : "exchange.judged-by-provider",
                            "peer",
                            dossier.peer().name()));
        }
        Ruling ruling = judged.get().ruling();
        return Html.of(
                """
                {}
                <h3>{}</h3>
                {}
                <form method="get" action="{}" class="as-of">
                <label for="as-of">{}</label>
                <div class="line"><input type="date" id="as-of" name="as-of" value="{}"><button class="second">{}</button></div>
                <p class="hint">{}</p>
                </form>""",
                given(ruling, view),
                words.html("exchange.judged-for", "day", view.day(asOf)),
                RulingView.html(ruling, view),
                view.href(path(dossier.negotiation().pid())) + "#ruling",
                words.say("exchange.judge-again"),
                asOf,
                words.say("exchange.judge"),
                words.say("exchange.judge-hint"));
    }

    /** The ruling that stands in the evidence, and whether the answer would be another one. */
    private Html given(Ruling now, View view) {
        Words words = view.words();
        return Html.when(
                RulingView.given(dossier.evidence()),
                given -> Html.of(
                        "{}{}",
                        RulingView.given(given, view),
                        Html.when(
                                !RulingView.isSame(given, now),
                                () -> Html.of(
                                        "<div class=\"notice warn\"><p>{}</p></div>",
                                        words.html("exchange.would-differ", "day", view.day(asOf))))));
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        Standing standing = dossier.standing();
        data.put("exchange", dossier.negotiation().pid());
        data.put("from", party(dossier.from()));
        data.put("to", party(dossier.to()));
        data.put("role", dossier.negotiation().role());
        data.put("dataset", dossier.negotiation().datasetId());
        data.put("titles", dossier.titles());
        data.put("state", standing.state());
        data.put("turn", standing.turn());
        data.put("next", standing.next());
        data.put("agreement", dossier.agreement().map(each -> each.agreement().id()));
        data.put("agreed", dossier.agreement().flatMap(Concluded::finalized));
        data.put(
                "terms",
                new DataJson.Raw(OdrlJson.text(dossier.negotiation().offer().withTerms(dossier.terms()))));
        data.put("duties", dossier.dutyTexts().stream().map(DutyText::id).toList());
        data.put("ruling", judged.map(each -> RulingView.data(each.ruling())));
        data.put(
                "transfers",
                dossier.transfers().stream().map(TransferPanel::data).toList());
        data.put(
                "evidence",
                dossier.evidence().stream()
                        .map(each -> Map.of("index", each.index(), "entry", new DataJson.Raw(each.text())))
                        .toList());
        return data;
    }

    private static Map<String, Object> party(Party party) {
        return Map.of("did", party.did(), "name", party.name(), "country", party.country());
    }
}
