package org.hasekura.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hasekura.policy.Reading;

/**
 * Sends what was committed, at once and then again with growing delays until the peer has answered. Nothing is polled:
 * each message has its own timer, and after a stop the stored messages are sent anew.
 */
final class Outbox {
    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private static final int ERROR_BYTES_MAX = 65_536;
    private static final int REASONS_MAX = 20;

    /** Told how it went. */
    interface Outcome {
        void acknowledged(Outgoing outgoing, String body) throws StoreFailed;

        /** {@code tellPeer}: the peer has answered, so it can be told that the process ends. */
        void failed(Outgoing outgoing, Reason reason, boolean tellPeer) throws StoreFailed;

        /** A try has failed and there will be another: its number is kept, where that can be done. */
        void tried(Outgoing outgoing) throws StoreFailed;

        /** Whether the peer has acknowledged the process before, so that it must know it sooner or later. */
        boolean isKnownToPeer(Outgoing outgoing) throws StoreFailed;

        /** Whether it is still to be sent: the process may have moved on while it waited. */
        boolean isWanted(Outgoing outgoing) throws StoreFailed;
    }

    private final Peers peers;
    private final Outcome outcome;
    private final RetryPlan plan;
    private final Scheduler scheduler;
    private final Clock clock;
    private final RandomGenerator random;

    Outbox(Peers peers, Outcome outcome, RetryPlan plan, Scheduler scheduler, Clock clock, RandomGenerator random) {
        this.peers = peers;
        this.outcome = outcome;
        this.plan = plan;
        this.scheduler = scheduler;
        this.clock = clock;
        this.random = random;
    }

    void send(Outgoing outgoing) {
        scheduler.run(() -> attempt(outgoing));
    }

    private void attempt(Outgoing outgoing) {
        try {
            if (outgoing.attempts() > 0 && !outcome.isWanted(outgoing)) {
                return;
            }
            deliver(outgoing.triedAgain());
        } catch (StoreFailed failed) {
            // The store's owner closes the node; after the next start the message is still in the outbox.
            LOG.log(System.Logger.Level.DEBUG, "message {0} waits for the next start", outgoing.id());
        }
    }

    private void deliver(Outgoing outgoing) throws StoreFailed {
        Peers.Reply reply;
        try {
            reply = peers.send(outgoing);
        } catch (IOException noAnswer) {
            again(outgoing, "no answer (" + noAnswer.getMessage() + ")", false);
            return;
        }
        if (reply.isAcknowledgement()) {
            outcome.acknowledged(outgoing, reply.body());
        } else if (reply.isWorthAnotherTry() || (reply.isNotFound() && outcome.isKnownToPeer(outgoing))) {
            again(outgoing, "answered " + reply.status(), true);
        } else {
            outcome.failed(
                    outgoing,
                    refusal("the peer refused a " + outgoing.type() + " with " + reply.status(), reply.body()),
                    true);
        }
    }

    private void again(Outgoing outgoing, String what, boolean answered) throws StoreFailed {
        if (!plan.goesOn(outgoing.attempts(), Duration.between(outgoing.created(), clock.instant()))) {
            outcome.failed(
                    outgoing,
                    Reason.of(
                            "no-answer",
                            "asked " + outgoing.attempts() + " times since " + SINCE.format(outgoing.created()) + ", "
                                    + what),
                    answered);
            return;
        }
        LOG.log(
                System.Logger.Level.DEBUG,
                "{0} {1}: {2}, try {3}",
                outgoing.type(),
                outgoing.id(),
                what,
                outgoing.attempts());
        outcome.tried(outgoing);
        scheduler.runAfter(plan.delayAfter(outgoing.attempts(), random), () -> attempt(outgoing));
    }

    /** With what the peer says itself: its reasons where it answered by the protocol, else the beginning of its answer. */
    private static Reason refusal(String sentence, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> said = ErrorJson.read(bytes, ERROR_BYTES_MAX) instanceof Reading.Read<DspError>(DspError error)
                        && !error.reasons().isEmpty()
                ? error.reasons().stream().limit(REASONS_MAX).toList()
                : List.of(body);
        return new Reason(
                "peer-refused",
                Stream.concat(Stream.of(sentence), said.stream().map(Outbox::excerpt))
                        .toList());
    }

    private static String excerpt(String body) {
        String line = body.replaceAll("\\s+", " ").strip();
        return line.length() <= 500 ? line : line.substring(0, 500) + " …";
    }
}
