package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.RetryPlan;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.store.Webhook;
import org.hasekura.store.WebhookStore;

/**
 * Tells each webhook its events, in order and at least once. How far each was told is stored after every run of events, and
 * with every failure, so that a restart neither forgets one nor begins again; a crash in between tells a few twice, under the
 * same ids. One that takes nothing is tried again after growing, jittered delays, its place kept; in the end it is given up,
 * which a person can take back.
 *
 * <p>One virtual thread attends to each. It sleeps until a commit, a person or the time of the next try wakes it.
 */
final class Webhooks implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());
    private static final int READ_AT_ONCE = 64;

    /** So many events that it did not want are passed over before that is stored. */
    private static final int PASSED_OVER_MAX = 1_000;

    private static final Duration LONG = Duration.ofHours(1);

    private final WebhookStore store;
    private final EventFeed feed;
    private final WebhookSender sender;
    private final RetryPlan plan;
    private final Clock clock;
    private final RandomGenerator random;
    private final String idPrefix;
    private final Map<String, Attended> attended = new ConcurrentHashMap<>();
    private volatile boolean isClosed;

    Webhooks(
            WebhookStore store,
            EventFeed feed,
            WebhookSender sender,
            RetryPlan plan,
            Clock clock,
            RandomGenerator random,
            String did) {
        this.store = store;
        this.feed = feed;
        this.sender = sender;
        this.plan = plan;
        this.clock = clock;
        this.random = random;
        this.idPrefix =
                "evt_" + Hash.sha256(did.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16) + "_";
    }

    /** One that is attended to. */
    private static final class Attended {
        private final Semaphore bell = new Semaphore(0);
        // Written by its own thread: whether a commit is of interest, or it only waits for the next try.
        private volatile boolean wantsEvents;
        // Whether a person has changed it since it was read: what is left to send may be for nobody.
        private volatile boolean isChanged;
        // Owned by its own thread: nothing before it is left to tell; the store may know of less.
        private long scanned;
        private Optional<Thread> thread = Optional.empty();
    }

    /** Goes on where it stopped. */
    void start() throws StoreFailed {
        for (Webhook webhook : store.all()) {
            changed(webhook.id());
        }
    }

    /** It is new, or a person has changed or removed it. */
    void changed(String id) {
        Attended one = attended.computeIfAbsent(id, _ -> {
            var fresh = new Attended();
            fresh.thread = Optional.of(Thread.ofVirtual().name("webhook-" + id).start(() -> attend(id, fresh)));
            return fresh;
        });
        one.isChanged = true;
        one.bell.release();
    }

    /** The message that shows whether the address takes anything, sent now and once. */
    WebhookSender.Sent test(Webhook webhook) {
        Instant now = clock.instant();
        String id = idPrefix + "test_" + now.toEpochMilli();
        return sender.send(
                webhook, id, EventJson.test(now.truncatedTo(ChronoUnit.MILLIS).toString()), now);
    }

    private void attend(String id, Attended one) {
        Runnable bell = () -> {
            if (one.wantsEvents) {
                one.bell.release();
            }
        };
        feed.onMore(bell);
        try {
            while (!isClosed) {
                one.isChanged = false;
                Optional<Webhook> webhook = store.find(id);
                if (webhook.isEmpty()) {
                    return;
                }
                Duration wait = turn(webhook.get(), one);
                if (wait.isPositive()) {
                    boolean _ = one.bell.tryAcquire(wait.toMillis() + 1, TimeUnit.MILLISECONDS);
                    one.bell.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "a webhook waits for the next start");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a webhook waits for the next start", e);
        } catch (RuntimeException e) {
            // We failed: nobody waits for this thread, so it is told here.
            LOG.log(System.Logger.Level.ERROR, "webhook " + id + " is not attended to until the next start", e);
        } finally {
            feed.noMore(bell);
            attended.remove(id);
        }
    }

    /** Does what there is to do now; answers how long to wait for more. */
    private Duration turn(Webhook webhook, Attended one) throws IOException {
        Optional<Duration> untilNextTry = webhook.failing()
                .map(failing -> Duration.between(clock.instant(), failing.again()))
                .filter(Duration::isPositive);
        one.wantsEvents = webhook.disabled().isEmpty() && untilNextTry.isEmpty();
        if (webhook.disabled().isPresent()) {
            return LONG;
        }
        if (untilNextTry.isPresent()) {
            return untilNextTry.get();
        }
        long from = Math.max(webhook.position(), one.scanned);
        List<Event> events = feed.read(from, READ_AT_ONCE);
        if (events.isEmpty()) {
            return LONG;
        }
        boolean isTold = false;
        long next = from;
        for (Event event : events) {
            if (one.isChanged) {
                break;
            }
            if (EventFilter.isOfTypes(webhook.types(), event.type())) {
                switch (sender.send(webhook, idPrefix + event.index(), EventJson.message(event), clock.instant())) {
                    case WebhookSender.Sent.Taken _ -> isTold = true;
                    case WebhookSender.Sent.NotTaken not -> {
                        failed(webhook, event.index(), not);
                        return Duration.ZERO;
                    }
                }
            }
            next = event.index() + 1;
        }
        one.scanned = next;
        if (isTold || one.scanned - webhook.position() > PASSED_OVER_MAX) {
            store(webhook.id(), now -> now.told(one.scanned));
        }
        return Duration.ZERO;
    }

    private void failed(Webhook webhook, long at, WebhookSender.Sent.NotTaken why) throws StoreFailed {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // A later event that fails is a new beginning: the one before was taken.
        Optional<Webhook.Failing> before = webhook.failing().filter(_ -> webhook.position() == at);
        int tries = before.map(Webhook.Failing::tries).orElse(0) + 1;
        Instant since = before.map(Webhook.Failing::since).orElse(now);
        var failing = new Webhook.Failing(since, tries, why.reason(), now.plus(plan.delayAfter(tries, random)));
        boolean isGivenUp = why.isGone() || !plan.goesOn(tries, Duration.between(since, now));
        String reason = why.isGone()
                ? "the address wants no more (410)"
                : "took nothing in " + tries + " tries since " + since + "; last: " + why.reason();
        if (isGivenUp) {
            LOG.log(System.Logger.Level.WARNING, "webhook {0} is given up: {1}", webhook.id(), reason);
        }
        Optional<Webhook.Disabled> end = isGivenUp ? Optional.of(new Webhook.Disabled(now, reason)) : Optional.empty();
        // What a person has stopped meanwhile stays stopped.
        store(
                webhook.id(),
                current -> current.failed(at, failing, current.disabled().or(() -> end)));
    }

    private interface ChangeOf {
        Webhook of(Webhook now);
    }

    /** Stores what has become of it, also when a person has changed something else meanwhile. */
    private void store(String id, ChangeOf change) throws StoreFailed {
        Optional<Webhook> now = store.find(id);
        while (now.isPresent() && !store.replace(change.of(now.get()))) {
            now = store.find(id);
        }
    }

    /** Tells nothing more; what is being sent is cut. */
    @Override
    public void close() {
        isClosed = true;
        attended.values().forEach(each -> each.thread.ifPresent(Thread::interrupt));
    }
}
