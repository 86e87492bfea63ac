package org.hasekura.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.Action;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Prohibition;
import org.hasekura.policy.Terms;
import org.hasekura.policy.TermsLine;

/**
 * A counter-offer: the terms on the table with what is to be other, and before it is sent the changes marked.
 *
 * @param asked the terms that would be asked for; as they stand before anything was changed
 * @param isReviewed whether the changes are shown for sending
 * @param purposes of the law, as codes
 */
record CounterPage(Dossier dossier, Terms asked, boolean isReviewed, Map<String, String> wrong, Set<String> purposes)
        implements Page {

    private static final String VALUE = "value-";
    private static final int VALUES_MAX = 50;

    CounterPage {
        wrong = Map.copyOf(wrong);
        purposes = new TreeSet<>(purposes);
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        return ActPage.with(
                asked,
                ports,
                ExchangeActs.Act.COUNTER,
                dossier -> Reply.page(of(dossier, own(dossier), false, Map.of(), ports)));
    }

    static Reply take(Asked asked, Ports ports) throws StoreFailed {
        return ActPage.with(asked, ports, ExchangeActs.Act.COUNTER, dossier -> {
            Map<String, String> wrong = new java.util.TreeMap<>();
            Terms terms = changed(own(dossier), asked.form(), asked.view().today(), wrong, asked.words());
            if (!wrong.isEmpty()) {
                return Reply.refused(of(dossier, terms, false, wrong, ports));
            }
            if (terms.equals(own(dossier))) {
                return Reply.refused(of(
                        dossier, terms, false, Map.of("terms", asked.words().say("counter.nothing-changed")), ports));
            }
            return asked.form().text("step").filter("send"::equals).isPresent()
                    ? sent(asked, ports, dossier, terms)
                    : Reply.page(of(dossier, terms, true, Map.of(), ports));
        });
    }

    private static Reply sent(Asked asked, Ports ports, Dossier dossier, Terms terms) throws StoreFailed {
        var counter = new NegotiationAct.Counter(dossier.negotiation().offer().withTerms(terms));
        return switch (ports.exchanges().act(dossier.negotiation().pid(), counter)) {
            case Answer.Taken<?> _ ->
                Reply.done(ExchangePage.path(dossier.negotiation().pid()), "counter-done");
            case Answer.Refused<?>(var _, Reason why) ->
                Reply.refused(of(dossier, terms, false, Map.of("terms", Reasons.text(why, asked.words())), ports));
            case Answer.NotFound<?> _, Answer.TokenReused<?> _ -> new Reply.Nothing();
            case Answer.Busy<?> _ ->
                Reply.refused(
                        of(dossier, terms, false, Map.of("terms", asked.words().say("act.busy")), ports));
        };
    }

    private static CounterPage of(
            Dossier dossier, Terms terms, boolean isReviewed, Map<String, String> wrong, Ports ports) {
        return new CounterPage(
                dossier, terms, isReviewed, wrong, ports.law().get().codes("purposeCode"));
    }

    /** What is on the table, without the duties of the law: the provider adds those that apply. */
    private static Terms own(Dossier dossier) {
        return TermsPanel.withoutLaw(dossier.negotiation().offer().terms());
    }

    private static Terms changed(Terms terms, Fields form, LocalDate today, Map<String, String> wrong, Words words) {
        var permissions = new ArrayList<Permission>();
        for (int at = 0; at < terms.permissions().size(); at++) {
            Permission permission = terms.permissions().get(at);
            var constraints = new ArrayList<Constraint>();
            for (int of = 0; of < permission.constraints().size(); of++) {
                constraint(permission.constraints().get(of), VALUE + at + "-" + of, form, wrong, words)
                        .ifPresent(constraints::add);
            }
            if (at == 0) {
                form.text("until").ifPresent(day -> until(day, today, constraints, wrong, words));
            }
            permissions.add(new Permission(permission.action(), constraints, permission.duties()));
        }
        List<Prohibition> prohibitions = new ArrayList<>(terms.prohibitions());
        if (form.has("no-passing-on")
                && prohibitions.stream().noneMatch(each -> each.action().equals(Action.DISTRIBUTE))) {
            prohibitions.add(Prohibition.of(Action.DISTRIBUTE));
        }
        return new Terms(permissions, prohibitions, terms.obligations());
    }

    /** A constraint with other values; none where all its values were taken away. What has parts stays as it is. */
    private static Optional<Constraint> constraint(
            Constraint constraint, String field, Fields form, Map<String, String> wrong, Words words) {
        if (!(constraint instanceof Constraint.Atomic atomic) || form.all(field).isEmpty()) {
            return Optional.of(constraint);
        }
        String typed = PurposeChoice.isOf(atomic)
                ? PurposeChoice.typed(field, atomic, form)
                : form.text(field).orElse("");
        List<String> values = Arrays.stream(typed.split("[,\\s]+", -1))
                .filter(each -> !each.isEmpty())
                .toList();
        if (atomic.leftOperand().equals("dateTime")) {
            values.stream()
                    .filter(each -> !atomic.rightOperand().contains(each) && !isDay(each))
                    .findFirst()
                    .ifPresent(each -> wrong.put(field, words.say("counter.no-day", "given", each)));
        }
        if (values.size() > VALUES_MAX) {
            wrong.put(field, words.say("counter.too-many", "max", VALUES_MAX));
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Constraint.Atomic(atomic.leftOperand(), atomic.operator(), values));
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static void until(
            String day, LocalDate today, List<Constraint> constraints, Map<String, String> wrong, Words words) {
        try {
            LocalDate until = LocalDate.parse(day);
            if (until.isBefore(today)) {
                wrong.put("until", words.say("counter.past"));
            }
            constraints.add(Constraint.Atomic.of("dateTime", Operator.LTEQ, until.toString()));
        } catch (DateTimeException _) {
            wrong.put("until", words.say("counter.no-day", "given", day));
        }
    }

    @Override
    public String title(Words words) {
        return words.say(isReviewed ? "counter.review-title" : "counter.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say(
                isReviewed ? "counter.review-lead" : "counter.lead",
                "peer",
                dossier.peer().name()));
    }

    @Override
    public boolean hasErrors() {
        return !wrong.isEmpty();
    }

    @Override
    public List<Crumb> above(Words words) {
        return ExchangePage.crumbs(dossier, words);
    }

    @Override
    public Html content(View view) {
        return isReviewed ? review(view) : form(view);
    }

    private Html form(View view) {
        Words words = view.words();
        var fields = new ArrayList<Html>();
        for (int at = 0; at < asked.permissions().size(); at++) {
            List<Constraint> constraints = asked.permissions().get(at).constraints();
            for (int of = 0; of < constraints.size(); of++) {
                if (constraints.get(of) instanceof Constraint.Atomic atomic) {
                    fields.add(field(VALUE + at + "-" + of, atomic, words));
                }
            }
        }
        boolean mayPassOn =
                asked.prohibitions().stream().noneMatch(each -> each.action().equals(Action.DISTRIBUTE));
        return Html.all(
                Parts.errors(wrong, words),
                Html.of(
                        "<h2 id=\"terms\">{}</h2><blockquote class=\"terms\"><p>{}</p></blockquote>",
                        words.say("counter.on-the-table"),
                        TermsPanel.sentence(own(dossier), List.of(), words)),
                view.form(
                        ExchangePage.path(dossier.negotiation().pid()) + "/counter",
                        Html.all(
                                Html.all(fields),
                                Html.of(
                                        "<div class=\"field{}\"><label for=\"until\">{}</label><input type=\"date\" id=\"until\" name=\"until\"></div>",
                                        wrong.containsKey("until") ? " wrong" : "",
                                        words.say("counter.until")),
                                Html.when(
                                        mayPassOn,
                                        () -> Html.of(
                                                "<div class=\"choice\"><input type=\"checkbox\" id=\"no-passing-on\" name=\"no-passing-on\" value=\"yes\"><label for=\"no-passing-on\">{}</label></div>",
                                                words.say("counter.no-passing-on"))),
                                buttons(words.say("counter.check"), view))));
    }

    private Html field(String id, Constraint.Atomic atomic, Words words) {
        String line = TermsLine.of(Terms.permitting(Permission.use(atomic)), List.of())
                                .get(1)
                        instanceof TermsLine(var _, var _, String english, String japanese)
                ? (words.language() == Language.JA ? japanese : english)
                : "";
        boolean isPurpose = PurposeChoice.isOf(atomic);
        return Html.of(
                """
                <div class="field{}">
                <label for="{}">{}</label>
                <p class="hint" id="{}-hint">{}</p>
                {}
                </div>""",
                wrong.containsKey(id) ? " wrong" : "",
                id,
                line,
                id,
                words.say(isPurpose ? "counter.purposes" : "counter.values"),
                isPurpose
                        ? PurposeChoice.html(id, atomic, purposes, words)
                        : Html.of(
                                "<input type=\"text\" id=\"{}\" name=\"{}\" value=\"{}\" aria-describedby=\"{}-hint\">",
                                id,
                                id,
                                String.join(" ", atomic.rightOperand()),
                                id));
    }

    private Html review(View view) {
        Words words = view.words();
        Terms before = own(dossier);
        return Html.all(
                TermsPanel.changes(TermsLine.of(before, List.of()), TermsLine.of(asked, List.of()), words),
                view.form(
                        ExchangePage.path(dossier.negotiation().pid()) + "/counter",
                        Html.all(hidden(before), buttons(words.say("counter.send"), view))));
    }

    /** What was entered, told once more by the terms that came of it, so that the second step needs no memory. */
    private Html hidden(Terms before) {
        var fields = new ArrayList<Html>();
        fields.add(Html.of("<input type=\"hidden\" name=\"step\" value=\"send\">"));
        for (int at = 0; at < before.permissions().size(); at++) {
            List<Constraint> old = before.permissions().get(at).constraints();
            List<Constraint> now = new ArrayList<>(asked.permissions().get(at).constraints());
            for (int of = 0; of < old.size(); of++) {
                if (old.get(of) instanceof Constraint.Atomic atomic) {
                    Optional<Constraint.Atomic> kept = now.stream()
                            .filter(Constraint.Atomic.class::isInstance)
                            .map(Constraint.Atomic.class::cast)
                            .filter(each -> each.leftOperand().equals(atomic.leftOperand())
                                    && each.operator() == atomic.operator())
                            .findFirst();
                    kept.ifPresent(now::remove);
                    fields.add(Html.of(
                            "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                            VALUE + at + "-" + of,
                            kept.map(each -> String.join(" ", each.rightOperand()))
                                    .orElse("")));
                } else {
                    now.remove(old.get(of));
                }
            }
            now.stream()
                    .filter(Constraint.Atomic.class::isInstance)
                    .map(Constraint.Atomic.class::cast)
                    .forEach(added -> fields.add(Html.of(
                            "<input type=\"hidden\" name=\"until\" value=\"{}\">",
                            added.rightOperand().getFirst())));
        }
        if (asked.prohibitions().size() > before.prohibitions().size()) {
            fields.add(Html.of("<input type=\"hidden\" name=\"no-passing-on\" value=\"yes\">"));
        }
        return Html.all(fields);
    }

    private Html buttons(String go, View view) {
        return Html.of(
                "<div class=\"acts\"><button>{}</button><a class=\"button quiet\" href=\"{}\">{}</a></div>",
                go,
                view.href(ExchangePage.path(dossier.negotiation().pid())),
                view.words().say("act.back"));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("exchange", dossier.negotiation().pid(), "isReviewed", isReviewed, "wrong", wrong);
    }
}
