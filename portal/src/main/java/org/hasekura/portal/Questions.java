package org.hasekura.portal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/**
 * What a regulator asks of this organisation, and what its people answer. Both are evidence, durable when a method returns; what was
 * said is kept apart, under a salted hash, and can be erased.
 */
public interface Questions {

    int TEXT_MAX = 4_000;
    int DOCUMENT_BYTES_MAX = 4 << 20;

    /** The newest first. */
    List<Question> all() throws StoreFailed;

    Optional<Question> find(String id) throws StoreFailed;

    /**
     * Asks something.
     *
     * @param dueBy the last day for an answer
     * @param role in which somebody asks, for the evidence
     * @throws IOException when there is too much at once or too many questions are kept; nothing was asked
     */
    Question ask(String text, LocalDate dueBy, String role) throws IOException;

    /**
     * Answers a question that has no answer yet.
     *
     * @param role in which somebody answers, for the evidence
     * @return the question with its answer; empty when there is none that waits
     * @throws IOException when there is too much at once; nothing was answered
     */
    Optional<Question> answer(String id, String text, Optional<NamedFile> document, String role) throws IOException;

    /** The document of an answer; empty when it has none, or it was erased. */
    Optional<NamedFile> document(String id) throws StoreFailed;

    /**
     * A question.
     *
     * @param text absent once it was erased
     */
    record Question(
            String id, Instant asked, String role, Optional<String> text, LocalDate dueBy, Optional<Answer> answer) {

        /** Whether its day has passed without an answer. */
        boolean isLate(LocalDate today) {
            return answer.isEmpty() && today.isAfter(dueBy);
        }
    }

    /**
     * An answer.
     *
     * @param text absent once it was erased
     * @param document the name of the file that came with it
     */
    record Answer(Instant at, String role, Optional<String> text, Optional<String> document) {}
}
