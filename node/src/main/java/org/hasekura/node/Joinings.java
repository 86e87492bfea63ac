package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import org.hasekura.partnership.Ledger;
import org.hasekura.partnership.LedgerJson;
import org.hasekura.portal.Joining;
import org.hasekura.portal.Joining.Step;

/**
 * Joins the registers of other secretariats to this node's own, over the exchange: one at a time from each, when a person asks, and
 * then by appointment if that is set. What came of the last time is kept beside the register.
 */
final class Joinings {

    private static final System.Logger LOG = System.getLogger(Joinings.class.getName());
    private static final String FILE = "joined.json";
    private static final int BYTES_MAX = 1 << 20;
    static final int PEERS_MAX = 64;

    /** Whose node this is, and which DIDs it knows. */
    record Own(String did, Admission admission) {}

    private final Own self;
    private final RegisterInUse register;
    private final RegisterPull pull;
    private final RegisterJoin join;
    private final VirtualScheduler scheduler;
    private final Clock clock;

    // Guarded by this. What is kept is read when somebody asks for it: a node that nobody asks starts as fast as
    // before.
    private final Map<String, CompletableFuture<Joining>> running = new TreeMap<>();
    private final Map<String, Joining> known = new TreeMap<>();
    private boolean isRead;

    Joinings(
            Own self,
            RegisterInUse register,
            RegisterPull pull,
            RegisterJoin join,
            VirtualScheduler scheduler,
            Clock clock) {
        this.self = self;
        this.register = register;
        this.pull = pull;
        this.join = join;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    synchronized List<Joining> all() {
        return List.copyOf(known().values());
    }

    private Map<String, Joining> known() {
        Path file = register.folder().resolve(FILE);
        if (!isRead && Files.exists(file)) {
            try {
                JoiningsJson.read(FileInput.bytes(file, BYTES_MAX))
                        .forEach(each -> known.putIfAbsent(each.peer(), each));
            } catch (CommandFailed damaged) {
                LOG.log(System.Logger.Level.WARNING, "is not read: {0}", damaged.getMessage());
            }
        }
        isRead = true;
        return known;
    }

    /**
     * Begins, unless it is being done.
     *
     * @param did of the other secretariat's node
     * @throws CommandFailed when there is no such DID, or this node has no register of its own
     */
    Joining begin(String did) throws CommandFailed {
        return switch (Did.parse(did, self.admission())) {
            case Did.Parse.Malformed(String words) -> throw new CommandFailed(words);
            case Did.Parse.Parsed(Did peer) -> begin(peer);
        };
    }

    private synchronized Joining begin(Did peer) throws CommandFailed {
        if (peer.text().equals(self.did())) {
            throw new CommandFailed("`" + peer + "` is this node itself");
        }
        if (!register.isOwn()) {
            throw new CommandFailed("this node keeps no register of its own yet; begin one first");
        }
        Joining before = Optional.ofNullable(known().get(peer.text()))
                .orElseGet(() -> new Joining(peer.text(), Optional.empty(), Optional.empty()));
        if (before.now().isPresent()) {
            return before;
        }
        if (known.size() >= PEERS_MAX && !known.containsKey(peer.text())) {
            throw new CommandFailed("this register is joined with " + PEERS_MAX + " others already");
        }
        Joining begun = before.at(Step.ASKING);
        known.put(peer.text(), begun);
        running.put(peer.text(), new CompletableFuture<>());
        scheduler.run(() -> {
            Joining.Outcome outcome = failed("something went wrong within this node; its log says what");
            try {
                outcome = outcome(peer);
            } finally {
                over(peer, outcome);
            }
        });
        return begun;
    }

    /** As it stands when it is over, or after so long. */
    Optional<Joining> await(String peer, Duration atMost) throws InterruptedException {
        Optional<CompletableFuture<Joining>> job;
        synchronized (this) {
            job = Optional.ofNullable(running.get(peer));
        }
        if (job.isPresent()) {
            try {
                return Optional.of(job.get().get(atMost.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException | ExecutionException _) {
                // It goes on, and is told as it stands.
            }
        }
        synchronized (this) {
            return Optional.ofNullable(known().get(peer));
        }
    }

    /** All again that were joined before. */
    void again() {
        for (Joining each : all()) {
            try {
                begin(each.peer());
            } catch (CommandFailed e) {
                LOG.log(System.Logger.Level.INFO, "{0} is not joined: {1}", each.peer(), e.getMessage());
            }
        }
    }

    private Joining.Outcome outcome(Did peer) {
        try {
            Path file = pull.pull(peer, step -> at(peer, step));
            at(peer, Step.JOINING);
            Ledger.Taken taken = join.take(FileInput.bytes(file, LedgerJson.BYTES_MAX), "what `" + peer + "` sent");
            return join.told(taken, now());
        } catch (CommandFailed e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return failed("this node was stopped meanwhile; the next time takes it up");
        }
    }

    private Joining.Outcome failed(String why) {
        return new Joining.Outcome.Failed(now(), why);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private synchronized void at(Did peer, Step step) {
        known.computeIfPresent(peer.text(), (_, each) -> each.at(step));
    }

    private void over(Did peer, Joining.Outcome outcome) {
        CompletableFuture<Joining> job;
        Joining over;
        synchronized (this) {
            over = Optional.ofNullable(known.get(peer.text())).orElseThrow().over(outcome);
            known.put(peer.text(), over);
            job = Optional.ofNullable(running.remove(peer.text())).orElseThrow();
            keep();
        }
        job.complete(over);
    }

    /** What came of it is for people to read: when it cannot be kept, the next time tells anew. */
    private void keep() {
        Path file = register.folder().resolve(FILE);
        Path next = register.folder().resolve(FILE + ".next");
        try {
            Files.write(
                    next,
                    JoiningsJson.write(known.values()).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "`{0}` cannot be written: {1}", file, e.getMessage());
        }
    }
}
