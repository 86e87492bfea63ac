package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.hasekura.delivery.Contents;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.DataFacts;
import org.hasekura.policy.Finding;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Policy;

/** Puts datasets on offer, as this node's own people describe them: one, or many at once. */
final class Publishing {

    /** Of one batch. */
    static final int LINES_MAX = 5_000;

    private static final long CONTENT_BYTES_MAX = 1L << 40;
    /** So many wait for the disk together and share its syncs. */
    private static final int AT_ONCE = 64;

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Clock clock;
    private final AnswersJson answers;

    Publishing(Exchange exchange, ExchangeStore store, Clock clock, AnswersJson answers) {
        this.exchange = exchange;
        this.store = store;
        this.clock = clock;
        this.answers = answers;
    }

    /** @param wanted the versions one of which it must replace; absent: any */
    Response publish(DatasetFormJson.Form form, Optional<List<String>> wanted) throws StoreFailed {
        List<Problem.Field> faults = faults(form);
        if (!faults.isEmpty()) {
            String words = faults.stream().map(Problem.Field::detail).collect(Collectors.joining("; "));
            return Response.refused(new ManagementJson.BadInput(words, faults));
        }
        Dataset.Content content;
        try {
            content = content(form);
        } catch (IOException | InvalidPathException e) {
            return Response.refused(new ManagementJson.BadInput(
                    "/file", "the file `" + form.file() + "` cannot be read: " + e.getMessage()));
        }
        long before = store.dataset(form.id()).map(Dataset::version).orElse(0L);
        if (wanted.isPresent() && !wanted.get().contains(EntityTags.of(before))) {
            return EntityTags.changed(wanted.get(), EntityTags.of(before));
        }
        Dataset dataset = dataset(form, content, before + 1);
        return switch (exchange.offerings().publish(dataset)) {
            case Committed.Done _ -> answers.of(dataset);
            case Committed.Conflict _, Committed.TokenReused _ ->
                Response.refused(409, "somebody else has just changed dataset `" + form.id() + "`; look again");
            case Committed.Busy _ ->
                Response.refused(503, "too much at once; ask again a little later")
                        .with("Retry-After", "1");
        };
    }

    private Dataset dataset(DatasetFormJson.Form form, Dataset.Content content, long version) {
        return new Dataset(
                form.id(),
                form.titles(),
                form.descriptions(),
                form.keywords(),
                form.themes(),
                form.countries(),
                form.licence(),
                form.facts(),
                form.offers(),
                form.answering(),
                content,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                version);
    }

    /** Each line by itself: one that is refused stops no other. */
    BatchJson.Total publishAll(List<BatchJson.Line> lines) throws StoreFailed {
        Map<String, Long> seen = new HashMap<>();
        List<Future<Optional<BatchJson.Refused>>> doing = new ArrayList<>();
        var places = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (BatchJson.Line line : lines) {
                doing.add(threads.submit(publishing(line, seen, places)));
            }
            List<BatchJson.Refused> refused = new ArrayList<>();
            for (Future<Optional<BatchJson.Refused>> each : doing) {
                result(each).ifPresent(refused::add);
            }
            return new BatchJson.Total(lines.size() - refused.size(), refused);
        }
    }

    /** @param seen the ids of the batch so far, with their lines */
    private Callable<Optional<BatchJson.Refused>> publishing(
            BatchJson.Line line, Map<String, Long> seen, Semaphore places) {
        DatasetFormJson.Form form;
        try {
            form = DatasetFormJson.read(line.text().getBytes(StandardCharsets.UTF_8));
        } catch (ManagementJson.BadInput bad) {
            return () -> refused(line, Optional.empty(), Response.refused(bad));
        }
        Optional<String> id = Optional.of(form.id());
        Optional<Long> before = Optional.ofNullable(seen.putIfAbsent(form.id(), line.number()));
        if (before.isPresent()) {
            var twice =
                    Response.refused(409, "dataset `" + form.id() + "` stands on line " + before.get() + " already");
            return () -> refused(line, id, twice);
        }
        return () -> {
            places.acquire();
            try {
                return refused(line, id, publish(form, Optional.empty()));
            } finally {
                places.release();
            }
        };
    }

    private static Optional<BatchJson.Refused> refused(BatchJson.Line line, Optional<String> id, Response response) {
        return response instanceof Response.Refused(Problem problem, var _)
                ? Optional.of(new BatchJson.Refused(line.number(), id, problem.status(), problem.detail()))
                : Optional.empty();
    }

    private static Optional<BatchJson.Refused> result(Future<Optional<BatchJson.Refused>> doing) throws StoreFailed {
        try {
            return doing.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreFailed failed) {
                throw failed;
            }
            throw new IllegalStateException("a line of a batch was not published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was published", e);
        }
    }

    /** What the law or the policy would not understand later is refused now. */
    private static List<Problem.Field> faults(DatasetFormJson.Form form) {
        var faults = new ArrayList<Problem.Field>();
        switch (DataFacts.parse(form.facts())) {
            case DataFacts.Described _ -> {}
            case DataFacts.Incomplete(var missing) ->
                missing.forEach(question -> faults.add(new Problem.Field("/facts", "`facts`: " + question.textEn())));
            case DataFacts.Wrong(var errors) ->
                errors.forEach(error -> faults.add(new Problem.Field("/facts", "`facts`: " + error)));
        }
        for (int at = 0; at < form.offers().size(); at++) {
            Offer offer = form.offers().get(at);
            for (Finding what : Policy.of(offer.terms()).faults()) {
                faults.add(new Problem.Field("/offers/" + at, "offer `" + offer.id() + "`: " + what.sentence()));
            }
        }
        return faults;
    }

    private static Dataset.Content content(DatasetFormJson.Form form) throws IOException {
        Path file = Path.of(form.file()).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            Contents.Described described = Contents.describe(in, CONTENT_BYTES_MAX)
                    .orElseThrow(() -> new IOException("it is longer than " + CONTENT_BYTES_MAX + " bytes"));
            return new Dataset.Content(
                    file.toString(),
                    form.mediaType(),
                    file.getFileName().toString(),
                    described.bytes(),
                    described.sha256());
        }
    }
}
