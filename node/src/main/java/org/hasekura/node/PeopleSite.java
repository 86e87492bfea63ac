package org.hasekura.node;

import org.hasekura.portal.Portal;
import org.hasekura.portal.Ports;
import org.hasekura.portal.Sessions;

/** What people reach with a browser: the pages of the portal. */
final class PeopleSite {

    private PeopleSite() {}

    /** The pages are made when the first is asked for: a node that nobody looks at starts as fast as before. */
    static Routes routes(Means means, Outward out, Proving proving, Trade trade, Sessions sessions) {
        return new PortalRoutes(() -> portal(means, out, proving, trade, sessions)).routes();
    }

    private static Portal portal(Means means, Outward out, Proving proving, Trade trade, Sessions sessions) {
        var ports = new Ports(
                new PortalAbout(means.ground(), means.own(), proving.published(), means.law(), means.clock()),
                means.law()::now,
                new PortalMarket(means, trade, out.counterparty()));
        return new Portal(ports, sessions, means.clock(), PortalRoutes.setup(means.ground()));
    }
}
