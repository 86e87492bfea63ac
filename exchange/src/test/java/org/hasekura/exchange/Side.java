package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.hasekura.exchange.testing.FakeStore;
import org.hasekura.exchange.testing.SimDisk;
import org.hasekura.exchange.testing.SimStore;
import org.hasekura.identity.Participant;
import org.hasekura.law.Law;
import org.hasekura.policy.Assessor;

/**
 * One node in a test: a whole exchange with its evidence log on a disk that outlives it. It can die at every moment and is
 * then started again on what its disk has. Checks by itself what has to hold whenever something is sent or answered.
 */
final class Side {

    /** Whether and how this side dies at the moment to which it has just come. */
    interface Mortality {
        Mortality NEVER = (_, _) -> Optional.empty();

        Optional<Death> dies(Side side, Moment moment);
    }

    static final Law LAW = Law.load();

    /** How long after a commit its log is signed anew. */
    private static final Duration CHECKPOINT_AFTER = Duration.ofSeconds(1);

    private final World world;
    private final Participant participant;
    private final RandomGenerator random;
    private final SimDisk disk = new SimDisk();
    private final SimStore store = new SimStore(disk);
    private final SimLog log;
    private final SkewedClock clock;
    private final Ledger ledger = new Ledger();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Outgoing> tries = new ArrayList<>();
    private final Set<String> tokensAccepted = new HashSet<>();
    private Law law = LAW;
    private Conduct conduct = new StandardConduct();
    private RetryPlan plan = RetryPlan.STANDARD;
    private Mortality mortality = Mortality.NEVER;
    private BooleanSupplier busy = () -> false;
    private Wire wire = Wire.GOOD;
    private SimDisk.Happening trouble = (_, _) -> {};
    private Optional<Commit> committing = Optional.empty();
    private Optional<Side> other = Optional.empty();
    private Optional<Exchange> running = Optional.empty();
    private Ledger.Account account = new Ledger.Account(0, 0, 0);
    private boolean isToBeSigned;
    private int life;
    private int tokens;

    Side(World world, Participant participant, RandomGenerator random) {
        this.world = world;
        this.participant = participant;
        this.random = random;
        this.clock = new SkewedClock(world.clock());
        this.log = new SimLog(participant.did().text(), store, disk);
        disk.happening(this::onDisk);
    }

    Side facing(Side peer) {
        this.other = Optional.of(peer);
        return this;
    }

    /** The side that it deals with. */
    Side facing() {
        return other.orElseThrow();
    }

    void through(Wire value) {
        this.wire = value;
    }

    void dying(Mortality value) {
        this.mortality = value;
    }

    /** Its store takes no commit while this holds. */
    void busy(BooleanSupplier value) {
        this.busy = value;
    }

    /** Started again with this law. */
    void judgingBy(Law value) {
        this.law = value;
        restart();
    }

    void behaving(Conduct value) {
        this.conduct = value;
        restart();
    }

    void asking(RetryPlan value) {
        this.plan = value;
        restart();
    }

    /** Something is wrong with its disk. */
    void troubled(SimDisk.Happening value) {
        this.trouble = value;
    }

    void listening(Listener listener) {
        listeners.add(listener);
    }

    /** Its clock shows this for what time it is. */
    void clockShows(UnaryOperator<Instant> value) {
        clock.show(value);
    }

    String did() {
        return participant.did().text();
    }

    Participant participant() {
        return participant;
    }

    URI address() {
        return URI.create("https://" + did().substring("did:web:".length()) + "/dsp");
    }

    /** What it keeps, as its process sees it. */
    FakeStore store() {
        return store.state();
    }

    SimDisk disk() {
        return disk;
    }

    SimLog log() {
        return log;
    }

    /** What the last start has found. */
    Ledger.Account account() {
        return account;
    }

    /** Every try to send, in order. */
    List<Outgoing> tries() {
        return tries;
    }

    Exchange exchange() {
        return running.orElseThrow(() -> new IllegalStateException(did() + " is down"));
    }

    boolean isUp() {
        return running.isPresent();
    }

    /** Stops it without a word; what was not written is forgotten. */
    void kill() {
        running = Optional.empty();
        isToBeSigned = false;
        life++;
    }

    void die(Death death) {
        kill();
        if (death == Death.POWER_LOSS) {
            disk.losePower(random);
        }
    }

    void restart() {
        kill();
        int mine = life;
        store.reopen();
        account = ledger.check(store.state().entries());
        var ports = new Exchange.Ports(
                watched(mine),
                message -> send(mine, message),
                new Doors(),
                scheduler(mine),
                clock,
                random,
                telling(mine));
        var exchange = new Exchange(new Self(did(), address()), new Assessor(law, participant), conduct, plan, ports);
        running = Optional.of(exchange);
        try {
            log.restart();
            exchange.resume();
        } catch (StoreFailed died) {
            assertThat(isUp()).isFalse();
        } catch (IOException e) {
            // Without its log a node does not start; the next attempt may find a better disk.
            kill();
        }
    }

    /** Its store, with commits that it may be too busy to take, and at which it may die. */
    private ExchangeStore watched(int mine) {
        return (ExchangeStore) Proxy.newProxyInstance(
                ExchangeStore.class.getClassLoader(), new Class<?>[] {ExchangeStore.class}, (_, method, arguments) -> {
                    if (mine != life) {
                        throw new StoreFailed("died before");
                    }
                    if (arguments != null && arguments[0] instanceof Commit commit) {
                        return busy.getAsBoolean() ? new Committed.Busy() : committed(mine, commit);
                    }
                    try {
                        return method.invoke(store.state(), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private Committed committed(int mine, Commit commit) throws StoreFailed {
        mayDie(new Moment.Commits(Moment.Stage.BEFORE, commit));
        committing = Optional.of(commit);
        Committed committed;
        try {
            committed = store.commit(commit);
        } catch (StoreFailed failed) {
            // The first error of the storage is the last thing that a node does.
            if (mine == life) {
                kill();
            }
            throw failed;
        } finally {
            committing = Optional.empty();
        }
        if (committed instanceof Committed.Done(long first)) {
            mayDie(new Moment.Commits(Moment.Stage.DURABLE, commit));
            ledger.acknowledge(first, commit.entries());
            toBeSigned(mine);
        }
        return committed;
    }

    private void mayDie(Moment moment) throws StoreFailed {
        Optional<Death> death = mortality.dies(this, moment);
        if (death.isPresent()) {
            die(death.get());
            throw new StoreFailed("dies now");
        }
    }

    /** Before the disk is asked to keep what was written of a commit. */
    void onDisk(SimDisk.Operation operation, String file) throws IOException {
        if (operation == SimDisk.Operation.SYNC && committing.isPresent()) {
            mayDie(new Moment.Commits(Moment.Stage.WRITTEN, committing.get()));
        }
        trouble.before(operation, file);
    }

    private void toBeSigned(int mine) {
        if (!isToBeSigned) {
            isToBeSigned = true;
            world.after(CHECKPOINT_AFTER, () -> {
                if (mine == life) {
                    isToBeSigned = false;
                    sign(mine);
                }
            });
        }
    }

    private void sign(int mine) {
        try {
            log.refresh();
        } catch (StoreFailed failed) {
            if (mine == life) {
                kill();
            }
        } catch (IOException e) {
            // It is tried again after the next commit.
        }
    }

    private Scheduler scheduler(int mine) {
        return new Scheduler() {
            @Override
            public void run(Runnable task) {
                runAfter(Duration.ZERO, task);
            }

            @Override
            public void runAfter(Duration delay, Runnable task) {
                world.after(delay, () -> {
                    if (mine == life) {
                        task.run();
                    }
                });
            }
        };
    }

    private Listener telling(int mine) {
        return new Listener() {
            @Override
            public void changed(Negotiation negotiation) {
                listeners.forEach(each -> each.changed(negotiation));
            }

            @Override
            public void changed(Transfer transfer) {
                if (mine == life) {
                    WhatAlwaysHolds.opens(Side.this, transfer);
                }
                listeners.forEach(each -> each.changed(transfer));
            }
        };
    }

    private Peers.Reply send(int mine, Outgoing message) throws IOException {
        String hash = Proofs.sha256(message.body());
        assertThat(Evidence.sent(store().entries(), message.pid(), hash))
                .as("a %s is in the evidence before it is sent", message.type())
                .isTrue();
        tries.add(message);
        String token = Entrance.token(did(), tokens++, clock.instant());
        Side peer = other.orElseThrow();
        Peers.Reply reply = switch (wire.fate(message, this)) {
            case Wire.Fate.Arrives _ -> peer.take(did(), token, message);
            case Wire.Fate.RequestLost _ -> throw new IOException("request lost");
            case Wire.Fate.ArrivesInPart(int characters) -> {
                peer.take(did(), token, message, message.body().substring(0, characters));
                throw new IOException("the connection broke");
            }
            case Wire.Fate.AnswerLost _ -> {
                peer.take(did(), token, message);
                throw new IOException("answer lost");
            }
            case Wire.Fate.ArrivesLate(Duration later) -> {
                world.after(later, () -> peer.takeQuietly(did(), token, message));
                throw new IOException("no answer in time");
            }
            case Wire.Fate.ComesTwice(Duration later) -> {
                world.after(later, () -> peer.takeQuietly(did(), token, message));
                yield peer.take(did(), token, message);
            }
            case Wire.Fate.AnswerSlow(Duration later) -> {
                Peers.Reply slow = peer.take(did(), token, message);
                world.pass(later);
                yield slow;
            }
            case Wire.Fate.Answered(int status, String body) -> new Peers.Reply(status, body);
        };
        if (mine == life) {
            mayDie(new Moment.Sends(message));
        }
        if (mine != life) {
            throw new IOException("died while it waited");
        }
        return reply;
    }

    private void takeQuietly(String peer, String token, Outgoing message) {
        try {
            take(peer, token, message);
        } catch (IOException down) {
            // Nobody waits for this answer.
        }
    }

    Peers.Reply take(String peer, String token, Outgoing message) throws IOException {
        return take(peer, token, message, message.body());
    }

    /** What a node does with a message of which this much has arrived. */
    private Peers.Reply take(String peer, String token, Outgoing message, String body) throws IOException {
        if (!isUp()) {
            throw new IOException("connection refused");
        }
        mayDie(new Moment.Hears(message));
        Peers.Reply reply = new Entrance(exchange(), store(), clock.instant()).take(peer, token, message, body);
        if (reply.isAcknowledgement()) {
            assertThat(tokensAccepted.add(token))
                    .as("token %s is accepted once", token)
                    .isTrue();
            assertThat(Evidence.received(store().entries(), Proofs.sha256(body)))
                    .as("an acknowledged %s is in the evidence", message.type())
                    .isTrue();
        }
        mayDie(new Moment.Answers(message));
        return reply;
    }

    Inbound inbound(String peer, String token, String body) {
        return Entrance.inbound(peer, token, body, clock.instant());
    }

    /** Doors to bytes that nobody fetches. */
    private final class Doors implements DataAccess {
        @Override
        public Grant grant(String transferPid) {
            String token = "secret-" + Long.toHexString(random.nextLong());
            return new Grant(
                    new DataAddress(
                            "https://w3id.org/idsa/v4.1/HTTP",
                            Optional.of(address() + "/data/" + transferPid),
                            Map.of("authorization", token, "authType", "bearer")),
                    Optional.of(Proofs.sha256(token)));
        }

        @Override
        public long served(String transferPid) {
            return Pair.BYTES;
        }

        @Override
        public Optional<String> digest(String datasetId) {
            return store().dataset(datasetId).map(each -> each.content().sha256());
        }
    }
}
