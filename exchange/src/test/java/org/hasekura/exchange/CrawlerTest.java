package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.hasekura.exchange.testing.FakeListings;
import org.hasekura.exchange.testing.FakePeerCatalogs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Catalogs of peers")
class CrawlerTest {

    private static final String PEER = "did:web:other.example";
    private static final Duration EVERY = Duration.ofHours(6);

    private record Task(Instant at, long order, Runnable run) {}

    /** Time that passes from task to task, on one thread. */
    private static final class Hours implements Scheduler {
        private final PriorityQueue<Task> tasks =
                new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::order));
        private Instant now = Instant.parse("2026-11-21T12:00:00Z");
        private long order;

        @Override
        public void run(Runnable task) {
            runAfter(Duration.ZERO, task);
        }

        @Override
        public void runAfter(Duration delay, Runnable task) {
            tasks.add(new Task(now.plus(delay), order++, task));
        }

        void pass(Duration time) {
            Instant end = now.plus(time);
            while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
                Task task = tasks.remove();
                now = task.at();
                task.run().run();
            }
            now = end;
        }
    }

    /** A peer with pages that a test changes, and that can be silent. */
    private static final class Pages implements CatalogSource {
        private final TreeMap<Integer, List<DatasetView>> pages = new TreeMap<>();
        private final List<String> asked = new ArrayList<>();
        private boolean isSilent;
        private boolean goesRound;
        private final CountDownLatch met = new CountDownLatch(1);
        private CountDownLatch hold = new CountDownLatch(0);

        void put(int page, String... ids) {
            pages.put(page, List.of(ids).stream().map(Pages::view).toList());
        }

        private static DatasetView view(String id) {
            return new DatasetView(
                    id,
                    Map.of("en", "title of " + id),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(Pair.OPEN),
                    List.of(),
                    List.of());
        }

        @Override
        public URI first(String peer) throws IOException {
            if (isSilent) {
                throw new IOException("no machine answers");
            }
            return URI.create("https://other.example/1");
        }

        @Override
        public Answer page(String peer, URI address, Optional<String> tag) {
            met.countDown();
            try {
                hold.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            int number = Integer.parseInt(address.getPath().substring(1));
            List<DatasetView> datasets = pages.getOrDefault(number, List.of());
            String current = "W/\"" + datasets.hashCode() + "\"";
            asked.add(number + (tag.isPresent() ? " if changed" : ""));
            if (tag.filter(current::equals).isPresent()) {
                return new Answer.Unchanged();
            }
            int after = goesRound ? 1 : number + 1;
            return new Answer.Page(
                    new CatalogView("c", peer, datasets, List.of()),
                    Optional.of(current),
                    number < pages.size()
                            ? Optional.of(URI.create("https://other.example/" + after))
                            : Optional.empty());
        }

        List<String> askedSince() {
            List<String> since = List.copyOf(asked);
            asked.clear();
            return since;
        }
    }

    private final Hours time = new Hours();
    private final Clock clock = ((InstantSource) () -> time.now).withZone(ZoneOffset.UTC);
    private final Pages pages = new Pages();
    private final FakeListings listings = new FakeListings();
    private final FakePeerCatalogs catalogs = new FakePeerCatalogs(listings);
    private final Crawler crawler = crawler(100);

    private Crawler crawler(int datasetsMax) {
        var plan = new Crawler.Plan(EVERY, datasetsMax);
        return new Crawler(pages, catalogs, plan, time, clock, new SplittableRandom(1));
    }

    private List<String> listed() {
        return listings.listed(0, Long.MAX_VALUE, 1_000).stream()
                .map(each -> each.number() + " " + each.id())
                .toList();
    }

    private PeerCatalog catalog() {
        return catalogs.find(PEER).orElseThrow();
    }

    @Test
    @DisplayName("are read whole at once and again by appointment, and only what has changed comes over")
    void again() throws StoreFailed {
        pages.put(1, "a", "b");
        pages.put(2, "c");
        crawler.add(PEER);
        time.pass(Duration.ofSeconds(1));
        assertThat(listed()).containsExactly("0 a", "1 b", "2 c");
        assertThat(catalog().datasets()).isEqualTo(3);
        assertThat(pages.askedSince()).containsExactly("1", "2");
        assertThat(Duration.between(time.now, catalog().due()))
                .isBetween(
                        EVERY.multipliedBy(79).dividedBy(100),
                        EVERY.multipliedBy(121).dividedBy(100));

        pages.put(1, "b", "d");
        Instant before = time.now;
        time.pass(EVERY.multipliedBy(5).dividedBy(4));

        assertThat(pages.askedSince()).containsExactly("1 if changed", "2 if changed");
        assertThat(listed()).containsExactly("1 b", "2 c", "3 d");
        assertThat(listings.listed(0, 9, 9))
                .allSatisfy(each -> assertThat(((Listed.OfPeer) each).seen()).isAfter(before));
    }

    @Test
    @DisplayName("of a silent peer stay as they were, with their age, and are asked for less and less often")
    void silent() throws StoreFailed {
        pages.put(1, "a");
        crawler.add(PEER);
        time.pass(Duration.ofSeconds(1));
        Optional<Instant> read = catalog().read();
        pages.isSilent = true;
        time.pass(Duration.ofDays(3));
        int failures = catalog().failures();

        assertThat(failures).isBetween(11, 15);
        assertThat(catalog().problem()).contains("no machine answers");
        assertThat(catalog().read()).isEqualTo(read);
        assertThat(listed()).containsExactly("0 a");

        pages.isSilent = false;
        time.pass(Duration.ofDays(2));
        assertThat(catalog().failures()).isZero();
        assertThat(catalog().problem()).isEmpty();
    }

    @Test
    @DisplayName("keep their appointments over a restart")
    void restarted() throws StoreFailed {
        pages.put(1, "a");
        crawler.add(PEER);
        time.pass(Duration.ofSeconds(1));
        pages.askedSince();
        time.tasks.clear();
        crawler(100).start();
        time.pass(Duration.ofHours(1));
        assertThat(pages.askedSince()).isEmpty();
        time.pass(EVERY.multipliedBy(5).dividedBy(4));
        assertThat(pages.askedSince()).containsExactly("1 if changed");
    }

    @Test
    @DisplayName("are read up to a limit, which is said")
    void limit() throws StoreFailed {
        pages.put(1, "a", "b");
        pages.put(2, "c", "d");
        pages.put(3, "e");
        Crawler small = crawler(3);
        small.add(PEER);
        time.pass(Duration.ofSeconds(1));
        assertThat(listed()).containsExactly("0 a", "1 b", "2 c");
        assertThat(catalog().problem().orElseThrow()).startsWith("only the first 3 datasets are listed");
    }

    @Test
    @DisplayName("whose pages go round are a failure that says so")
    void round() throws StoreFailed {
        pages.put(1, "a");
        pages.put(2, "b");
        pages.goesRound = true;
        crawler.add(PEER);
        time.pass(Duration.ofSeconds(1));
        assertThat(catalog().problem().orElseThrow()).contains("its pages go round");
        assertThat(catalog().failures()).isEqualTo(1);
    }

    @Test
    @DisplayName("can be read now, and not be read any more")
    void byHand() throws StoreFailed {
        pages.put(1, "a");
        assertThat(crawler.refresh(PEER)).isEmpty();
        crawler.add(PEER);
        crawler.add(PEER);
        assertThat(crawler.refresh(PEER).orElseThrow().datasets()).isEqualTo(1);
        assertThat(crawler.remove(PEER)).isTrue();
        assertThat(crawler.remove(PEER)).isFalse();
        assertThat(listed()).isEmpty();
        pages.askedSince();
        time.pass(Duration.ofDays(2));
        assertThat(pages.askedSince()).isEmpty();
    }

    @Test
    @DisplayName("that are being read for the first time are waited for by whoever wants them now")
    void underWay() throws Exception {
        pages.put(1, "one");
        pages.hold = new CountDownLatch(1);
        crawler.add(PEER);
        Thread first = Thread.ofVirtual().start(() -> time.pass(Duration.ofMinutes(1)));
        pages.met.await();
        var seen = new FutureTask<>(() -> crawler.refresh(PEER));
        Thread second = Thread.ofPlatform().start(seen);
        while (second.isAlive() && second.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        pages.hold.countDown();
        first.join();
        assertThat(seen.get().flatMap(PeerCatalog::read))
                .as("read, and not: not read this time")
                .isPresent();
        assertThat(pages.askedSince()).as("once").containsExactly("1");
    }
}
