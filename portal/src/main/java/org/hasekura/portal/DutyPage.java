package org.hasekura.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.StoreFailed;

/** The statement that a duty is fulfilled: what was done, and the document that shows it, of which the hash alone is kept. */
record DutyPage(Dossier dossier, DutyStanding duty, Inputs inputs) implements Page {

    static final int TEXT_MAX = 4_000;
    static final int DOCUMENT_BYTES_MAX = 4 << 20;

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        return with(asked, ports, (dossier, duty) -> Reply.page(new DutyPage(dossier, duty, Inputs.FRESH)));
    }

    static Reply take(Asked asked, Ports ports) throws StoreFailed {
        return with(asked, ports, (dossier, duty) -> {
            Fields form = asked.form();
            Map<String, String> wrong = new HashMap<>();
            Optional<String> text = form.text("statement").filter(each -> each.length() <= TEXT_MAX);
            if (text.isEmpty()) {
                wrong.put("statement", asked.words().say("duties.wrong.statement", "max", TEXT_MAX));
            }
            Optional<NamedFile> document = form.upload("document");
            if (document.filter(each -> each.bytes().length > DOCUMENT_BYTES_MAX)
                    .isPresent()) {
                wrong.put("document", asked.words().say("questions.wrong.document"));
            }
            if (!wrong.isEmpty()) {
                return Reply.refused(new DutyPage(dossier, duty, new Inputs(form, wrong)));
            }
            var statement = new DutyStanding.Statement(
                    duty.id(),
                    asked.person().acting().name().toLowerCase(Locale.ROOT),
                    text.orElseThrow(),
                    document.map(each -> Hash.sha256(each.bytes())));
            boolean isDone = ports.exchanges()
                    .fulfil(dossier.agreement().orElseThrow().agreement().id(), statement);
            return Reply.done(DutiesPage.path(dossier), isDone ? "duty-done" : "not-possible-now");
        });
    }

    /** What is done with a duty that whoever asks may speak about. */
    private interface OnDuty {
        Reply take(Dossier dossier, DutyStanding duty) throws StoreFailed;
    }

    private static Reply with(Asked asked, Ports ports, OnDuty then) throws StoreFailed {
        return DutiesPage.with(asked, ports, (dossier, duties) -> {
            Optional<DutyStanding> found = duties.stream()
                    .filter(each -> each.id().equals(asked.place("duty")))
                    .findFirst();
            if (found.isEmpty()) {
                return new Reply.Nothing();
            }
            return DutiesPage.mayState(dossier, found.get(), asked.view())
                    ? then.take(dossier, found.get())
                    : Reply.done(DutiesPage.path(dossier), "not-possible-now");
        });
    }

    @Override
    public String title(Words words) {
        return words.say("duties.state-title");
    }

    @Override
    public List<Crumb> above(Words words) {
        var crumbs = new ArrayList<>(ExchangePage.crumbs(dossier, words));
        crumbs.add(new Crumb(DutiesPage.path(dossier), words.say("duties.title")));
        return crumbs;
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
                        "<blockquote class=\"terms\"><p>{}</p>{}</blockquote>",
                        DutiesPage.says(dossier, duty, words),
                        DutiesPage.facts(dossier, duty, view)),
                Html.of("<p>{}</p>", words.say("duties.what-follows")),
                SecretariatPage.upload(
                        DutiesPage.path(dossier) + "/" + Links.encode(duty.id()),
                        Html.all(
                                inputs.area("statement", words.say("duties.statement"), ""),
                                inputs.file("document", words.say("duties.document"), ""),
                                Html.of(
                                        "<div class=\"acts\"><button>{}</button><a class=\"button quiet\" href=\"{}\">{}</a></div>",
                                        words.say("duties.send"),
                                        view.href(DutiesPage.path(dossier)),
                                        words.say("act.back"))),
                        view));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("exchange", dossier.negotiation().pid(), "duty", duty.id());
    }
}
