package org.hasekura.exchange;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * Reads the catalogs of peers, each by appointment: all pages, those that have not changed by their tags alone. What has
 * left a catalog is not listed any more once it was read whole; a peer that is silent keeps what was listed of it, with
 * its age, and is asked again after a wait that grows. Appointments are kept, so that a restart does not ask everybody at
 * once, and are shifted by chance, so that nodes do not ask at the same time for ever.
 */
public final class Crawler {

    private static final System.Logger LOG = System.getLogger(Crawler.class.getName());

    /**
     * How often and how much.
     *
     * @param every between two readings of one catalog
     * @param datasetsMax of one peer; more are left out
     */
    public record Plan(Duration every, int datasetsMax) {}

    private static final int PAGES_MAX = 25_000;
    private static final int AT_ONCE = 2;
    private static final int ID_MAX = 256;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final Duration BUSY_WAIT = Duration.ofSeconds(2);
    /** So long whoever asks waits for a reading that is under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Appointments move by up to this part of the wait. */
    private static final double SHIFT = 0.2;

    private final CatalogSource source;
    private final PeerCatalogs catalogs;
    private final Plan plan;
    private final Scheduler scheduler;
    private final Clock clock;
    private final RandomGenerator random;

    // Guarded by this: peers whose catalogs are being read.
    private final Map<String, CompletableFuture<Void>> reading = new HashMap<>();

    public Crawler(
            CatalogSource source,
            PeerCatalogs catalogs,
            Plan plan,
            Scheduler scheduler,
            Clock clock,
            RandomGenerator random) {
        this.source = source;
        this.catalogs = catalogs;
        this.plan = plan;
        this.scheduler = scheduler;
        this.clock = clock;
        this.random = random;
    }

    /** After a start: makes every appointment again. */
    public void start() throws StoreFailed {
        catalogs.all().forEach(this::appoint);
    }

    /** From now on reads this peer's catalog, at once for the first time; nothing changes if it does already. */
    public void add(String peer) throws StoreFailed {
        if (catalogs.find(peer).isEmpty()) {
            catalogs.put(PeerCatalog.added(peer, clock.instant()));
            scheduler.run(() -> meet(peer));
        }
    }

    /** Reads this peer's catalog no more, and lists nothing of it; false where it did not. */
    public boolean remove(String peer) throws StoreFailed {
        boolean isKnown = catalogs.find(peer).isPresent();
        catalogs.remove(peer);
        return isKnown;
    }

    /**
     * Reads the catalog now, in the caller, whatever was appointed; one that is being read already is waited for, for a while.
     * Empty where it is not among those that are read.
     */
    public Optional<PeerCatalog> refresh(String peer) throws StoreFailed {
        Optional<PeerCatalog> catalog = catalogs.find(peer);
        if (catalog.isPresent() && begin(peer)) {
            readAndEnd(catalog.get());
        } else if (catalog.isPresent()) {
            awaitEnd(peer);
        }
        return catalogs.find(peer);
    }

    /** Whoever adds a peer and has it read at once meets the first reading under way. */
    private void awaitEnd(String peer) {
        Optional<CompletableFuture<Void>> underWay;
        synchronized (this) {
            underWay = Optional.ofNullable(reading.get(peer));
        }
        if (underWay.isEmpty()) {
            return;
        }
        try {
            underWay.get().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            LOG.log(System.Logger.Level.DEBUG, "the catalog of {0} is still being read", peer);
        } catch (ExecutionException never) {
            throw new IllegalStateException("the end of a reading has no failure of its own", never);
        }
    }

    private void appoint(PeerCatalog catalog) {
        Duration wait = Duration.between(clock.instant(), catalog.due());
        // Never early: what is not due yet is passed over.
        Duration rounded = wait.isNegative() ? Duration.ZERO : wait.plusMillis(1);
        scheduler.runAfter(rounded, () -> meet(catalog.peer()));
    }

    /** Keeps an appointment; one that was moved, or whose peer was removed, is passed over. */
    private void meet(String peer) {
        try {
            Optional<PeerCatalog> catalog = catalogs.find(peer);
            if (catalog.isEmpty() || catalog.get().due().isAfter(clock.instant())) {
                return;
            }
            if (begin(peer)) {
                readAndEnd(catalog.get());
            } else {
                scheduler.runAfter(shifted(BUSY_WAIT), () -> meet(peer));
            }
        } catch (StoreFailed failed) {
            LOG.log(System.Logger.Level.DEBUG, "the store has failed", failed);
        }
    }

    private synchronized boolean begin(String peer) {
        return reading.size() < AT_ONCE && reading.putIfAbsent(peer, new CompletableFuture<>()) == null;
    }

    private synchronized void end(String peer) {
        Optional.ofNullable(reading.remove(peer)).ifPresent(ended -> ended.complete(null));
    }

    private void readAndEnd(PeerCatalog catalog) throws StoreFailed {
        try {
            PeerCatalog after = read(catalog);
            if (catalogs.find(catalog.peer()).isPresent()) {
                catalogs.put(after);
                appoint(after);
            } else {
                // It was removed while it was read.
                catalogs.remove(catalog.peer());
            }
        } finally {
            end(catalog.peer());
        }
    }

    private PeerCatalog read(PeerCatalog catalog) throws StoreFailed {
        Instant start = clock.instant();
        try {
            Tally tally = pages(catalog.peer(), start);
            long listed = catalogs.sweep(catalog.peer(), start, tally.pages);
            return catalog.read(start, start.plus(shifted(plan.every())), listed, tally.problem());
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException away) {
            int doublings = Math.min(catalog.failures(), 20);
            Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
            Instant next = clock.instant().plus(shifted(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
            LOG.log(
                    System.Logger.Level.INFO,
                    "the catalog of {0} was not read: {1}",
                    catalog.peer(),
                    away.getMessage());
            return catalog.failed(next, String.valueOf(away.getMessage()));
        }
    }

    /** What was met on the way. */
    private static final class Tally {
        private long pages;
        private long datasets;
        private long unread;
        private boolean isCut;

        Optional<String> problem() {
            if (isCut) {
                return Optional.of("only the first " + datasets + " datasets are listed: the catalog is longer than"
                        + " is read (`catalog.peer-datasets`)");
            }
            return unread > 0 ? Optional.of(unread + " datasets could not be read") : Optional.empty();
        }
    }

    private Tally pages(String peer, Instant start) throws IOException {
        Tally tally = new Tally();
        Set<URI> visited = new HashSet<>();
        Optional<URI> next = Optional.of(source.first(peer));
        while (next.isPresent()) {
            URI address = next.get();
            if (!visited.add(address)) {
                throw new IOException("its pages go round: `" + address + "` comes after itself");
            }
            tally.pages++;
            next = page(peer, address, start, tally);
            tally.isCut = next.isPresent() && (tally.datasets >= plan.datasetsMax() || tally.pages >= PAGES_MAX);
            if (tally.isCut) {
                return tally;
            }
        }
        return tally;
    }

    private Optional<URI> page(String peer, URI address, Instant start, Tally tally) throws IOException {
        Optional<PeerCatalog.Page> before =
                catalogs.page(peer, tally.pages).filter(page -> page.address().equals(address));
        Optional<String> tag = before.flatMap(PeerCatalog.Page::tag);
        return switch (source.page(peer, address, tag)) {
            case CatalogSource.Answer.Unchanged _
            when tag.isPresent() -> {
                tally.datasets += catalogs.unchanged(peer, tally.pages, start);
                yield before.flatMap(PeerCatalog.Page::next);
            }
            case CatalogSource.Answer.Unchanged _ ->
                throw new IOException("it answers that a page has not changed that it was not asked about");
            case CatalogSource.Answer.Page(CatalogView view, Optional<String> newTag, Optional<URI> next) -> {
                List<DatasetView> fitting = view.datasets().stream()
                        .filter(dataset -> dataset.id().length() <= ID_MAX)
                        .limit(plan.datasetsMax() - tally.datasets)
                        .toList();
                var page = new PeerCatalog.Page(tally.pages, address, newTag, next);
                long kept = catalogs.keep(peer, page, fitting, start);
                tally.datasets += kept;
                tally.unread += view.unread().size() + view.datasets().size() - kept;
                yield next;
            }
        };
    }

    private Duration shifted(Duration wait) {
        double factor = 1 + SHIFT * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
