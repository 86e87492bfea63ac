package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.law.Condition;
import org.hasekura.law.Duty;
import org.hasekura.law.Law;
import org.hasekura.law.Provision;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;
import org.hasekura.law.StatedFlow;

/**
 * "May I send this?": three choices, and the answer of the law on a day with its grounds.
 *
 * @param asked what was asked, with its answer; empty on the first visit
 */
record SendPage(Law law, Optional<Sending> asked, Optional<Answer> answer, List<String> refusals) implements Page {

    /** What the law says, and what it said on other days. */
    record Answer(Ruling ruling, AnswerHistory history) {}

    SendPage {
        refusals = List.copyOf(refusals);
    }

    static Reply read(Asked request, LawDays law) {
        SendPage page = of(law, request.query(), request.view().today());
        return page.refusals.isEmpty() ? Reply.page(page) : Reply.refused(page);
    }

    static SendPage of(LawDays law, Fields query, LocalDate today) {
        Optional<Sending> asked = Sending.read(query, law.law(), today);
        if (asked.isEmpty()) {
            return new SendPage(law.law(), asked, Optional.empty(), List.of());
        }
        return switch (law.law().read(asked.get().statement())) {
            case StatedFlow.Valid(var flow, var day) ->
                new SendPage(
                        law.law(),
                        asked,
                        Optional.of(new Answer(
                                law.law().rule(flow, day), AnswerHistory.of(law.law(), asked.get(), law.days()))),
                        List.of());
            case StatedFlow.Refused(var reasons) -> new SendPage(law.law(), asked, Optional.empty(), reasons);
        };
    }

    @Override
    public String title(Words words) {
        return words.say("send.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("send.lead"));
    }

    @Override
    public boolean hasErrors() {
        return !refusals.isEmpty();
    }

    @Override
    public Html content(View view) {
        return Html.all(
                errors(view),
                SendForm.choices(law, asked, view),
                Html.when(answer, each -> answer(asked.orElseThrow(), each, view)),
                Html.when(asked.isEmpty(), () -> Cards.html(view)));
    }

    private Html errors(View view) {
        return Html.when(
                hasErrors(),
                () -> Html.of(
                        """
                        <div class="notice errors" tabindex="-1" role="alert"><h2>{}</h2><p>{}</p><ul>{}</ul></div>""",
                        view.words().say("send.problem"),
                        view.words().say("send.choose-again"),
                        Html.each(refusals, reason -> Html.of("<li>{}</li>", Reasons.html(reason, view.words())))));
    }

    private Html answer(Sending sending, Answer each, View view) {
        Words words = view.words();
        Ruling ruling = each.ruling();
        var parts = new ArrayList<Html>();
        parts.add(verdict(sending, ruling, view));
        parts.add(section(
                "send.because",
                RulingView.because(ruling, view),
                ruling.grounds().isEmpty(),
                words));
        parts.add(section(
                "send.hangs." + LawTexts.verdict(ruling),
                RulingView.hangsOn(ruling, view),
                ruling instanceof Ruling.Permitted,
                words));
        parts.add(section(
                ruling.allows() ? "send.duties" : "send.duties-if",
                RulingView.duties(ruling, view),
                ruling.duties().isEmpty(),
                words));
        parts.add(section("send.history", history(sending, each.history(), view), false, words));
        parts.add(keep(sending, view));
        parts.add(Html.of(
                "<details{}><summary>{}</summary><p>{}</p>{}<p>{}</p><pre><code>{}</code></pre></details>",
                sending.isDetailed() ? Html.of(" open") : "",
                words.say("send.details"),
                words.say("send.details-why"),
                SendForm.details(law, sending, view),
                words.say("send.command"),
                sending.command()));
        return Html.of(
                "<section class=\"answer\" aria-label=\"{}\">{}</section>", words.say("send.answer"), Html.all(parts));
    }

    private static Html verdict(Sending sending, Ruling ruling, View view) {
        Words words = view.words();
        return Html.of(
                """
                <div class="verdict {}" role="status">
                <p class="question">{}</p>
                <p class="word">{} <span>{}</span></p>
                <p>{} {}</p>
                </div>""",
                LawTexts.look(ruling),
                question(sending, words),
                RulingView.chip(ruling, words),
                words.say("verdict-says." + LawTexts.verdict(ruling)),
                words.html("send.judged", "day", view.day(sending.day()), "version", ruling.lawData()),
                RulingView.sure(ruling.confidence(), words));
    }

    /** The question as one sentence. */
    static String question(Sending sending, Words words) {
        return words.say(
                "send.question",
                "what",
                words.word("what", sending.what()),
                "from",
                words.country(sending.from()),
                "to",
                words.country(sending.to()));
    }

    private static Html section(String key, Html content, boolean isEmpty, Words words) {
        return isEmpty ? Html.NOTHING : Html.of("<h2>{}</h2>{}", words.say(key), content);
    }

    private static Html history(Sending sending, AnswerHistory history, View view) {
        Words words = view.words();
        return Html.of(
                "<p>{}</p><ol class=\"history\">{}</ol>",
                words.say("send.history-why"),
                Html.each(
                        history.spans().reversed(),
                        (AnswerHistory.Span span) -> Html.of(
                                "<li><a href=\"{}\">{}</a> {} <span class=\"hint\">{}</span></li>",
                                view.href("/send") + "?"
                                        + sending.on(span.from()).query(),
                                days(span, view),
                                RulingView.chip(span.ruling(), words),
                                RulingView.names(span.ruling(), view))));
    }

    private static Html days(AnswerHistory.Span span, View view) {
        Words words = view.words();
        if (span.to().isEmpty()) {
            return words.html("send.history-since", "from", view.day(span.from()));
        }
        Html to = view.day(span.to().get());
        return span.from().equals(AnswerHistory.FIRST)
                ? words.html("send.history-until", "to", to)
                : words.html("send.history-from-to", "from", view.day(span.from()), "to", to);
    }

    private static Html keep(Sending sending, View view) {
        Words words = view.words();
        String query = "?" + sending.query();
        return Html.of(
                """
                <h2>{}</h2><p>{}</p><ul class="keep">{}</ul>""",
                words.say("send.keep"),
                words.say("send.keep-why"),
                Html.each(
                        List.of(Language.values()),
                        (Language each) -> Html.of(
                                """
                                <li lang="{}">{}: <a href="{}" download>PDF</a> · <a href="{}" download>Word (DOCX)</a></li>""",
                                each.code(),
                                each.ownName(),
                                "/" + each.code() + "/send/memo.pdf" + query,
                                "/" + each.code() + "/send/memo.docx" + query)));
    }

    @Override
    public Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        asked.ifPresent(sending -> {
            data.put("from", sending.from());
            data.put("to", sending.to());
            data.put("what", sending.what());
            data.put("facts", sending.data());
            data.put("inPlace", sending.tools());
            data.put("day", sending.day());
        });
        data.put("refused", refusals);
        answer.map(Answer::ruling).ifPresent(ruling -> {
            data.put("outcome", ruling.outcome());
            data.put("basis", ruling.basis());
            data.put("confidence", ruling.confidence().code());
            data.put("lawData", ruling.lawData());
            data.put("grounds", ruling.grounds().stream().map(Provision::token).toList());
            data.put("duties", ruling.duties().stream().map(Duty::id).toList());
            data.put("hangsOn", hangsOn(ruling));
        });
        return data;
    }

    private static List<String> hangsOn(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Permitted _ -> List.of();
            case Ruling.PermittedIf conditional ->
                conditional.conditions().stream().map(Condition::id).toList();
            case Ruling.Forbidden forbidden ->
                forbidden.cures().stream().map(Condition::id).toList();
            case Ruling.Undecided open ->
                open.missingFacts().stream().map(Question::id).toList();
        };
    }
}
