package org.hasekura.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions in memory. */
final class FakeQuestions implements Questions {

    final List<Question> questions = new ArrayList<>();
    final Map<String, NamedFile> documents = new HashMap<>();
    boolean isFull;

    @Override
    public List<Question> all() {
        return questions.reversed();
    }

    @Override
    public Optional<Question> find(String id) {
        return questions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public Question ask(String text, LocalDate dueBy, String role) throws IOException {
        if (isFull) {
            throw new IOException("there are 1000 questions; none can be added");
        }
        var question = new Question(
                "q" + (questions.size() + 1), TestPortal.NOW, role, Optional.of(text), dueBy, Optional.empty());
        questions.add(question);
        return question;
    }

    @Override
    public Optional<Question> answer(String id, String text, Optional<NamedFile> document, String role) {
        Optional<Question> found = find(id).filter(each -> each.answer().isEmpty());
        found.ifPresent(each -> {
            document.ifPresent(file -> documents.put(id, file));
            var answer = new Answer(TestPortal.NOW, role, Optional.of(text), document.map(NamedFile::name));
            questions.set(
                    questions.indexOf(each),
                    new Question(each.id(), each.asked(), each.role(), each.text(), each.dueBy(), Optional.of(answer)));
        });
        return found.isPresent() ? find(id) : Optional.empty();
    }

    @Override
    public Optional<NamedFile> document(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    /** What a document says, where it is text. */
    String documentText(String id) {
        return document(id)
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .orElse("");
    }
}
