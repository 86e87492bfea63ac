package org.hasekura.portal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.StoreFailed;

/**
 * What regulators have asked, until when an answer is due, and which are open; regulators ask here.
 *
 * @param refused why a question was not taken, in English
 */
record QuestionsPage(List<Questions.Question> questions, LocalDate today, Inputs inputs, Optional<String> refused)
        implements Page {

    static final String PATH = "/questions";

    static final Set<Role> ANSWERING = Set.of(Role.COMPLIANCE, Role.OPERATOR);
    static final Set<Role> SEEING = Set.of(Role.REGULATOR, Role.COMPLIANCE, Role.OPERATOR);

    private static final int DAYS_USUAL = 14;
    private static final int DAYS_MAX = 366;

    QuestionsPage {
        questions = List.copyOf(questions);
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        return Reply.page(new QuestionsPage(ports.questions().all(), day(asked), Inputs.FRESH, Optional.empty()));
    }

    /** As rulings count days. */
    static LocalDate day(Asked asked) {
        return LocalDate.ofInstant(asked.view().now(), ZoneOffset.UTC);
    }

    static Reply ask(Asked asked, Ports ports) throws StoreFailed {
        Fields form = asked.form();
        Map<String, String> wrong = new HashMap<>();
        Optional<String> text = form.text("question").filter(each -> each.length() <= Questions.TEXT_MAX);
        if (text.isEmpty()) {
            wrong.put("question", asked.words().say("questions.wrong.text", "max", Questions.TEXT_MAX));
        }
        LocalDate today = day(asked);
        Optional<LocalDate> due =
                due(form).filter(each -> !each.isBefore(today) && !each.isAfter(today.plusDays(DAYS_MAX)));
        if (due.isEmpty()) {
            wrong.put("due", asked.words().say("questions.wrong.due"));
        }
        var inputs = new Inputs(form, wrong);
        if (!wrong.isEmpty() || text.isEmpty() || due.isEmpty()) {
            return Reply.refused(new QuestionsPage(ports.questions().all(), today, inputs, Optional.empty()));
        }
        try {
            ports.questions()
                    .ask(text.get(), due.get(), asked.person().acting().name().toLowerCase(Locale.ROOT));
            return Reply.done(PATH, "question-asked");
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException busy) {
            return Reply.refused(new QuestionsPage(
                    ports.questions().all(), today, inputs, Optional.of(String.valueOf(busy.getMessage()))));
        }
    }

    private static Optional<LocalDate> due(Fields form) {
        try {
            return form.text("due").map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    @Override
    public String title(Words words) {
        return words.say("questions.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        long open = questions.stream().filter(each -> each.answer().isEmpty()).count();
        return Optional.of(open == 0 ? words.say("questions.none-open") : words.count("questions.open", open));
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
                Html.of("<p>{}</p>", words.say("questions.what")),
                table(view).html(view),
                Html.when(
                        view.viewer().isOneOf(AuditPage.CHECKING),
                        () -> Html.of(
                                "<h2>{}</h2>{}",
                                words.say("questions.ask"),
                                view.form(
                                        PATH,
                                        Html.all(
                                                inputs.area("question", words.say("questions.field.question"), ""),
                                                inputs.day(
                                                        "due",
                                                        words.say("questions.field.due"),
                                                        today.plusDays(DAYS_USUAL)
                                                                .toString()),
                                                Html.of(
                                                        "<div class=\"acts\"><button>{}</button></div>",
                                                        words.say("questions.send")))))));
    }

    private Table table(View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Table.Cell>>();
        for (Questions.Question each : questions) {
            String text = each.text().orElse(words.say("questions.erased"));
            rows.add(List.of(
                    new Table.Cell(
                            Html.of("<a href=\"{}\">{}</a>", view.href(QuestionPage.path(each.id())), shortened(text)),
                            text),
                    new Table.Cell(view.time(each.asked()), each.asked().toString()),
                    new Table.Cell(view.day(each.dueBy()), each.dueBy().toString()),
                    new Table.Cell(QuestionPage.chip(each, today, words), QuestionPage.state(each, today))));
        }
        return new Table(
                "questions",
                words.say("questions.title"),
                List.of(
                        Table.Column.of("question", words.say("questions.question")),
                        Table.Column.of("asked", words.say("questions.asked")),
                        Table.Column.of("due", words.say("questions.due")),
                        Table.Column.of("state", words.say("questions.state"))),
                rows,
                Html.of("<p>{}</p>", words.say("questions.never")));
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 120
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 120)) + "…";
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(table(view));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("questions", questions.stream().map(QuestionsPage::data).toList());
    }

    static Map<String, Object> data(Questions.Question question) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", question.id());
        data.put("asked", question.asked());
        data.put("text", question.text());
        data.put("dueBy", question.dueBy());
        question.answer().ifPresent(answer -> {
            data.put("answered", answer.at());
            data.put("answer", answer.text());
            data.put("document", answer.document());
        });
        return data;
    }
}
