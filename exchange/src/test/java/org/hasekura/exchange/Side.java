package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.hasekura.exchange.testing.CommitPoints;
import org.hasekura.exchange.testing.FakeStore;
import org.hasekura.identity.Participant;
import org.hasekura.law.Law;
import org.hasekura.policy.Assessor;

/**
 * One node in a test: a whole exchange on a store that outlives it. It can die at every commit and is then started again
 * on what its store has. Checks by itself what has to hold whenever something is sent or answered.
 */
final class Side {

    /** Whether this side dies before or after the commit it has just come to. */
    interface Mortality {
        Mortality NEVER = (_, _) -> false;

        boolean dies(Side side, boolean committed);
    }

    static final Law LAW = Law.load();
    private static final int BODY_BYTES_MAX = 1 << 20;

    private final World world;
    private final Participant participant;
    private final RandomGenerator random;
    private final FakeStore store = new FakeStore();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Outgoing> tries = new ArrayList<>();
    private final Set<String> tokensAccepted = new HashSet<>();
    private Law law = LAW;
    private Conduct conduct = new StandardConduct();
    private RetryPlan plan = RetryPlan.STANDARD;
    private Mortality mortality = Mortality.NEVER;
    private BooleanSupplier busy = () -> false;
    private Wire wire = Wire.GOOD;
    private Optional<Side> other = Optional.empty();
    private Optional<Exchange> running = Optional.empty();
    private int life;
    private int tokens;

    Side(World world, Participant participant, RandomGenerator random) {
        this.world = world;
        this.participant = participant;
        this.random = random;
    }

    Side facing(Side peer) {
        this.other = Optional.of(peer);
        return this;
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

    void listening(Listener listener) {
        listeners.add(listener);
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

    FakeStore store() {
        return store;
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

    /** Stops it without a word; what was not committed is forgotten. */
    void kill() {
        running = Optional.empty();
        life++;
    }

    void restart() {
        kill();
        int mine = life;
        var points = new CommitPoints(store, new CommitPoints.Happening() {
            @Override
            public void before(long commit) throws StoreFailed {
                point(mine, false);
            }

            @Override
            public void after(long commit) throws StoreFailed {
                point(mine, true);
            }
        });
        var ports = new Exchange.Ports(
                busyAt(points),
                message -> send(mine, message),
                new Doors(),
                scheduler(mine),
                world.clock(),
                random,
                telling());
        var exchange = new Exchange(new Self(did(), address()), new Assessor(law, participant), conduct, plan, ports);
        running = Optional.of(exchange);
        try {
            exchange.resume();
        } catch (StoreFailed died) {
            assertThat(isUp()).isFalse();
        }
    }

    /** The store with commits that it may be too busy to take. */
    private ExchangeStore busyAt(ExchangeStore under) {
        return (ExchangeStore) Proxy.newProxyInstance(
                ExchangeStore.class.getClassLoader(), new Class<?>[] {ExchangeStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("commit") && busy.getAsBoolean()) {
                        return new Committed.Busy();
                    }
                    try {
                        return method.invoke(under, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private void point(int mine, boolean committed) throws StoreFailed {
        if (mine != life) {
            throw new StoreFailed("died before");
        }
        if (mortality.dies(this, committed)) {
            kill();
            throw new StoreFailed("dies now");
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

    private Listener telling() {
        return new Listener() {
            @Override
            public void changed(Negotiation negotiation) {
                listeners.forEach(each -> each.changed(negotiation));
            }

            @Override
            public void changed(Transfer transfer) {
                listeners.forEach(each -> each.changed(transfer));
            }
        };
    }

    private Peers.Reply send(int mine, Outgoing message) throws IOException {
        String hash = Proofs.sha256(message.body());
        assertThat(Evidence.sent(store.entries(), message.pid(), hash))
                .as("a %s is in the evidence before it is sent", message.type())
                .isTrue();
        tries.add(message);
        String token = did() + "#" + tokens++;
        Side peer = other.orElseThrow();
        Peers.Reply reply = switch (wire.fate(message, this)) {
            case Wire.Fate.Arrives _ -> peer.take(did(), token, message);
            case Wire.Fate.RequestLost _ -> throw new IOException("request lost");
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

    /** What the routes of a node do with a message. */
    Peers.Reply take(String peer, String token, Outgoing message) throws IOException {
        if (!isUp()) {
            throw new IOException("connection refused");
        }
        Peers.Reply reply = taken(inbound(peer, token, message.body()), message);
        if (reply.isAcknowledgement()) {
            assertThat(tokensAccepted.add(token))
                    .as("token %s is accepted once", token)
                    .isTrue();
            assertThat(Evidence.received(store.entries(), Proofs.sha256(message.body())))
                    .as("an acknowledged %s is in the evidence", message.type())
                    .isTrue();
        }
        return reply;
    }

    private Peers.Reply taken(Inbound in, Outgoing message) throws StoreFailed {
        List<String> path =
                List.of(message.target().getPath().substring("/dsp/".length()).split("/"));
        byte[] body = in.body().getBytes(StandardCharsets.UTF_8);
        Optional<String> pid = path.size() > 2 ? Optional.of(path.get(1)) : Optional.empty();
        return switch (message.process()) {
            case NEGOTIATION ->
                reply(
                        receive(in, pid, Samples.value(NegotiationJson.read(body, BODY_BYTES_MAX))),
                        now -> NegotiationJson.writeView(now.pids(), now.state()));
            case TRANSFER ->
                reply(
                        receive(in, pid, Samples.value(TransferJson.read(body, BODY_BYTES_MAX))),
                        now -> TransferJson.writeView(now.pids(), now.state()));
        };
    }

    Answer<Negotiation> receive(Inbound in, Optional<String> pid, NegotiationMessage message) throws StoreFailed {
        return switch (message) {
            case NegotiationMessage.Request opening -> exchange().negotiations().open(in, opening);
            case NegotiationMessage.InitialOffer opening ->
                exchange().negotiations().open(in, opening);
            default -> exchange().negotiations().receive(in, pid.orElseThrow(), message);
        };
    }

    Answer<Transfer> receive(Inbound in, Optional<String> pid, TransferMessage message) throws StoreFailed {
        return message instanceof TransferMessage.Request opening
                ? exchange().transfers().open(in, opening)
                : exchange().transfers().receive(in, pid.orElseThrow(), message);
    }

    Inbound inbound(String peer, String token, String body) {
        var use = new Commit.TokenUse(peer, token, world.now().plusSeconds(60));
        return new Inbound(peer, use, body, Proofs.sha256(body));
    }

    private static <P> Peers.Reply reply(Answer<P> answer, Function<P, byte[]> view) {
        return switch (answer) {
            case Answer.Taken<P>(P process, boolean opened) ->
                new Peers.Reply(opened ? 201 : 200, Samples.text(view.apply(process)));
            case Answer.Refused<P>(Pids _, Reason reason) -> new Peers.Reply(400, reason.toString());
            case Answer.NotFound<P> _ -> new Peers.Reply(404, "");
            case Answer.TokenReused<P> _ -> new Peers.Reply(401, "");
            case Answer.Busy<P> _ -> new Peers.Reply(503, "");
        };
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
            return store.dataset(datasetId).map(each -> each.content().sha256());
        }
    }
}
