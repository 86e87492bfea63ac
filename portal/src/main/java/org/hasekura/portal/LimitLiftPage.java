package org.hasekura.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.Limits;
import org.hasekura.exchange.StoreFailed;

/** Ends a limit on connections, with a reason: what it alone had paused goes on. */
record LimitLiftPage(Limit limit, Map<String, String> names, Inputs inputs) implements Page {

    LimitLiftPage {
        names = Map.copyOf(names);
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        Optional<LimitLiftPage> page = of(asked, ports, Inputs.FRESH);
        return page.isPresent() ? Reply.page(page.get()) : new Reply.Nothing();
    }

    private static Optional<LimitLiftPage> of(Asked asked, Ports ports, Inputs inputs) throws StoreFailed {
        Map<String, String> names = LimitsPage.names(ports.market().participants(), asked.view());
        return ports.connections().all().stream()
                .filter(each -> each.id().equals(asked.place("id")))
                .filter(each -> LimitsPage.State.of(each, asked.view().now()).isOpen())
                .findFirst()
                .map(each -> new LimitLiftPage(each, names, inputs));
    }

    static Reply take(Asked asked, Ports ports) throws StoreFailed {
        Optional<String> reason = LimitForm.line(asked.form(), "reason");
        Map<String, String> wrong =
                reason.isPresent() ? Map.of() : Map.of("reason", asked.words().say("limits.wrong.reason"));
        Optional<LimitLiftPage> page = of(asked, ports, new Inputs(asked.form(), wrong));
        if (page.isEmpty() || reason.isEmpty()) {
            return page.<Reply>map(Reply::refused).orElseGet(Reply.Nothing::new);
        }
        String role = asked.person().acting().name().toLowerCase(Locale.ROOT);
        return switch (ports.connections().lift(page.get().limit.id(), role, reason.get())) {
            case Limits.Given.Done _ -> Reply.done(LimitsPage.PATH, "limit-lifted");
            case Limits.Given.NotFound _ -> new Reply.Nothing();
            case Limits.Given.Busy _ -> Reply.done(LimitsPage.PATH, "busy");
        };
    }

    @Override
    public String title(Words words) {
        return words.say("limits.lift-title");
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb(LimitsPage.PATH, words.say("limits.title")));
    }

    @Override
    public boolean hasErrors() {
        return !inputs.wrong().isEmpty();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                Parts.errors(inputs.wrong(), words),
                Html.of(
                        "<p><strong>{}</strong> {}</p><p>{} <span class=\"faint\">({})</span></p><div class=\"notice\"><p>{}</p></div>",
                        LimitsPage.whom(limit.target(), names, words),
                        LimitsPage.State.of(limit, view.now()).chip(words),
                        limit.reason(),
                        limit.citation(),
                        words.word("limits.lifting-does", limit.effect())),
                view.form(
                        LimitsPage.path(limit) + "/lift",
                        Html.all(
                                inputs.text("reason", words.say("limits.field.lift-reason"), ""),
                                Html.of(
                                        "<div class=\"acts\"><button>{}</button><a class=\"button quiet\" href=\"{}\">{}</a></div>",
                                        words.say("limits.lift"),
                                        view.href(LimitsPage.PATH),
                                        words.say("limits.keep")))));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("id", limit.id(), "effect", limit.effect());
    }
}
