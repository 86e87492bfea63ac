package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.portal.NamedFile;
import org.hasekura.portal.Questions;
import org.hasekura.store.BodyStore;

/** Questions of regulators and their answers. What was said lies under its salted hash, by which the evidence names it. */
final class QuestionDesk implements Questions {

    private static final String SHELF = "questions";
    private static final int KEPT_MAX = 1_000;
    private static final int SALT_BYTES = 16;

    private final Means means;
    private final Shelf shelf;
    private final BodyStore bodies;

    QuestionDesk(Means means) {
        this.means = means;
        this.shelf = Shelf.of(means.store().settings());
        this.bodies = means.store().bodies();
    }

    /**
     * A question as it is kept.
     *
     * @param text by which hash what was asked lies
     */
    record Kept(String id, Instant asked, String role, LocalDate dueBy, Hash text, Optional<KeptAnswer> answer) {}

    /**
     * An answer as it is kept.
     *
     * @param name of the document
     */
    record KeptAnswer(Instant at, String role, Hash text, Optional<Hash> document, Optional<String> name) {}

    private List<Kept> kept() throws StoreFailed {
        Optional<byte[]> list = shelf.get(SHELF);
        return list.isPresent() ? QuestionsJson.read(list.get()) : List.of();
    }

    @Override
    public List<Question> all() throws StoreFailed {
        var all = new ArrayList<Question>();
        for (Kept each : kept().reversed()) {
            all.add(shown(each));
        }
        return all;
    }

    /** Hashes of the questions that have no answer yet, in lower-case hex. */
    Set<String> waiting() throws StoreFailed {
        return kept().stream()
                .filter(each -> each.answer().isEmpty())
                .map(each -> each.text().hex())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Question> find(String id) throws StoreFailed {
        Optional<Kept> found = kept(id);
        return found.isPresent() ? Optional.of(shown(found.get())) : Optional.empty();
    }

    private Optional<Kept> kept(String id) throws StoreFailed {
        return kept().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Question shown(Kept kept) throws StoreFailed {
        Optional<Answer> answer = Optional.empty();
        if (kept.answer().isPresent()) {
            KeptAnswer of = kept.answer().get();
            answer = Optional.of(new Answer(of.at(), of.role(), text(of.text()), of.name()));
        }
        return new Question(kept.id(), kept.asked(), kept.role(), text(kept.text()), kept.dueBy(), answer);
    }

    private Optional<String> text(Hash hash) throws StoreFailed {
        return bodies.find(hash).map(body -> new String(body.bytes(), StandardCharsets.UTF_8));
    }

    @Override
    public synchronized Question ask(String text, LocalDate dueBy, String role) throws IOException {
        var all = new ArrayList<>(kept());
        if (all.size() >= KEPT_MAX) {
            throw new IOException("there are " + KEPT_MAX + " questions; none can be added");
        }
        Hash hash = keep(text.getBytes(StandardCharsets.UTF_8));
        var question = new Kept(means.ids().next(), now(), role, dueBy, hash, Optional.empty());
        Recorded.in(
                means.exchangeStore(),
                new Entry.QuestionAsked(means.did(), question.asked(), question.id(), role, dueBy, hash));
        all.add(question);
        shelf.put(SHELF, QuestionsJson.write(all));
        return shown(question);
    }

    @Override
    public synchronized Optional<Question> answer(String id, String text, Optional<NamedFile> document, String role)
            throws IOException {
        var all = new ArrayList<>(kept());
        int at = all.stream().map(Kept::id).toList().indexOf(id);
        if (at < 0 || all.get(at).answer().isPresent()) {
            return Optional.empty();
        }
        Hash hash = keep(text.getBytes(StandardCharsets.UTF_8));
        Optional<Hash> file =
                document.isPresent() ? Optional.of(keep(document.get().bytes())) : Optional.empty();
        var answer = new KeptAnswer(now(), role, hash, file, document.map(NamedFile::name));
        Recorded.in(means.exchangeStore(), new Entry.QuestionAnswered(means.did(), answer.at(), id, role, hash, file));
        Kept question = all.get(at);
        var answered = new Kept(
                question.id(),
                question.asked(),
                question.role(),
                question.dueBy(),
                question.text(),
                Optional.of(answer));
        all.set(at, answered);
        shelf.put(SHELF, QuestionsJson.write(all));
        return Optional.of(shown(answered));
    }

    private Hash keep(byte[] bytes) throws StoreFailed {
        byte[] salt = new byte[SALT_BYTES];
        means.random().nextBytes(salt);
        var body = BodyStore.Body.salted(salt, bytes, now());
        bodies.keep(body);
        return body.hash();
    }

    @Override
    public Optional<NamedFile> document(String id) throws StoreFailed {
        Optional<KeptAnswer> answer = kept(id).flatMap(Kept::answer);
        Optional<Hash> hash = answer.flatMap(KeptAnswer::document);
        return hash.isEmpty()
                ? Optional.empty()
                : bodies.find(hash.get())
                        .map(body -> new NamedFile(
                                answer.flatMap(KeptAnswer::name).orElse("document"),
                                "application/octet-stream",
                                body.bytes()));
    }

    private Instant now() {
        return means.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
