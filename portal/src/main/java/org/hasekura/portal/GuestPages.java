package org.hasekura.portal;

import static org.hasekura.portal.PortalRoute.EVERYBODY;
import static org.hasekura.portal.PortalRoute.SIGNED_IN;
import static org.hasekura.portal.PortalRoute.get;
import static org.hasekura.portal.PortalRoute.post;

import java.util.List;

/** The pages of guests, for those who invite them and for themselves. */
final class GuestPages {

    private GuestPages() {}

    static List<PortalRoute> routes(Ports ports) {
        return List.of(
                get("/guests", SIGNED_IN, _ -> GuestsPage.read(ports)),
                get("/guests/{id}", SIGNED_IN, asked -> GuestLinkPage.read(asked, ports)),
                post("/guests/{id}/withdraw", WithdrawPage.WITHDRAWING, asked -> GuestLinkPage.withdraw(asked, ports)),
                post("/guests/{id}/erase", WithdrawPage.WITHDRAWING, asked -> GuestLinkPage.erase(asked, ports)),
                get("/offers/{id}/guest", InvitePage.INVITING, asked -> InvitePage.read(asked, ports)),
                post("/offers/{id}/guest", InvitePage.INVITING, asked -> InvitePage.take(asked, ports)),
                get("/guest/{token}", EVERYBODY, asked -> GuestPage.read(asked, ports)),
                post("/guest/{token}/code", EVERYBODY, asked -> GuestActs.sendCode(asked, ports)),
                post("/guest/{token}/confirm", EVERYBODY, asked -> GuestActs.confirm(asked, ports)),
                post("/guest/{token}/offer", EVERYBODY, asked -> GuestActs.offer(asked, ports)),
                post("/guest/{token}/accept", EVERYBODY, asked -> GuestActs.accept(asked, ports)),
                post("/guest/{token}/refuse", EVERYBODY, asked -> GuestActs.refuse(asked, ports)),
                post("/guest/{token}/fetch", EVERYBODY, asked -> GuestActs.fetch(asked, ports)),
                get("/guest/{token}/file", EVERYBODY, asked -> GuestActs.file(asked, ports)),
                post("/guest/{token}/received", EVERYBODY, asked -> GuestActs.received(asked, ports)),
                post("/guest/{token}/sign", EVERYBODY, asked -> GuestActs.sign(asked, ports)),
                get("/guest/{token}/receipt", EVERYBODY, asked -> GuestActs.receipt(asked, ports)),
                get("/guest/{token}/bundle", EVERYBODY, asked -> GuestActs.bundle(asked, ports)));
    }
}
