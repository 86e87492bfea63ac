package org.hasekura.node;

import org.hasekura.portal.Portal;
import org.hasekura.portal.Ports;
import org.hasekura.portal.Sessions;

/** What people reach with a browser: the pages of the portal. */
final class PeopleSite {

    private PeopleSite() {}

    /** The pages are made when the first is asked for: a node that nobody looks at starts as fast as before. */
    static Routes routes(Means means, Proving proving, Sessions sessions) {
        return new PortalRoutes(() -> portal(means, proving, sessions)).routes();
    }

    private static Portal portal(Means means, Proving proving, Sessions sessions) {
        var about = new PortalAbout(means.ground(), means.own(), proving.published(), means.law(), means.clock());
        return new Portal(
                new Ports(about, means.law()::now), sessions, means.clock(), PortalRoutes.setup(means.ground()));
    }
}
