package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.FaultMatrix.RESTARTED_AFTER;
import static org.hasekura.exchange.FaultMatrix.troubled;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hasekura.evidence.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The fault matrix: every transition of the specification, with everything that can go wrong with its message. After each
 * case what must always hold is asserted of both sides ({@link WhatAlwaysHolds}), of the entries that were acknowledged
 * ({@link Ledger}), and of every head that was signed ({@link SimLog}).
 */
@Tag("faults")
@DisplayName("Whatever goes wrong with whichever transition, both sides come to where it leads")
class FaultMatrixTest {

    private static final List<Transition> ALL = Transition.all();

    /** Where the sender of a message may end. */
    private enum AtSender {
        BEFORE_INTENT_COMMIT,
        AFTER_INTENT_COMMIT,
        AFTER_BYTES_SENT,
        AFTER_ACK_READ,
        AFTER_STATE_COMMIT
    }

    /** Where the receiver of a message may end. */
    private enum AtReceiver {
        AFTER_BODY_READ,
        INSIDE_COMMIT,
        AFTER_COMMIT_BEFORE_ACK,
        ACK_HALF_SENT
    }

    @Test
    @DisplayName("and there are 16 and 14 of them, which are those of the protocol notes")
    void transitions() {
        assertThat(ALL).hasSize(30);
        assertThat(lines(Transition.NEGOTIATION)).isEqualTo(ProtocolTable.arrows("## 1.5"));
        assertThat(lines(Transition.TRANSFER)).isEqualTo(ProtocolTable.arrows("## 1.6"));
    }

    private static Set<String> lines(String table) {
        return new TreeSet<>(table.lines().toList());
    }

    @Test
    @DisplayName("class A: the sender ends at each of five points, by SIGKILL or by loss of power")
    void sender() {
        var matrix = new FaultMatrix("A");
        for (AtSender point : AtSender.values()) {
            for (Death death : Death.values()) {
                for (Transition transition : ALL) {
                    matrix.run(point + " " + death, transition, troubled(dyingSender(point, death)));
                }
            }
        }
        tell(matrix, 300, "");
    }

    private static FaultMatrix.Trouble dyingSender(AtSender point, Death death) {
        return (play, transition, watch) -> {
            String[] messageId = {""};
            play.sender().dying((side, moment) -> {
                boolean isHere = switch (moment) {
                    case Moment.Commits(var stage, var commit) -> {
                        sent(commit, transition).ifPresent(id -> messageId[0] = id);
                        boolean isIntent = sent(commit, transition).isPresent();
                        boolean isState = commit.changes().contains(new Change.Sent(messageId[0]));
                        yield switch (point) {
                            case BEFORE_INTENT_COMMIT -> isIntent && stage == Moment.Stage.BEFORE;
                            case AFTER_INTENT_COMMIT -> isIntent && stage == Moment.Stage.DURABLE;
                            case AFTER_BYTES_SENT -> false;
                            case AFTER_ACK_READ -> isState && stage == Moment.Stage.BEFORE;
                            case AFTER_STATE_COMMIT -> isState && stage == Moment.Stage.DURABLE;
                        };
                    }
                    case Moment.Sends(var message) ->
                        point == AtSender.AFTER_BYTES_SENT && message.id().equals(messageId[0]);
                    case Moment.Hears _, Moment.Answers _ -> false;
                };
                return dies(isHere, side, death, watch, play);
            });
        };
    }

    /** The name of the transition's message, if this commit puts it into the outbox. */
    private static Optional<String> sent(Commit commit, Transition transition) {
        return commit.changes().stream()
                .filter(Change.Send.class::isInstance)
                .map(change -> ((Change.Send) change).outgoing())
                .filter(outgoing -> is(outgoing, transition))
                .map(Outgoing::id)
                .findFirst();
    }

    private static boolean is(Outgoing message, Transition transition) {
        return message.process() == transition.process() && message.type().equals(transition.message());
    }

    private static Optional<Death> dies(boolean isHere, Side side, Death death, FaultMatrix.Watch watch, Play play) {
        if (!isHere || watch.hasHappened()) {
            return Optional.empty();
        }
        watch.happens();
        play.world().after(RESTARTED_AFTER, side::restart);
        return Optional.of(death);
    }

    @Test
    @DisplayName("class B: the receiver ends at each of four points, by SIGKILL or by loss of power")
    void receiver() {
        var matrix = new FaultMatrix("B");
        for (AtReceiver point : AtReceiver.values()) {
            for (Death death : Death.values()) {
                for (Transition transition : ALL) {
                    matrix.run(point + " " + death, transition, troubled(dyingReceiver(point, death)));
                }
            }
        }
        tell(matrix, 240, "");
    }

    private static FaultMatrix.Trouble dyingReceiver(AtReceiver point, Death death) {
        return (play, transition, watch) -> play.receiver().dying((side, moment) -> {
            boolean isHere = switch (moment) {
                case Moment.Hears(var message) -> point == AtReceiver.AFTER_BODY_READ && is(message, transition);
                case Moment.Commits(var stage, var commit) ->
                    takes(commit, transition)
                            && switch (point) {
                                case INSIDE_COMMIT -> stage == Moment.Stage.WRITTEN;
                                case AFTER_COMMIT_BEFORE_ACK -> stage == Moment.Stage.DURABLE;
                                case AFTER_BODY_READ, ACK_HALF_SENT -> false;
                            };
                case Moment.Answers(var message) -> point == AtReceiver.ACK_HALF_SENT && is(message, transition);
                case Moment.Sends _ -> false;
            };
            return dies(isHere, side, death, watch, play);
        });
    }

    /** Whether this commit takes the transition's message. */
    private static boolean takes(Commit commit, Transition transition) {
        return commit.entries().stream()
                .anyMatch(entry -> entry instanceof Entry.MessageReceived received
                        && received.messageType().equals(transition.message()));
    }

    @Test
    @DisplayName("class C: the network does each of eight things to the message")
    void network() {
        var matrix = new FaultMatrix("C");
        Map<String, Function<Outgoing, Wire.Fate>> fates = new java.util.LinkedHashMap<>();
        fates.put("REQUEST_DROPPED", _ -> new Wire.Fate.RequestLost());
        fates.put("RESPONSE_DROPPED", _ -> new Wire.Fate.AnswerLost());
        fates.put("DELAYED_PAST_TIMEOUT", _ -> new Wire.Fate.ArrivesLate(Duration.ofMillis(100)));
        fates.put("DUPLICATED", _ -> new Wire.Fate.ComesTwice(Duration.ofMillis(100)));
        fates.put(
                "BODY_TRUNCATED",
                message -> new Wire.Fate.ArrivesInPart(message.body().length() / 2));
        for (Transition transition : ALL) {
            fates.forEach((name, fate) -> matrix.run(name, transition, troubled(meeting(fate))));
            matrix.run("DUPLICATED_AFTER_END", transition, FaultMatrixTest::againAfterEnd);
            matrix.run("OVERTAKEN_BY_NEXT", transition, FaultMatrixTest::overtaken);
            matrix.run("REPLAYED_BY_ANOTHER", transition, FaultMatrixTest::replayed);
        }
        tell(matrix, 240, "");
    }

    @Test
    @DisplayName("and a disk that says it has synced and has not is found out")
    void lyingDisk() {
        var matrix = new FaultMatrix("A of a disk that does not sync");
        for (Transition transition : ALL) {
            matrix.run("AFTER_BYTES_SENT", transition, (play, arrow, watch) -> {
                play.sender().disk().neverSyncs();
                troubled(dyingSender(AtSender.AFTER_BYTES_SENT, Death.POWER_LOSS))
                        .run(play, arrow, watch);
            });
        }
        // Every sector is kept once in a while, so that some cases pass by luck.
        assertThat(matrix.report().failed()).hasSizeGreaterThan(ALL.size() / 2);
    }

    /** The first try of the transition's message meets this fate. */
    private static FaultMatrix.Trouble meeting(Function<Outgoing, Wire.Fate> fate) {
        return (play, transition, watch) -> play.sender().through((message, _) -> {
            if (!is(message, transition) || watch.hasHappened()) {
                return new Wire.Fate.Arrives();
            }
            watch.happens();
            return fate.apply(message);
        });
    }

    private static void againAfterEnd(Play play, Transition transition, FaultMatrix.Watch watch) throws Exception {
        Outgoing message = done(play, transition);
        play.end();
        play.world().settle();
        watch.happens();
        changesNothing(play, () -> play.receiver().take(play.sender().did(), "once more", message));
        play.check(transition.isFinal() ? transition.to() : "TERMINATED");
    }

    /** The first try comes when its repetition, and the next message, have long been taken. */
    private static void overtaken(Play play, Transition transition, FaultMatrix.Watch watch) throws Exception {
        meeting(_ -> new Wire.Fate.ArrivesLate(Duration.ofSeconds(30))).arm(play, transition, watch);
        play.act();
        play.world().pass(Duration.ofSeconds(5));
        play.end();
        play.world().pass(Duration.ofSeconds(5));
        changesNothing(play, () -> play.world().pass(Duration.ofSeconds(30)));
        play.world().settle();
        play.check(transition.isFinal() ? transition.to() : "TERMINATED");
    }

    private static void replayed(Play play, Transition transition, FaultMatrix.Watch watch) throws Exception {
        Outgoing message = done(play, transition);
        Side receiver = play.receiver();
        receiver.exchange().offerings().register(Pair.party("third.example", "FR"));
        watch.happens();
        changesNothing(
                play,
                () -> assertThat(receiver.take("did:web:third.example", "stolen", message)
                                .isAcknowledgement())
                        .as("an acknowledgement for somebody else")
                        .isFalse());
        play.check(transition.to());
    }

    /** The transition made without trouble; answers its message. */
    private static Outgoing done(Play play, Transition transition) {
        play.act();
        play.world().settle();
        return play.sender().tries().stream()
                .filter(each -> is(each, transition))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** Something that happens. */
    interface Happening {
        void happen() throws Exception;
    }

    static void changesNothing(Play play, Happening happening) throws Exception {
        List<?> before = standing(play);
        happening.happen();
        assertThat(standing(play))
                .as("what both sides hold, and their evidence")
                .isEqualTo(before);
    }

    private static List<?> standing(Play play) {
        return List.of(standing(play.sender()), standing(play.receiver()));
    }

    private static List<?> standing(Side side) {
        return List.of(
                side.store().negotiations("", 10),
                side.store().transfers("", 10),
                side.store().agreements("", 10),
                side.store().entries());
    }

    static void tell(FaultMatrix matrix, int cases, String remark) {
        matrix.report().tell(remark);
        assertThat(matrix.report().failed()).isEmpty();
        assertThat(matrix.report().size()).isEqualTo(cases);
    }
}
