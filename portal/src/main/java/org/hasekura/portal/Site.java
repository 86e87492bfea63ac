package org.hasekura.portal;

import static org.hasekura.portal.PortalRoute.ACTING;
import static org.hasekura.portal.PortalRoute.EVERYBODY;
import static org.hasekura.portal.PortalRoute.SIGNED_IN;
import static org.hasekura.portal.PortalRoute.get;
import static org.hasekura.portal.PortalRoute.post;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All pages of the portal: which is served where, and for whom. */
final class Site {

    private Site() {}

    static List<PortalRoute> routes(Ports ports, Sessions sessions) {
        Supplier<LawDays> law = LawDays.remembering(ports.law());
        var routes = new ArrayList<>(PartnershipPages.routes(Promises::shipped));
        routes.addAll(List.of(
                get(
                        "/",
                        EVERYBODY,
                        asked -> asked.view().viewer().isSignedIn()
                                ? StartPage.read(asked)
                                : SendPage.read(asked, law.get())),
                get("/send", EVERYBODY, asked -> SendPage.read(asked, law.get())),
                get("/send/memo.pdf", EVERYBODY, asked -> Memo.pdf(asked, law.get())),
                get("/send/memo.docx", EVERYBODY, asked -> Memo.docx(asked, law.get())),
                get("/law", EVERYBODY, asked -> LawPage.read(asked, ports.law().get())),
                get(
                        "/law/adequacy",
                        EVERYBODY,
                        asked -> AdequacyPage.read(asked, ports.law().get())),
                get(
                        "/law/changes",
                        EVERYBODY,
                        asked -> LawChangesPage.read(asked, ports.law().get())),
                get(
                        "/law/provisions",
                        EVERYBODY,
                        asked -> ProvisionsPage.read(asked, ports.law().get())),
                get(
                        "/law/{act}/{article}",
                        EVERYBODY,
                        asked -> ProvisionPage.read(asked, ports.law().get())),
                get("/find", SIGNED_IN, asked -> FindPage.read(asked, ports.market())),
                get("/find/{number}", SIGNED_IN, asked -> DatasetPage.read(asked, ports.market())),
                post("/find/{number}/ask", DatasetPage.ASKING, asked -> DatasetPage.ask(asked, ports.market())),
                get("/offers", SIGNED_IN, asked -> OffersPage.read(asked, ports.market())),
                get(
                        "/publish",
                        PublishPage.PUBLISHING,
                        _ -> PublishPage.read(ports.law().get())),
                post(
                        "/publish",
                        PublishPage.PUBLISHING,
                        asked -> PublishPage.take(
                                asked, ports.market(), ports.law().get())),
                get(
                        "/offers/{id}/withdraw",
                        WithdrawPage.WITHDRAWING,
                        asked -> WithdrawPage.read(asked, ports.market())),
                post(
                        "/offers/{id}/withdraw",
                        WithdrawPage.WITHDRAWING,
                        asked -> WithdrawPage.take(asked, ports.market())),
                get("/participants", SIGNED_IN, asked -> ParticipantsPage.read(asked, ports.market())),
                post("/participants", ACTING, asked -> ParticipantsPage.add(asked, ports.market())),
                get("/participants/{did}", SIGNED_IN, asked -> ParticipantPage.read(asked, ports.market())),
                post(
                        "/participants/{did}",
                        ACTING,
                        asked -> ParticipantPage.add(
                                asked, ports.market(), ports.law().get())),
                get(
                        "/sign-in",
                        EVERYBODY,
                        asked -> Reply.page(
                                new SignInPage(asked.query().text("next").orElse("/")))),
                get("/sign-in/{token}", EVERYBODY, asked -> SignInPage.byLink(asked, sessions)),
                post("/sign-out", SIGNED_IN, asked -> SignInPage.signOut(asked, sessions)),
                post("/role", SIGNED_IN, asked -> SignInPage.act(asked, sessions))));
        return List.copyOf(routes);
    }
}
