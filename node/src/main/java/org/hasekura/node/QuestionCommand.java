package org.hasekura.node;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hasekura.portal.Questions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura question}: what regulators ask a running node's organisation, and what it answers. */
@Command(
        name = "question",
        description = "What regulators ask, until when an answer is due, and the answers.",
        mixinStandardHelpOptions = true)
final class QuestionCommand {

    private static final String PATH = "/api/questions";
    private static final List<String> COLUMNS = List.of("id", "state", "dueBy", "text", "answer");

    @Command(
            name = "list",
            description = "Lists every question with its answer, newest first.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin NodeOptions node,
            @Option(
                            names = "--lang",
                            paramLabel = "en|ja",
                            defaultValue = "en",
                            description = "the language of the answer")
                    Language language)
            throws CommandFailed {
        byte[] answer = node.client().get(PATH);
        return node.wantsJson() ? node.show(answer, COLUMNS) : node.say(QuestionApiJson.words(answer, language));
    }

    @Command(
            name = "ask",
            description = "Asks something. It waits on the work page of whoever answers, and is evidence.",
            mixinStandardHelpOptions = true)
    int ask(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "TEXT", description = "what is to be known, in at most 4,000 characters")
                    String text,
            @Option(
                            names = "--due",
                            paramLabel = "DAY",
                            required = true,
                            description = "the last day for an answer (UTC)")
                    String due,
            @Option(
                            names = "--role",
                            defaultValue = QuestionApiJson.ASKING,
                            description = "who asks, for the evidence; never a name: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        String body = new RequestJson()
                .with("text", text)
                .with("dueBy", due)
                .with("role", role)
                .write();
        return node.show(node.client().post(PATH, body), COLUMNS);
    }

    @Command(
            name = "answer",
            description = "Answers a question, once. Text and document are kept apart from the evidence.",
            mixinStandardHelpOptions = true)
    int answer(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "ID", description = "as `question list` shows it") String id,
            @Parameters(paramLabel = "TEXT", description = "the answer, in at most 4,000 characters") String text,
            @Option(
                            names = "--document",
                            paramLabel = "FILE",
                            description = "a document that goes with it; at most 4 MiB")
                    Optional<Path> document,
            @Option(
                            names = "--role",
                            defaultValue = QuestionApiJson.ANSWERING,
                            description = "who answers, for the evidence; never a name: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        RequestJson body = new RequestJson().with("text", text).with("role", role);
        if (document.isPresent()) {
            byte[] bytes = FileInput.bytes(document.get(), Questions.DOCUMENT_BYTES_MAX);
            String file = new RequestJson()
                    .with("name", String.valueOf(document.get().getFileName()))
                    .with("base64", Base64.getEncoder().encodeToString(bytes))
                    .write();
            body.withJson("document", "the document", file);
        }
        return node.show(node.client().post(ApiPath.of(PATH, id, "/answer"), body.write()), COLUMNS);
    }

    @Command(
            name = "document",
            description = "Writes the document that came with an answer to a file.",
            mixinStandardHelpOptions = true)
    int document(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "where to write it") Path file)
            throws CommandFailed {
        return node.save(node.client().get(ApiPath.of(PATH, id, "/document")), file);
    }
}
