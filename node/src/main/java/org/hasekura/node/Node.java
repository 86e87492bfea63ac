package org.hasekura.node;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hasekura.exchange.Conduct;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.law.Law;
import org.hasekura.portal.Sessions;
import org.hasekura.sender.Sender;
import org.hasekura.sender.Tls;

/**
 * The composition root: settings in, every object made in order, nothing found at run time. Reading it from top to bottom,
 * and each part in the file of its name, shows the whole running thing.
 */
public final class Node implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Node.class.getName());
    private static final Duration INDEX_TIDIED_AFTER = Duration.ofSeconds(5);
    private static final Duration CERTIFICATE_LOOKED_AT = Duration.ofSeconds(10);
    private static final Duration TOKENS_REMEMBERED = Duration.ofMinutes(2);

    private final Means means;
    private final Trade trade;
    private final Telling telling;
    private final Refusals refusals;
    private final HttpPort.Listening dsp;
    private final Optional<Sender> sender;
    private final HttpPort.Listening management;
    private final HttpPort.Listening portal;

    private Node(
            Means means,
            Trade trade,
            Telling telling,
            Refusals refusals,
            HttpPort.Listening dsp,
            Optional<Sender> sender,
            HttpPort.Listening management,
            HttpPort.Listening portal) {
        this.means = means;
        this.trade = trade;
        this.telling = telling;
        this.refusals = refusals;
        this.dsp = dsp;
        this.sender = sender;
        this.management = management;
        this.portal = portal;
    }

    /**
     * Starts a node on prepared ground.
     *
     * @param law by which it judges, unless its settings name a folder with law data
     * @param conduct how it behaves by itself
     * @param stop called once when the storage fails: the node answers nothing more and is to be closed
     * @throws IOException if it cannot start, in words
     */
    public static Node start(Ground ground, Law law, Conduct conduct, Clock clock, Runnable stop) throws IOException {
        return start(ground, law, conduct, UnaryOperator.identity(), clock, stop);
    }

    /**
     * The same with something around the store: what counts its commits, or ends the process at one of them.
     *
     * @throws IOException if it cannot start, in words
     */
    public static Node start(
            Ground ground, Law law, Conduct conduct, UnaryOperator<ExchangeStore> around, Clock clock, Runnable stop)
            throws IOException {
        Means means = Means.of(ground, law, around, clock, stop);
        Outward out = Outward.of(means);
        Proving proving = Proving.of(means, out);
        Trade trade = Trade.of(means, out, conduct);
        trade.exchange().limits().closeWhile(proving.timestamping()::refusal);
        Telling telling = Telling.of(means, out);
        var refusals = new Refusals(means.did(), clock);
        var sessions = new Sessions(clock, means.random());
        Partnership partnership = Partnership.of(means, out, trade);
        GuestDesk guests = GuestDesk.of(means, proving, trade);
        var questions = new QuestionDesk(means);

        var http = new HelidonHttp();
        Optional<Tls> tls = means.tls().map(TlsFiles::tls);
        HttpPort.Listening dsp =
                http.listen(ground.dspSite(PeerSite.routes(means, out, proving, trade, refusals), tls, stop));
        Optional<Sender> sender = DataSite.start(means, trade.deliveries(), tls, stop);
        HttpPort.Listening management = http.listen(ground.managementSite(
                OwnSite.routes(means, out, proving, trade, telling, partnership, guests, questions, sessions),
                tls,
                stop));
        HttpPort.Listening portal = http.listen(ground.portalSite(
                PeopleSite.routes(means, out, proving, trade, partnership, guests, questions, sessions), tls, stop));

        trade.exchange().resume();
        telling.events().onMore(proving.timestamping()::moreEntries);
        proving.timestamping().start();
        telling.webhooks().start();
        trade.crawler().start();
        for (String peer : means.settings().catalogs().peers()) {
            trade.crawler().add(peer);
        }
        startChores(means, proving, trade, partnership, questions, refusals);
        return new Node(means, trade, telling, refusals, dsp, sender, management, portal);
    }

    private static void startChores(
            Means means,
            Proving proving,
            Trade trade,
            Partnership partnership,
            QuestionDesk questions,
            Refusals refusals) {
        var chores = new Chores(means.scheduler());
        Settings settings = means.settings();
        chores.every(settings.evidence().checkpointInterval(), proving.published()::refresh);
        if (settings.evidence().witnesses().isPresent()) {
            chores.every(settings.evidence().witnessInterval(), proving::witness);
        }
        Soon tidying = chores.after(INDEX_TIDIED_AFTER, trade.search()::tidy);
        means.store().onListingsChange(tidying::call);
        tidying.call();
        means.tls().ifPresent(files -> chores.every(CERTIFICATE_LOOKED_AT, files::refresh));
        chores.every(Duration.ofMinutes(1), () -> refusals.flush(means.exchangeStore(), false));
        chores.every(Duration.ofMinutes(10), () -> {
            means.store().forgetTokens(means.clock().instant().minus(TOKENS_REMEMBERED));
            means.store().answers().forget(means.clock().instant());
        });
        chores.nowAndEvery(Duration.ofHours(1), trade.publishing()::tidy);
        settings.register().syncEvery().ifPresent(often -> chores.every(often, partnership.joinings()::again));
        settings.retention()
                .bodies()
                .map(kept -> new Retention(
                        means.exchangeStore(),
                        means.store().entries(),
                        means.store().bodies(),
                        questions::waiting,
                        means.did(),
                        kept,
                        means.clock()))
                .ifPresent(retention -> chores.nowAndEvery(Duration.ofHours(1), retention::erase));
    }

    public String did() {
        return means.did();
    }

    /** What it exchanges, for programs that run a node within themselves. */
    public Exchange exchange() {
        return trade.exchange();
    }

    public int dspPort() {
        return dsp.port();
    }

    public int managementPort() {
        return management.port();
    }

    public int portalPort() {
        return portal.port();
    }

    /** As the jar says it. */
    static String softwareVersion() {
        return Optional.ofNullable(Node.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Stops answering, ends what runs, makes the last counts durable, and closes the store. */
    @Override
    public void close() throws IOException {
        dsp.close();
        sender.ifPresent(Sender::close);
        telling.webhooks().close();
        telling.events().close();
        management.close();
        portal.close();
        means.scheduler().close();
        try {
            refusals.flush(means.store().exchange(), true);
            trade.exchange().limits().countRefusals();
        } catch (StoreFailed failed) {
            LOG.log(System.Logger.Level.DEBUG, "the last counts are lost", failed);
        }
        try {
            means.store().close();
        } catch (SQLException e) {
            throw new IOException("the store did not close well: " + e.getMessage(), e);
        }
    }
}
