package org.hasekura.node;

import java.io.IOException;
import org.hasekura.portal.Portal;
import org.hasekura.portal.Ports;
import org.hasekura.portal.Sessions;

/** What people reach with a browser: the pages of the portal. */
final class PeopleSite {

    private PeopleSite() {}

    /** The pages are made when the first is asked for: a node that nobody looks at starts as fast as before. */
    static Routes routes(
            Means means,
            Outward out,
            Proving proving,
            Trade trade,
            Partnership partnership,
            GuestDesk guests,
            QuestionDesk questions,
            Sessions sessions)
            throws IOException {
        var news = new PortalNews();
        trade.listeners().add(news);
        var arrivals = new Arrivals(means.ground().folder().folder("received"), means.clock());
        var operations = new PortalOperations(means, proving, means.clock().instant());
        var market = new PortalMarket(means, out, trade);
        return new PortalRoutes(
                        () -> {
                            var about = new PortalAbout(
                                    means.ground(), means.own(), proving.published(), means.law(), means.clock());
                            var exchanges = new PortalExchanges(means, out, proving, trade, arrivals, news);
                            var accounts = new PortalAccountsJson(means.store().settings());
                            return new Portal(
                                    new Ports(
                                            about,
                                            means.law()::now,
                                            market,
                                            exchanges,
                                            operations,
                                            accounts,
                                            partnership.council(),
                                            guests,
                                            new PortalAudits(means, proving),
                                            new PortalConnections(
                                                    trade.exchange().limits()),
                                            questions),
                                    sessions,
                                    means.clock(),
                                    means.random(),
                                    PortalRoutes.setup(means.ground()));
                        },
                        new UploadForm(trade.files()))
                .routes();
    }
}
