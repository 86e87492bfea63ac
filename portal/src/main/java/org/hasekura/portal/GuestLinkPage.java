package org.hasekura.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.StoreFailed;

/**
 * One guest's link for those who made it: the address, once; the code that has to be passed on; how far the guest has come; and
 * how to shut it.
 *
 * @param link its address, when it was made just now; it is told this once
 * @param code that this node's people have to pass on
 * @param isRefused whether the reason to withdraw it was missing
 */
record GuestLinkPage(
        Invitation invitation,
        Optional<String> link,
        Optional<String> code,
        Map<String, String> titles,
        boolean sendsMail,
        boolean isRefused)
        implements Page {

    private static final int REASON_MAX = 1_000;

    GuestLinkPage {
        titles = Map.copyOf(titles);
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        Optional<GuestLinkPage> page = of(asked, ports, false);
        return page.isPresent() ? Reply.page(page.get()) : new Reply.Nothing();
    }

    private static Optional<GuestLinkPage> of(Asked asked, Ports ports, boolean isRefused) throws StoreFailed {
        Optional<Invitation> found = ports.guests().find(asked.place("id"));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Invitation invitation = found.get();
        boolean maySee = asked.view().viewer().isOneOf(InvitePage.INVITING);
        return Optional.of(new GuestLinkPage(
                invitation,
                Optional.empty(),
                maySee ? ports.guests().codeToTell(invitation) : Optional.empty(),
                ports.market()
                        .dataset(invitation.offered().datasetId())
                        .map(Dataset::titles)
                        .orElse(Map.of()),
                ports.guests().sendsMail(),
                isRefused));
    }

    static Reply withdraw(Asked asked, Ports ports) throws StoreFailed {
        Optional<String> reason = asked.form().text("reason").filter(each -> each.length() <= REASON_MAX);
        Optional<GuestLinkPage> page = of(asked, ports, true);
        if (page.isEmpty() || reason.isEmpty()) {
            return page.<Reply>map(Reply::refused).orElseGet(Reply.Nothing::new);
        }
        String role = asked.person().acting().name().toLowerCase(Locale.ROOT);
        boolean isDone = ports.guests().withdraw(asked.place("id"), reason.get(), role);
        return Reply.done(page.get().path(), isDone ? "guest-withdrawn" : "not-possible-now");
    }

    static Reply erase(Asked asked, Ports ports) throws StoreFailed {
        Optional<GuestLinkPage> page = of(asked, ports, false);
        Optional<Entry.ErasureGround> ground = GuestErasure.ground(asked.form());
        if (page.isEmpty() || ground.isEmpty()) {
            return page.<Reply>map(Reply::refused).orElseGet(Reply.Nothing::new);
        }
        return switch (ports.guests().erase(asked.place("id"), ground.get())) {
            case Guests.Erasing.Done _ -> Reply.done(page.get().path(), "guest-erased");
            case Guests.Erasing.StillOpen _ -> Reply.done(page.get().path(), "not-possible-now");
            case Guests.Erasing.Busy _ -> Reply.done(page.get().path(), "busy");
            case Guests.Erasing.NotFound _ -> new Reply.Nothing();
        };
    }

    private String path() {
        return "/guests/" + Links.encode(invitation.id());
    }

    @Override
    public String title(Words words) {
        return words.say("guest.link-for", "organisation", invitation.guest().organisation());
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(
                new Crumb("/offers", words.say("offers.title")), new Crumb("/guests", words.say("guest.links-title")));
    }

    @Override
    public boolean hasErrors() {
        return isRefused;
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                Parts.errors(isRefused ? Map.of("reason", words.say("withdraw.no-reason")) : Map.of(), words),
                Html.when(link, each -> made(each, words)),
                Html.when(code, each -> tell(each, words)),
                facts(view),
                Html.when(
                        link.isEmpty()
                                && invitation.progress().ending().isEmpty()
                                && view.viewer().isOneOf(WithdrawPage.WITHDRAWING),
                        () -> shut(view)),
                Html.when(
                        !invitation.serves(view.today())
                                && invitation.progress().erased().isEmpty()
                                && view.viewer().isOneOf(WithdrawPage.WITHDRAWING),
                        () -> GuestErasure.form(path(), view)));
    }

    private Html made(String address, Words words) {
        return Html.of(
                """
                <div class="notice done"><h2>{}</h2><p>{}</p>
                <label for="link">{}</label>
                <input id="link" readonly value="{}">
                <p>{}</p></div>""",
                words.say("guest.made"),
                words.say("guest.made-why"),
                words.say("guest.link"),
                address,
                words.say(sendsMail ? "guest.then-mail" : "guest.then-person"));
    }

    private static Html tell(String code, Words words) {
        return Html.of(
                "<div class=\"notice warn\"><h2>{}</h2><p>{}</p><p><strong class=\"code\">{}</strong></p></div>",
                words.say("guest.tell"),
                words.say("guest.tell-why"),
                code);
    }

    private Html facts(View view) {
        Words words = view.words();
        Invitation.Progress progress = invitation.progress();
        return Html.of(
                """
                <dl class="facts">
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{} – {}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                {}{}
                <dt>{}</dt><dd><a href="{}"><code>{}</code></a></dd>
                </dl>""",
                words.say("guest.state"),
                chip(invitation, view),
                words.say("guest.what"),
                Summary.title(titles, invitation.offered().datasetId(), words),
                words.say("guest.field.email"),
                GuestErasure.email(invitation, view),
                words.say("guest.valid"),
                view.day(invitation.offered().from()),
                view.day(invitation.offered().until()),
                words.say("guest.field.downloads"),
                words.say(
                        "guest.downloads-of",
                        "done",
                        progress.transfers().size(),
                        "max",
                        invitation.offered().downloadsMax()),
                words.say("guest.confirmed"),
                progress.confirmation()
                        .map(each -> Html.of("{}<br>{}", view.time(each.at()), words.word("guest.way", each.way())))
                        .orElseGet(() -> Html.text(words.say("guest.not-yet"))),
                words.say("guest.receipt"),
                progress.receipt()
                        .map(each ->
                                Html.of("{}<br>{}", view.time(each.at()), words.word("guest.signed-by", each.holder())))
                        .orElseGet(() -> Html.text(words.say("guest.not-yet"))),
                Html.when(
                        progress.ending(),
                        each -> Html.of("<dt>{}</dt><dd>{}</dd>", words.say("act.reason"), each.reason())),
                Html.when(
                        progress.negotiation(),
                        pid -> Html.of(
                                "<dt>{}</dt><dd><a href=\"{}\">{}</a></dd>",
                                words.say("guest.exchange"),
                                view.href(ExchangePage.path(pid)),
                                words.say("guest.to-exchange"))),
                words.say("guest.known-as"),
                view.href("/participants/" + Links.encode(invitation.did())),
                invitation.did());
    }

    static Html chip(Invitation invitation, View view) {
        String kind = switch (invitation.stateOn(view.today())) {
            case EARLY -> "plain";
            case OPEN -> "good";
            case OVER, WITHDRAWN -> "plain";
            case LOCKED -> "bad";
        };
        return Html.of(
                "<span class=\"chip {}\">{}</span>",
                kind,
                view.words().word("guest.state", invitation.stateOn(view.today())));
    }

    private Html shut(View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2><p>{}</p>{}",
                words.say("guest.withdraw"),
                words.say("guest.withdraw-why"),
                view.form(
                        path() + "/withdraw",
                        Html.of(
                                """
                                <div class="field{}"><label for="reason">{}</label><p class="hint" id="reason-hint">{}</p>
                                <textarea id="reason" name="reason" maxlength="1000" aria-describedby="reason-hint"></textarea></div>
                                <button class="danger">{}</button>""",
                                isRefused ? " wrong" : "",
                                words.say("act.reason"),
                                words.say("guest.withdraw-hint"),
                                words.say("guest.withdraw"))));
    }

    /** Neither the address of the guest's person nor a code. */
    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", invitation.id());
        data.put("did", invitation.did());
        data.put("organisation", invitation.guest().organisation());
        data.put("country", invitation.guest().country());
        data.put("dataset", invitation.offered().datasetId());
        data.put("until", invitation.offered().until());
        data.put("downloads", invitation.progress().transfers().size());
        data.put("downloadsMax", invitation.offered().downloadsMax());
        data.put("exchange", invitation.progress().negotiation());
        data.put("confirmed", invitation.progress().confirmation().map(Invitation.Confirmation::at));
        data.put("erased", invitation.progress().erased().map(Invitation.Erased::ground));
        data.put("signed", invitation.progress().receipt().map(Invitation.Signed::at));
        return data;
    }
}
