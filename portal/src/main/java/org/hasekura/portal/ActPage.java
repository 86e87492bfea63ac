package org.hasekura.portal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.portal.ExchangeActs.Act;

/**
 * The page before an act that the other side will hear of: what it does for each party, the reason that they will read, and a
 * button. What cannot be undone says so.
 *
 * @param reason as it was entered
 * @param wrong why it was not done, in words; empty before it was tried
 */
record ActPage(Dossier dossier, Act act, String reason, Optional<String> wrong) implements Page {

    static final int REASON_MAX = 1000;

    static PortalRoute.Handler asking(Act act, Ports ports) {
        return asked -> with(asked, ports, act, dossier -> Reply.page(new ActPage(dossier, act, "", Optional.empty())));
    }

    static PortalRoute.Handler doing(Act act, Ports ports) {
        return asked -> with(asked, ports, act, dossier -> done(asked, ports, act, dossier));
    }

    /** What is done with an exchange that was found. */
    interface OnDossier {
        Reply take(Dossier dossier) throws StoreFailed;
    }

    /** The exchange, if it is there and this may be done with it by whoever asks. */
    static Reply with(Asked asked, Ports ports, Act act, OnDossier then) throws StoreFailed {
        Optional<Dossier> found = ports.exchanges().find(asked.place("pid"));
        if (found.isEmpty()) {
            return new Reply.Nothing();
        }
        return ExchangeActs.of(found.get(), asked.view().viewer()).contains(act)
                ? then.take(found.get())
                : Reply.done(ExchangePage.path(found.get().negotiation().pid()), "not-possible-now");
    }

    private static Reply done(Asked asked, Ports ports, Act act, Dossier dossier) throws StoreFailed {
        Words words = asked.words();
        String reason = asked.form().text("reason").orElse("");
        boolean isUndecided = isDecision(act) && asked.form().text("decision").isEmpty();
        if (isUndecided && reason.isEmpty()) {
            return Reply.refused(
                    new ActPage(dossier, act, reason, Optional.of(words.say("act.decision-and-reason-missing"))));
        }
        if (needsReason(act) && reason.isEmpty()) {
            return Reply.refused(new ActPage(dossier, act, reason, Optional.of(words.say("act.reason-missing"))));
        }
        if (reason.length() > REASON_MAX) {
            return Reply.refused(new ActPage(
                    dossier, act, reason, Optional.of(words.say("act.reason-too-long", "max", REASON_MAX))));
        }
        boolean permits = asked.form().text("decision").filter("permit"::equals).isPresent();
        if (isUndecided) {
            return Reply.refused(new ActPage(dossier, act, reason, Optional.of(words.say("act.decision-missing"))));
        }
        String role = asked.person().acting().name().toLowerCase(Locale.ROOT);
        Answer<?> answer;
        try {
            answer = answer(ports.exchanges(), act, dossier, permits, role, reason);
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException away) {
            return Reply.refused(new ActPage(
                    dossier,
                    act,
                    reason,
                    Optional.of(words.say(
                            "act.peer-away", "why", Reasons.text(String.valueOf(away.getMessage()), words)))));
        }
        return switch (answer) {
            case Answer.Taken<?> _ ->
                Reply.done(ExchangePage.path(dossier.negotiation().pid()), ExchangeActs.path(act) + "-done");
            case Answer.Refused<?>(var _, Reason why) ->
                Reply.refused(new ActPage(dossier, act, reason, Optional.of(Reasons.text(why, words))));
            case Answer.NotFound<?> _, Answer.TokenReused<?> _ -> new Reply.Nothing();
            case Answer.Busy<?> _ ->
                Reply.refused(new ActPage(dossier, act, reason, Optional.of(words.say("act.busy"))));
        };
    }

    private static Answer<?> answer(
            Exchanges exchanges, Act act, Dossier dossier, boolean permits, String role, String reason)
            throws IOException {
        String pid = dossier.negotiation().pid();
        String transfer = dossier.lastTransfer().map(Transfer::pid).orElse("");
        Reason byPerson = Reason.of("ended-by-person", reason.isEmpty() ? "no reason was given" : reason);
        return switch (act) {
            case ACCEPT -> exchanges.act(pid, new NegotiationAct.Accept());
            case REFUSE, END -> exchanges.act(pid, new NegotiationAct.Terminate(byPerson));
            case DECIDE -> exchanges.decide(pid, permits, role, reason);
            case START ->
                exchanges.start(dossier.agreement().orElseThrow().agreement().id());
            case SUSPEND -> exchanges.act(transfer, new TransferAct.Suspend(Reason.of("suspended-by-person", reason)));
            case RESUME -> exchanges.act(transfer, new TransferAct.Start());
            case STOP -> exchanges.act(transfer, new TransferAct.Terminate(byPerson));
            case DECIDE_TRANSFER -> exchanges.decideTransfer(transfer, permits, role, reason);
            case COUNTER, END_AGREEMENT -> throw new IllegalStateException("`" + act + "` has a page of its own");
        };
    }

    private static boolean needsReason(Act act) {
        return switch (act) {
            case REFUSE, END, SUSPEND, STOP, DECIDE, DECIDE_TRANSFER -> true;
            case ACCEPT, COUNTER, END_AGREEMENT, START, RESUME -> false;
        };
    }

    private static boolean isDecision(Act act) {
        return act == Act.DECIDE || act == Act.DECIDE_TRANSFER;
    }

    @Override
    public String title(Words words) {
        return words.word("act.title", act);
    }

    @Override
    public boolean hasErrors() {
        return wrong.isPresent();
    }

    @Override
    public List<Crumb> above(Words words) {
        return ExchangePage.crumbs(dossier, words);
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        String path = ExchangePage.path(dossier.negotiation().pid());
        return Html.of(
                """
                {}
                <p class="route">{} <span aria-hidden="true">→</span> {} · {}</p>
                {}
                {}
                {}""",
                Parts.errors(wrong.map(each -> Map.of("reason", each)).orElseGet(Map::of), words),
                dossier.from().html(words),
                dossier.to().html(words),
                dossier.title(words),
                groundwork(view),
                consequences(words),
                view.form(
                        path + "/" + ExchangeActs.path(act),
                        Html.all(
                                Html.when(isDecision(act), () -> decision(words)),
                                Html.when(
                                        needsReason(act),
                                        () -> reasonField(
                                                reason,
                                                wrong,
                                                words.say(
                                                        isDecision(act) ? "act.reason-hint-decide" : "act.reason-hint"),
                                                words)),
                                Html.of(
                                        "<div class=\"acts\"><button{}>{}</button><a class=\"button quiet\" href=\"{}\">{}</a></div>",
                                        isFinal() ? Html.of(" class=\"danger\"") : "",
                                        words.word("act", act),
                                        view.href(path),
                                        words.say("act.back")))));
    }

    /** What somebody has to have before them for this act. */
    private Html groundwork(View view) {
        if (isDecision(act)) {
            return DecidedOn.html(dossier, view);
        }
        return act == Act.ACCEPT ? TermsPanel.html(dossier, view) : Html.NOTHING;
    }

    private boolean isFinal() {
        return act == Act.END || act == Act.REFUSE || act == Act.STOP;
    }

    private Html consequences(Words words) {
        return Html.of(
                "<div class=\"notice{}\"><h2>{}</h2><p>{}</p></div>",
                isFinal() ? " warn" : "",
                words.say("act.what-follows"),
                words.html(
                        "act.says." + ExchangeActs.path(act),
                        "peer",
                        dossier.peer().name()));
    }

    private static Html decision(Words words) {
        return Html.of("""
                <fieldset><legend>{}</legend>
                <div class="choice"><input type="radio" id="permit" name="decision" value="permit"><label for="permit">{}</label></div>
                <div class="choice"><input type="radio" id="refuse" name="decision" value="refuse"><label for="refuse">{}</label></div>
                </fieldset>""", words.say("act.decision"), words.say("act.permit"), words.say("act.deny"));
    }

    /** Where the reason is told. */
    static Html reasonField(String reason, Optional<String> wrong, String hint, Words words) {
        return Html.of(
                """
                <div class="field{}">
                <label for="reason">{}</label>
                <p class="hint" id="reason-hint">{}</p>
                {}
                <textarea id="reason" name="reason" aria-describedby="reason-hint" maxlength="{}">{}</textarea>
                </div>""",
                wrong.isPresent() ? " wrong" : "",
                words.say("act.reason"),
                hint,
                Html.when(wrong, each -> Html.of("<p class=\"wrong-words\">{}</p>", each)),
                Integer.toString(REASON_MAX),
                reason);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("exchange", dossier.negotiation().pid());
        data.put("act", act);
        data.put("wrong", wrong);
        return data;
    }
}
