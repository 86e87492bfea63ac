package org.hasekura.node;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.identity.Admission;
import org.hasekura.portal.Sessions;
import org.hasekura.store.SqlStore;

/** What this node's own people and their programs reach: the management API. */
final class OwnSite {

    private OwnSite() {}

    static Routes routes(
            Means means,
            Outward out,
            Proving proving,
            Trade trade,
            Telling telling,
            Partnership partnership,
            GuestDesk guests,
            QuestionDesk questions,
            Sessions sessions) {
        SqlStore store = means.store();
        ExchangeStore exchangeStore = means.exchangeStore();
        Exchange exchange = trade.exchange();
        Admission admission = means.own().admission();
        LawInUse law = means.law();
        var answers = new AnswersJson(law::now);
        var routes = new ArrayList<Route>();
        routes.add(Route.get(
                        "/api/node", _ -> Response.json(200, NodeJson.write(means.ground(), means.own(), law.now())))
                .described(
                        Operation.of("node", "readNode", "Which node this is").answering(200, "Node", "this one")));
        routes.addAll(new OfferingRoutes(exchange, exchangeStore, trade.publishing(), answers).routes());
        routes.addAll(new DraftRoutes(exchange, exchangeStore, trade.publishing(), answers).routes());
        routes.addAll(new ParticipantRoutes(exchange, exchangeStore, admission, means.clock()).routes());
        routes.addAll(new ExchangeRoutes(
                        exchange, exchangeStore, store.listings(), out.counterparty(), admission, law::now, answers)
                .routes());
        routes.add(new PortalLinkRoutes(sessions, means.ground().portalUrl().toString()).route());
        routes.addAll(new LimitRoutes(exchange, () -> LocalDate.now(means.clock())).routes());
        routes.addAll(new QuestionRoutes(questions, means.clock()).routes());
        routes.addAll(new GuestRoutes(guests, exchangeStore, law::now, means.clock()).routes());
        routes.add(new SearchRoutes(trade.search(), means.clock()).route());
        routes.addAll(new CatalogsRoutes(trade.crawler(), store.peerCatalogs(), admission, means.clock()).routes());
        routes.addAll(new LawRoutes(exchange, exchangeStore, law, means.did(), means.clock()).routes());
        routes.addAll(new PartnershipRoutes(partnership.register(), means.clock()).routes());
        routes.addAll(new CouncilRoutes(partnership.council(), partnership.register(), means.clock()).routes());
        routes.addAll(new JoiningRoutes(partnership.joinings()).routes());
        var bundleRoutes = new BundleRoutes(proving.bundles());
        routes.addAll(bundleRoutes.routes());
        routes.add(new TimestampRoutes(proving.timestamping()).route());
        routes.addAll(new DutyRoutes(new Duties(means.did(), exchangeStore, store.entries(), means.clock())).routes());
        routes.addAll(new ReviewRoutes(
                        new Reviews(exchangeStore, store.entries(), proving.bundles()),
                        proving.bundles(),
                        proving.access(),
                        means.did(),
                        () -> law.now().lawDataVersion(),
                        means.isDevelopment())
                .routes());
        routes.addAll(new AuditAccessRoutes(proving.access(), means.ground().managementUrl()).routes());
        List<Route> auditRoutes = new AuditRoutes(
                        proving.access(),
                        proving.published(),
                        store.entries(),
                        proving.receipts(),
                        bundleRoutes,
                        means.clock(),
                        means.random())
                .routes();
        routes.addAll(new ReceiptRoutes(proving.receipts(), exchangeStore, store.entries(), admission).routes());
        routes.addAll(new EventRoutes(telling.events(), telling.streams(), exchangeStore).routes());
        routes.addAll(new WebhookRoutes(
                        store.webhooks(),
                        telling.webhooks(),
                        telling.events(),
                        out.addresses(),
                        means.isDevelopment(),
                        means.ids(),
                        means.clock(),
                        means.random())
                .routes());
        return ManagementApi.of(
                routes,
                auditRoutes,
                proving.access(),
                Node.softwareVersion(),
                means.ground().token(),
                new Once(answers, store.answers(), means.clock()));
    }
}
