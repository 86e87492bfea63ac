package org.hasekura.portal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.Evidence;
import org.hasekura.partnership.PartialDate;

/**
 * Something that a secretariat says of one commitment: a signed event, with who and why.
 *
 * @param exchanges of this node that may show something
 * @param refused what the register said against it, in English
 */
record CommitmentActPage(
        Promises promises,
        org.hasekura.partnership.Entry entry,
        CommitmentAct act,
        List<Summary> exchanges,
        Inputs inputs,
        Optional<String> refused)
        implements RegisterForm {

    static final Set<Role> KEEPING = Set.of(Role.SECRETARIAT);

    CommitmentActPage {
        exchanges = List.copyOf(exchanges);
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        Optional<CommitmentActPage> page = page(asked, ports, Inputs.FRESH, Optional.empty());
        return page.isPresent() ? Reply.page(page.get()) : new Reply.Nothing();
    }

    static Reply take(Asked asked, Ports ports) throws StoreFailed {
        Optional<CommitmentActPage> page = page(asked, ports, Inputs.FRESH, Optional.empty());
        if (page.isEmpty()) {
            return new Reply.Nothing();
        }
        CommitmentActPage it = page.get();
        CommitmentForm form = CommitmentForm.read(
                it.act,
                it.entry,
                it.promises,
                it.promises.seat().orElseThrow().seat(),
                asked.form(),
                it.act == CommitmentAct.PROVE ? exchange(asked.form(), ports) : Optional.empty(),
                asked.words());
        Map<String, String> wrong = new HashMap<>(form.wrong());
        Optional<String> reason = asked.form().text("reason");
        if (reason.isEmpty()) {
            wrong.put("reason", asked.words().say("partnership.wrong.reason"));
        }
        Optional<Change> change = form.change();
        if (!wrong.isEmpty() || change.isEmpty() || reason.isEmpty()) {
            return refused(asked, ports, new Inputs(asked.form(), wrong), Optional.empty());
        }
        return switch (ports.council()
                .enter(List.of(change.get()), asked.person().name(), reason.get())) {
            case Council.Done.Well _ -> Reply.done(path(it.entry.id()), "partnership-entered");
            case Council.Done.Refused(String why) ->
                refused(asked, ports, new Inputs(asked.form(), Map.of()), Optional.of(why));
        };
    }

    private static Reply refused(Asked asked, Ports ports, Inputs inputs, Optional<String> why) throws StoreFailed {
        return Reply.refused(page(asked, ports, inputs, why).orElseThrow());
    }

    private static Optional<CommitmentActPage> page(Asked asked, Ports ports, Inputs inputs, Optional<String> why)
            throws StoreFailed {
        Promises promises = ports.council().promises();
        Optional<org.hasekura.partnership.Entry> entry = promises.register().entry(asked.place("id"));
        Optional<CommitmentAct> act = CommitmentAct.of(asked.place("act"))
                .filter(each -> promises.seat()
                        .filter(seat -> CommitmentAct.of(seat.seat()).contains(each))
                        .isPresent());
        if (entry.isEmpty() || act.isEmpty()) {
            return Optional.empty();
        }
        List<Summary> exchanges = act.get() == CommitmentAct.PROVE
                ? ports.exchanges().newest().stream()
                        .filter(each -> each.transfer().isPresent())
                        .toList()
                : List.of();
        return Optional.of(new CommitmentActPage(promises, entry.get(), act.get(), exchanges, inputs, why));
    }

    /** The entry by which an exchange of this node shows that data flowed; else the one by which it was agreed. */
    private static Optional<Evidence.Exchange> exchange(Fields form, Ports ports) throws StoreFailed {
        Optional<String> pid = form.text("exchange");
        Optional<Dossier> dossier = pid.isPresent() ? ports.exchanges().find(pid.get()) : Optional.empty();
        if (dossier.isEmpty()) {
            return Optional.empty();
        }
        String origin = ports.operations().now().keys().stream()
                .filter(each -> each.use().equals("log"))
                .findFirst()
                .map(each -> each.id().split("\\+", 2)[0])
                .orElse("");
        List<Dossier.Recorded> evidence = dossier.get().evidence();
        return evidence.stream()
                .filter(each -> each.entry() instanceof Entry.TransferEnded)
                .reduce((_, last) -> last)
                .or(() -> evidence.stream()
                        .filter(each -> each.entry() instanceof Entry.AgreementConcluded)
                        .findFirst())
                .map(each -> new Evidence.Exchange(
                        origin,
                        each.index(),
                        Hash.sha256(each.text().getBytes(StandardCharsets.UTF_8))
                                .hex(),
                        "",
                        PartialDate.parse(each.entry().at().toString().substring(0, 10))));
    }

    private static String path(String id) {
        return PartnershipPages.COMMITMENTS + "/" + Links.encode(id);
    }

    @Override
    public String title(Words words) {
        return words.word("partnership.act", act) + ": " + entry.id();
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(entry.commitment().text().in(Promises.locale(words)));
    }

    @Override
    public List<Crumb> between(Words words) {
        return List.of(
                new Crumb(PartnershipPages.COMMITMENTS, words.say("partnership.commitments")),
                new Crumb(path(entry.id()), entry.id()));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                trouble(words),
                Html.of("<p>{}</p>", words.word("partnership.act-text", act)),
                view.form(
                        path(entry.id()) + "/" + act.path(),
                        Html.all(
                                CommitmentForm.html(act, entry, promises, exchanges, inputs, view),
                                PartnershipPages.signing(inputs, view))));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("commitment", entry.id(), "act", act.path());
    }
}
