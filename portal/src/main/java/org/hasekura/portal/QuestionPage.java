package org.hasekura.portal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/**
 * One question of a regulator, with its answer or the form for one: a text, and a document if there is one.
 *
 * @param refused why an answer was not taken, in English
 */
record QuestionPage(Questions.Question question, LocalDate today, Inputs inputs, Optional<String> refused)
        implements Page {

    static String path(String id) {
        return QuestionsPage.PATH + "/" + Links.encode(id);
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        Optional<Questions.Question> found = ports.questions().find(asked.place("id"));
        return found.isPresent()
                ? Reply.page(new QuestionPage(found.get(), QuestionsPage.day(asked), Inputs.FRESH, Optional.empty()))
                : new Reply.Nothing();
    }

    static Reply answer(Asked asked, Ports ports) throws StoreFailed {
        Optional<Questions.Question> found = ports.questions().find(asked.place("id"));
        if (found.isEmpty()) {
            return new Reply.Nothing();
        }
        Fields form = asked.form();
        LocalDate today = QuestionsPage.day(asked);
        Map<String, String> wrong = new HashMap<>();
        Optional<String> text = form.text("answer").filter(each -> each.length() <= Questions.TEXT_MAX);
        if (text.isEmpty()) {
            wrong.put("answer", asked.words().say("questions.wrong.text", "max", Questions.TEXT_MAX));
        }
        Optional<NamedFile> document = form.upload("document");
        if (document.filter(each -> each.bytes().length > Questions.DOCUMENT_BYTES_MAX)
                .isPresent()) {
            wrong.put("document", asked.words().say("questions.wrong.document"));
        }
        var inputs = new Inputs(form, wrong);
        if (!wrong.isEmpty() || text.isEmpty()) {
            return Reply.refused(new QuestionPage(found.get(), today, inputs, Optional.empty()));
        }
        try {
            String role = asked.person().acting().name().toLowerCase(Locale.ROOT);
            return ports.questions()
                            .answer(found.get().id(), text.get(), document, role)
                            .isPresent()
                    ? Reply.done(path(found.get().id()), "question-answered")
                    : Reply.done(path(found.get().id()), "not-possible-now");
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException busy) {
            return Reply.refused(
                    new QuestionPage(found.get(), today, inputs, Optional.of(String.valueOf(busy.getMessage()))));
        }
    }

    static Reply document(Asked asked, Ports ports) throws StoreFailed {
        return ports.questions()
                .document(asked.place("id"))
                .<Reply>map(file ->
                        new Reply.Given(file.name(), "application/octet-stream", sink -> sink.write(file.bytes())))
                .orElseGet(Reply.Nothing::new);
    }

    static String state(Questions.Question question, LocalDate today) {
        return question.answer().isPresent() ? "ANSWERED" : question.isLate(today) ? "LATE" : "OPEN";
    }

    static Html chip(Questions.Question question, LocalDate today, Words words) {
        return question.answer().isPresent()
                ? Html.of("<span class=\"chip good\">{}</span>", words.say("questions.answered"))
                : question.isLate(today)
                        ? Html.of("<span class=\"chip bad\">{}</span>", words.say("questions.late"))
                        : Html.of("<span class=\"chip warn\">{}</span>", words.say("questions.waits"));
    }

    @Override
    public String title(Words words) {
        return words.say("questions.single");
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb(QuestionsPage.PATH, words.say("questions.title")));
    }

    @Override
    public boolean hasErrors() {
        return !inputs.wrong().isEmpty() || refused.isPresent();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                Parts.errors(inputs.wrong(), words),
                PartnershipPages.refused(refused, words),
                Html.of(
                        """
                        <blockquote class="terms"><p>{}</p></blockquote>
                        <dl class="facts"><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{} {}</dd></dl>""",
                        question.text().orElse(words.say("questions.erased")),
                        words.say("questions.asked"),
                        view.time(question.asked()),
                        words.say("questions.due"),
                        view.day(question.dueBy()),
                        chip(question, today, words)),
                question.answer()
                        .map(answer -> answered(answer, view))
                        .orElseGet(() -> Html.when(view.viewer().isOneOf(QuestionsPage.ANSWERING), () -> form(view))));
    }

    private Html answered(Questions.Answer answer, View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2><p class=\"hint\">{} · {}</p><blockquote class=\"terms\"><p>{}</p></blockquote>{}",
                words.say("questions.answer"),
                view.time(answer.at()),
                LimitsPage.role(answer.role(), words),
                answer.text().orElse(words.say("questions.erased")),
                Html.when(
                        answer.document(),
                        name -> Html.of(
                                "<p><a class=\"button second\" href=\"{}/document\" download>{}</a></p>",
                                view.href(path(question.id())),
                                name)));
    }

    private Html form(View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2>{}",
                words.say("questions.give-answer"),
                SecretariatPage.upload(
                        path(question.id()),
                        Html.all(
                                inputs.area("answer", words.say("questions.field.answer"), ""),
                                inputs.file("document", words.say("questions.field.document"), ""),
                                Html.of(
                                        "<div class=\"acts\"><button>{}</button></div>",
                                        words.say("questions.send-answer"))),
                        view));
    }

    @Override
    public Map<String, Object> data() {
        return QuestionsPage.data(question);
    }
}
