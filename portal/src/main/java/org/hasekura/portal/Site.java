package org.hasekura.portal;

import static org.hasekura.portal.PortalRoute.EVERYBODY;
import static org.hasekura.portal.PortalRoute.SIGNED_IN;
import static org.hasekura.portal.PortalRoute.get;
import static org.hasekura.portal.PortalRoute.post;

import java.util.List;

/** All pages of the portal: which is served where, and for whom. */
final class Site {

    private Site() {}

    static List<PortalRoute> routes(Ports ports, Sessions sessions) {
        return List.of(
                get("/", EVERYBODY, asked -> StartPage.read(asked)),
                get(
                        "/sign-in",
                        EVERYBODY,
                        asked -> Reply.page(
                                new SignInPage(asked.query().text("next").orElse("/")))),
                get("/sign-in/{token}", EVERYBODY, asked -> SignInPage.byLink(asked, sessions)),
                post("/sign-out", SIGNED_IN, asked -> SignInPage.signOut(asked, sessions)),
                post("/role", SIGNED_IN, asked -> SignInPage.act(asked, sessions)));
    }
}
