package org.hasekura.node;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.portal.NamedFile;
import org.hasekura.portal.Questions;

/** Questions of regulators, for this node's own people: asked, answered, and what is open. */
final class QuestionRoutes {

    private static final String PATH = "/api/questions";
    private static final int BODY_BYTES_MAX = 64 * 1024;

    private final Questions questions;
    private final Clock clock;

    QuestionRoutes(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, _ -> Response.json(200, QuestionApiJson.write(questions.all(), today())))
                        .described(of("listQuestions", "What regulators have asked, newest first, with the answers")
                                .answering(200, "QuestionList", "all of them")),
                OwnRoute.post(
                        PATH,
                        BODY_BYTES_MAX,
                        this::ask,
                        of("askQuestion", "Asks something, with the last day for an answer")
                                .taking("QuestionForm")
                                .answering(201, "Question", "asked; it waits for an answer, and is evidence")
                                .once()),
                Route.get(PATH + "/{id}", request -> shown(200, questions.find(request.parameter("id")), request))
                        .described(of("readQuestion", "One question, with its answer")
                                .answering(200, "Question", "as it stands")),
                OwnRoute.post(
                        PATH + "/{id}/answer",
                        QuestionApiJson.BODY_BYTES_MAX,
                        this::answer,
                        of("answerQuestion", "Answers a question that has no answer yet")
                                .taking("AnswerForm")
                                .answering(200, "Question", "answered, and that is evidence")),
                Route.get(PATH + "/{id}/document", this::document)
                        .described(of("readAnswerDocument", "The document that came with an answer")
                                .answering(new Operation.Answer(
                                        200, "as it was given", Optional.empty(), "application/octet-stream"))));
    }

    private static Operation of(String id, String summary) {
        return Operation.of("questions", id, summary);
    }

    /** As rulings count days. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    private Response ask(Request request) throws ManagementJson.BadInput, StoreFailed {
        QuestionApiJson.Asking asking = QuestionApiJson.asking(request.body(), today());
        return unlessBusy(() -> Response.json(
                201, QuestionApiJson.write(questions.ask(asking.text(), asking.dueBy(), asking.role()), today())));
    }

    private Response answer(Request request) throws ManagementJson.BadInput, StoreFailed {
        String id = request.parameter("id");
        QuestionApiJson.Answering answering = QuestionApiJson.answering(request.body());
        if (questions.find(id).flatMap(Questions.Question::answer).isPresent()) {
            return Response.refused(409, "question `" + id + "` has its answer already; ask a new one");
        }
        return unlessBusy(() ->
                shown(200, questions.answer(id, answering.text(), answering.document(), answering.role()), request));
    }

    private interface Committing {
        Response commit() throws IOException;
    }

    private static Response unlessBusy(Committing committing) throws StoreFailed {
        try {
            return committing.commit();
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException busy) {
            return ActRoutes.busy(String.valueOf(busy.getMessage()));
        }
    }

    private Response shown(int status, Optional<Questions.Question> question, Request request) {
        return question.<Response>map(each -> Response.json(status, QuestionApiJson.write(each, today())))
                .orElseGet(() -> Response.refused(404, "there is no question `" + request.parameter("id") + "`"));
    }

    private Response document(Request request) throws StoreFailed {
        Optional<NamedFile> found = questions.document(request.parameter("id"));
        return found.isPresent()
                ? new Response.Whole(
                        200, "application/octet-stream", found.get().bytes(), Map.of())
                : Response.refused(404, "the answer to `" + request.parameter("id") + "` has no document");
    }
}
