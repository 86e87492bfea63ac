package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hasekura.delivery.Deliveries;
import org.hasekura.delivery.Grounds;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EvidenceLog;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Catalog;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Conduct;
import org.hasekura.exchange.Crawler;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Ids;
import org.hasekura.exchange.RetryPlan;
import org.hasekura.exchange.Self;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Authenticator;
import org.hasekura.identity.CachingDidResolver;
import org.hasekura.identity.TokenReplay;
import org.hasekura.identity.TokenRules;
import org.hasekura.law.Law;
import org.hasekura.policy.Assessor;
import org.hasekura.store.Database;
import org.hasekura.store.PostgresDatabase;
import org.hasekura.store.SqlStore;
import org.hasekura.store.SqliteDatabase;
import org.hasekura.store.StoreSettings;
import org.hasekura.store.UnfitDatabase;

/**
 * The composition root: settings in, every object made in order, nothing found at run time. Reading it from top to bottom
 * shows the whole running thing.
 */
public final class Node implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Node.class.getName());
    private static final int DID_DOCUMENTS_KEPT = 10_000;
    private static final Duration INDEX_TIDIED_EVERY = Duration.ofSeconds(5);
    private static final int TOKENS_KEPT = 1_000_000;

    private final OwnIdentity own;
    private final SqlStore store;
    private final Exchange exchange;
    private final VirtualScheduler scheduler;
    private final Refusals refusals;
    private final EventFeed events;
    private final Webhooks webhooks;
    private final HttpPort.Listening dsp;
    private final HttpPort.Listening management;

    private Node(
            OwnIdentity own,
            SqlStore store,
            Exchange exchange,
            VirtualScheduler scheduler,
            Refusals refusals,
            EventFeed events,
            Webhooks webhooks,
            HttpPort.Listening dsp,
            HttpPort.Listening management) {
        this.own = own;
        this.store = store;
        this.exchange = exchange;
        this.scheduler = scheduler;
        this.refusals = refusals;
        this.events = events;
        this.webhooks = webhooks;
        this.dsp = dsp;
        this.management = management;
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
        Settings settings = ground.settings();
        var lawInUse = LawInUse.of(settings.law(), law);
        var random = new SecureRandom();
        OwnIdentity own = OwnIdentity.of(ground, clock);
        String did = own.did().text();
        SqlStore store = open(settings, ground, clock, stop);
        ExchangeStore exchangeStore = around.apply(store.exchange(Riding::on));
        var scheduler = new VirtualScheduler();

        // Evidence: every commit flows into the tree.
        var tiles = new FileTiles(ground.folder().folder("log"));
        exchangeStore.commit(new Commit(List.of(), Optional.empty(), started(own, lawInUse.now(), settings, clock)));
        var published = new PublishedLog(() -> EvidenceLog.open(store.entries(), tiles, own.logSigner()), tiles);

        // The way out: tokens, addresses that may be contacted, DID documents.
        var ids = new Ids(clock, random);
        boolean development = own.admission() == Admission.DEVELOPMENT;
        AddressCheck addresses = AddressCheck.guarding(own.admission());
        var client = new PeerClient(settings.peers(), development, addresses);
        var tokens = new Tokens(own.did(), own.keys().token(), ids, clock, settings.developmentPeer());
        var resolver = new CachingDidResolver(
                new PeerFetcher(client), clock, own.admission(), CachingDidResolver.Times.usual(), DID_DOCUMENTS_KEPT);
        var counterparty =
                new Counterparty(resolver, client, new DspAddresses(client, clock), tokens, settings.developmentPeer());

        // The exchange, and the bytes under it.
        var listeners = new Listeners();
        var deliveries =
                new Deliveries(ground.publicUrl(), Grounds.in(exchangeStore), new FileSource(), scheduler, random);
        var self = new Self(
                did,
                java.net.URI.create(ground.publicUrl() + DspRoutes.BASE),
                settings.developmentPeer()
                        .map(each -> Map.of(each.did().text(), each.name()))
                        .orElse(Map.of()),
                Optional.of(softwareVersion()));
        var assessor = new Assessor(lawInUse.now(), own.participant());
        var ports = new Exchange.Ports(
                exchangeStore, new HttpPeers(client, tokens), deliveries, scheduler, clock, random, listeners);
        Conduct paced = settings.developmentPeer()
                .<Conduct>map(peer -> new Unhurried(conduct, peer.did().text(), peer.pause()))
                .orElse(conduct);
        var exchange = new Exchange(self, assessor, paced, plan(settings.retry()), ports);
        var search = new CatalogSearch(
                self,
                Optional.of(settings.organisation().country()),
                store.datasetListings(),
                exchangeStore,
                exchange.qualifying(),
                clock);
        listeners.addForTransfers(deliveries::changed);
        var fetcherOfData = new org.hasekura.delivery.Fetcher(
                new Fetches(exchangeStore, exchange.transfers()),
                new HttpDownload(client),
                new FileSink(ground.folder().folder("received")),
                settings.data().receivedBytesMax(),
                plan(settings.retry()),
                scheduler,
                random);
        if (settings.data().pullAutomatically()) {
            listeners.addForTransfers(fetcherOfData::changed);
        }

        // The way in: who stands at the door, then the routes.
        var rules = TokenRules.of(own.did());
        var refusals = new Refusals(did, clock);
        var doorway = new Doorway(
                new Authenticator(resolver, rules, own.admission()),
                resolver,
                rules,
                new TokenReplay(clock.instant().truncatedTo(ChronoUnit.SECONDS), TOKENS_KEPT, rules),
                own.admission(),
                exchangeStore,
                refusals,
                clock,
                settings.developmentPeer(),
                ids);
        int messageBytesMax = settings.limits().messageBytesMax();
        var dspRoutes = new DspRoutes(exchange, doorway, self, messageBytesMax);
        var catalog = new Catalog(self, exchangeStore, search);
        var catalogRoutes = new CatalogRoutes(catalog, doorway, self, messageBytesMax);
        var evidenceRoutes = new EvidenceRoutes(
                published, own.cosigner(), WitnessMemory.in(store.settings(), clock), doorway, counterparty);
        var publicRoutes = new ArrayList<Route>();
        publicRoutes.add(Route.get("/health", _ -> Response.text(200, "ok\n")));
        publicRoutes.add(Route.get(
                "/.well-known/did.json",
                _ -> new Response.Whole(
                        200, "application/did+json", own.document().bytes(), Map.of("Cache-Control", "max-age=60"))));
        publicRoutes.addAll(dspRoutes.routes());
        publicRoutes.addAll(catalogRoutes.routes());
        publicRoutes.add(new DataRoutes(deliveries).route());
        publicRoutes.addAll(evidenceRoutes.routes());

        var cosigning = new Cosigning(published);
        var standing =
                new StandingWitnesses(StandingWitnesses.read(settings.evidence().witnesses()), client, cosigning);
        var receipts = new Receipts(own, published, counterparty, client, tokens, cosigning, standing);
        var answers = new AnswersJson(lawInUse::now);
        var ownRoutes = new ArrayList<Route>();
        ownRoutes.add(Route.get("/api/node", _ -> Response.json(200, NodeJson.write(ground, own, lawInUse.now())))
                .described(
                        Operation.of("node", "readNode", "Which node this is").answering(200, "Node", "this one")));
        ownRoutes.addAll(new OfferingRoutes(exchange, exchangeStore, own.admission(), clock, answers).routes());
        ownRoutes.addAll(new ExchangeRoutes(
                        exchange,
                        exchangeStore,
                        store.listings(),
                        counterparty,
                        own.admission(),
                        lawInUse::now,
                        answers)
                .routes());
        ownRoutes.addAll(new LimitRoutes(exchange).routes());
        var crawler = new Crawler(
                new PeerCatalogSource(
                        counterparty, client, tokens, settings.peers().answerBytesMax()),
                store.peerCatalogs(),
                new Crawler.Plan(
                        settings.catalogs().readEvery(), settings.catalogs().datasetsMax()),
                scheduler,
                clock,
                random);
        ownRoutes.add(new SearchRoutes(search, clock).route());
        ownRoutes.addAll(new CatalogsRoutes(crawler, store.peerCatalogs(), own.admission(), clock).routes());
        ownRoutes.addAll(new LawRoutes(exchange, exchangeStore, lawInUse, did, clock).routes());
        var bundles = new Bundles(
                own,
                published,
                receipts,
                standing,
                exchangeStore,
                store.entries(),
                BodiesOfStore.in(store.bodies()),
                () -> lawInUse.now().lawDataVersion(),
                clock);
        ownRoutes.addAll(new BundleRoutes(bundles).routes());
        ownRoutes.addAll(new ReceiptRoutes(receipts, exchangeStore, store.entries(), own.admission()).routes());
        var events = EventFeed.of(store.entries());
        var eventStreams = new EventStreams(events);
        var webhooks = new Webhooks(
                store.webhooks(),
                events,
                new WebhookSender(new PeerClient(WebhookSender.PATIENCE, development, addresses)),
                plan(settings.retry()),
                clock,
                random,
                did);
        ownRoutes.addAll(new EventRoutes(events, eventStreams, exchangeStore).routes());
        ownRoutes.addAll(
                new WebhookRoutes(store.webhooks(), webhooks, events, addresses, development, ids, clock, random)
                        .routes());
        Routes managementRoutes = ManagementApi.of(
                ownRoutes, softwareVersion(), ground.token(), new Once(answers, store.answers(), clock));

        var http = new HelidonHttp();
        HttpPort.Listening dsp = http.listen(ground.dspSite(new Routes(publicRoutes), stop));
        HttpPort.Listening management = http.listen(ground.managementSite(managementRoutes, stop));
        exchange.resume();
        webhooks.start();
        scheduler.runEvery(Duration.ofSeconds(5), () -> eventStreams.cutStuck(System.nanoTime()));
        crawler.start();
        for (String peer : settings.catalogs().peers()) {
            crawler.add(peer);
        }
        scheduler.runEvery(settings.evidence().checkpointInterval(), () -> quietly(published::refresh));
        scheduler.runEvery(INDEX_TIDIED_EVERY, () -> quietly(search::tidy));
        if (settings.evidence().witnesses().isPresent()) {
            scheduler.runEvery(
                    settings.evidence().witnessInterval(),
                    () -> published.cosigned(
                            standing.cosigned(receipts.signed(published.last())).note()));
        }
        scheduler.runEvery(Duration.ofMinutes(1), () -> quietly(() -> refusals.flush(exchangeStore, false)));
        scheduler.runEvery(
                Duration.ofMinutes(10),
                () -> quietly(() -> {
                    store.forgetTokens(clock.instant().minus(Duration.ofMinutes(2)));
                    store.answers().forget(clock.instant());
                }));
        settings.retention()
                .bodies()
                .map(kept -> new Retention(exchangeStore, store.entries(), store.bodies(), did, kept, clock))
                .ifPresent(retention -> {
                    scheduler.run(() -> quietly(retention::erase));
                    scheduler.runEvery(Duration.ofHours(1), () -> quietly(retention::erase));
                });
        return new Node(own, store, exchange, scheduler, refusals, events, webhooks, dsp, management);
    }

    public String did() {
        return own.did().text();
    }

    /** What it exchanges, for programs that run a node within themselves. */
    public Exchange exchange() {
        return exchange;
    }

    public int dspPort() {
        return dsp.port();
    }

    public int managementPort() {
        return management.port();
    }

    private static SqlStore open(Settings settings, Ground ground, Clock clock, Runnable stop) throws IOException {
        try {
            Database database = database(settings.store().url(), ground.folder().path("node.db"));
            return SqlStore.open(database, StoreSettings.DEFAULT, clock, failed -> {
                LOG.log(System.Logger.Level.ERROR, "the storage has failed; the node stops", failed);
                stop.run();
            });
        } catch (SQLException | UnfitDatabase e) {
            throw new IOException("the store cannot be opened: " + e.getMessage(), e);
        }
    }

    /** What a JDBC address of the settings means; nothing: a file of our own. */
    private static Database database(Optional<String> url, Path ownFile) {
        String sqlite = "jdbc:sqlite:";
        return url.<Database>map(address -> address.startsWith(sqlite)
                        ? new SqliteDatabase(Path.of(address.substring(sqlite.length())))
                        : new PostgresDatabase(address, "", ""))
                .orElseGet(() -> new SqliteDatabase(ownFile));
    }

    private static List<Entry> started(OwnIdentity own, Law law, Settings settings, Clock clock) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String did = own.did().text();
        return List.of(
                new Entry.NodeStarted(
                        did,
                        now,
                        softwareVersion(),
                        law.lawDataVersion(),
                        settings.node().isDevelopment()),
                new Entry.KeyPublished(
                        did,
                        now,
                        own.logSigner().key().vkey(),
                        Hash.sha256(own.document().bytes())));
    }

    /** As the jar says it. */
    static String softwareVersion() {
        return Optional.ofNullable(Node.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static RetryPlan plan(Settings.Retry retry) {
        return new RetryPlan(
                retry.firstDelay(), retry.factor(), retry.longestDelay(), retry.attemptsMax(), retry.giveUpAfter());
    }

    /** Something that is done again and again. */
    private interface Chore {
        void run() throws IOException;
    }

    private static void quietly(Chore chore) {
        try {
            chore.run();
        } catch (StoreFailed failed) {
            LOG.log(System.Logger.Level.DEBUG, "the store has failed", failed);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "will be tried again: {0}", e.getMessage());
        }
    }

    /** Stops answering, ends what runs, makes the last counts durable, and closes the store. */
    @Override
    public void close() throws IOException {
        dsp.close();
        webhooks.close();
        events.close();
        management.close();
        scheduler.close();
        try {
            refusals.flush(store.exchange(), true);
        } catch (StoreFailed failed) {
            LOG.log(System.Logger.Level.DEBUG, "the last counts are lost", failed);
        }
        try {
            store.close();
        } catch (SQLException e) {
            throw new IOException("the store did not close well: " + e.getMessage(), e);
        }
    }
}
