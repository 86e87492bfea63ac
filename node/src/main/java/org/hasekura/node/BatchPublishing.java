package org.hasekura.node;

import java.nio.charset.StandardCharsets;
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
import org.hasekura.exchange.Description;
import org.hasekura.exchange.StoreFailed;

/** Puts many datasets on offer at once. */
final class BatchPublishing {

    /** Of one batch. */
    static final int LINES_MAX = 5_000;

    /** So many wait for the disk together and share its syncs. */
    private static final int AT_ONCE = 64;

    /** How one of them is put on offer. */
    interface One {
        Response publish(Description description) throws StoreFailed;
    }

    private final One one;

    BatchPublishing(One one) {
        this.one = one;
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
        Description description;
        try {
            description = DatasetFormJson.read(line.text().getBytes(StandardCharsets.UTF_8));
        } catch (ManagementJson.BadInput bad) {
            return () -> refused(line, Optional.empty(), Response.refused(bad));
        }
        Optional<String> id = Optional.of(description.id());
        Optional<Long> before = Optional.ofNullable(seen.putIfAbsent(description.id(), line.number()));
        if (before.isPresent()) {
            var twice = Response.refused(
                    409, "dataset `" + description.id() + "` stands on line " + before.get() + " already");
            return () -> refused(line, id, twice);
        }
        return () -> {
            places.acquire();
            try {
                return refused(line, id, one.publish(description));
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
}
