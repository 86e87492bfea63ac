package org.hasekura.portal;

import static org.hasekura.portal.PortalRoute.ACTING;
import static org.hasekura.portal.PortalRoute.EVERYBODY;
import static org.hasekura.portal.PortalRoute.SIGNED_IN;
import static org.hasekura.portal.PortalRoute.get;
import static org.hasekura.portal.PortalRoute.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.hasekura.portal.ExchangeActs.Act;

/** All pages of the portal: which is served where, and for whom. */
final class Site {

    /** So many pages are told of changes at the same time; each takes a place among the requests. */
    private static final int STREAMS_MAX = 64;

    /** Who may have the data themselves, and not only what is known of them. */
    private static final Set<Role> DEALING = Set.of(Role.PROVIDER, Role.CONSUMER);

    private Site() {}

    /**
     * The table of all routes.
     *
     * @param random a secure one
     */
    static List<PortalRoute> routes(Ports ports, Sessions sessions, Attempts attempts, RandomGenerator random) {
        var streams = new Semaphore(STREAMS_MAX);
        Supplier<LawDays> law = LawDays.remembering(ports.law());
        var routes = new ArrayList<>(PartnershipPages.routes(ports));
        routes.addAll(GuestPages.routes(ports));
        routes.addAll(List.of(
                get(
                        "/",
                        EVERYBODY,
                        asked -> asked.view().viewer().isSignedIn()
                                ? WorkPage.read(asked, ports)
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
                        asked -> ProvisionPage.read(asked, ports.law().get(), ports.audits())),
                get(DependencePage.PATH, EVERYBODY, asked -> Reply.page(DependencePage.asked(asked.query()))),
                get(ShockPage.PATH, SIGNED_IN, asked -> Reply.page(ShockPage.asked(asked.query()))),
                get(
                        ReadinessPage.PATH,
                        EVERYBODY,
                        asked -> ReadinessPage.read(asked, ports.law().get())),
                get(
                        ReadinessPage.PATH + "/{country}",
                        EVERYBODY,
                        asked -> ReadinessPage.country(asked, ports.law().get())),
                get(AuditPage.PATH, AuditPage.CHECKING, asked -> AuditPage.read(asked, ports.audits())),
                get(
                        AuditPage.PATH + "/bundle.zip",
                        AuditPage.CHECKING,
                        asked -> AuditPage.bundle(asked, ports.audits())),
                get(
                        AuditPage.PATH + "/review-pack",
                        AuditPage.CHECKING,
                        asked -> AuditPage.review(asked, ports.audits())),
                get(
                        AuditPage.PATH + "/receipts/{index}",
                        AuditPage.CHECKING,
                        asked -> AuditPage.receipt(asked, ports.audits())),
                get(QuestionsPage.PATH, QuestionsPage.SEEING, asked -> QuestionsPage.read(asked, ports)),
                post(QuestionsPage.PATH, AuditPage.CHECKING, asked -> QuestionsPage.ask(asked, ports)),
                get(QuestionsPage.PATH + "/{id}", QuestionsPage.SEEING, asked -> QuestionPage.read(asked, ports)),
                post(QuestionsPage.PATH + "/{id}", QuestionsPage.ANSWERING, asked -> QuestionPage.answer(asked, ports)),
                get(
                        QuestionsPage.PATH + "/{id}/document",
                        QuestionsPage.SEEING,
                        asked -> QuestionPage.document(asked, ports)),
                get("/find", SIGNED_IN, asked -> FindPage.read(asked, ports.market())),
                get("/find/{number}", SIGNED_IN, asked -> DatasetPage.read(asked, ports.market())),
                post("/find/{number}/ask", DatasetPage.ASKING, asked -> DatasetPage.ask(asked, ports.market())),
                get("/offers", SIGNED_IN, asked -> OffersPage.read(asked, ports.market())),
                get(
                        "/publish",
                        PublishPage.PUBLISHING,
                        asked -> PublishPage.read(
                                asked, ports.market(), ports.law().get())),
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
                get(
                        "/offers/{id}/visibility",
                        VisibilityPage.SHOWING,
                        asked -> VisibilityPage.read(asked, ports.market())),
                post(
                        "/offers/{id}/visibility",
                        VisibilityPage.SHOWING,
                        asked -> VisibilityPage.take(asked, ports.market())),
                post(
                        "/drafts/{id}/discard",
                        PublishPage.PUBLISHING,
                        asked -> OffersPage.discard(asked, ports.market())),
                get("/participants", SIGNED_IN, asked -> ParticipantsPage.read(asked, ports.market())),
                post("/participants", ACTING, asked -> ParticipantsPage.add(asked, ports.market())),
                get("/participants/{did}", SIGNED_IN, asked -> ParticipantPage.read(asked, ports)),
                post("/participants/{did}", ACTING, asked -> ParticipantPage.add(asked, ports)),
                post("/participants/{did}/catalog", ACTING, asked -> PeerCatalogPanel.read(asked, ports.market())),
                get(LimitsPage.PATH, SIGNED_IN, asked -> LimitsPage.read(asked, ports)),
                get(LimitNewPage.PATH, LimitsPage.ORDERING, _ -> LimitNewPage.read(ports)),
                post(LimitNewPage.PATH, LimitsPage.ORDERING, asked -> LimitNewPage.take(asked, ports)),
                get(LimitsPage.PATH + "/{id}/lift", LimitsPage.ORDERING, asked -> LimitLiftPage.read(asked, ports)),
                post(LimitsPage.PATH + "/{id}/lift", LimitsPage.ORDERING, asked -> LimitLiftPage.take(asked, ports)),
                get("/search", SIGNED_IN, asked -> SearchPage.read(asked, ports)),
                get("/node", Set.of(Role.OPERATOR, Role.REGULATOR), _ -> OperatorPage.read(ports)),
                get("/accounts", Set.of(Role.OPERATOR), _ -> AccountsPage.read(ports)),
                post("/accounts", Set.of(Role.OPERATOR), asked -> AccountsPage.add(asked, ports, sessions, random)),
                post("/accounts/remove", Set.of(Role.OPERATOR), asked -> AccountsPage.remove(asked, ports, sessions)),
                get("/exchanges", SIGNED_IN, asked -> ExchangesPage.read(asked, ports)),
                get("/exchanges/{pid}", SIGNED_IN, asked -> ExchangePage.read(asked, ports)),
                get("/exchanges/{pid}/live", SIGNED_IN, asked -> ExchangeFiles.live(asked, ports, streams)),
                get("/exchanges/{pid}/bundle.zip", SIGNED_IN, asked -> ExchangeFiles.bundle(asked, ports)),
                get("/exchanges/{pid}/received/{transfer}", DEALING, asked -> ExchangeFiles.arrived(asked, ports)),
                get("/exchanges/{pid}/receipts/{index}", SIGNED_IN, asked -> ExchangeFiles.receipt(asked, ports)),
                get("/exchanges/{pid}/messages/{hash}", SIGNED_IN, asked -> ExchangeFiles.message(asked, ports)),
                post("/exchanges/{pid}/catalog", ACTING, asked -> ExchangeFacts.readCatalog(asked, ports)),
                get("/exchanges/{pid}/duties", SIGNED_IN, asked -> DutiesPage.read(asked, ports)),
                get("/exchanges/{pid}/duties/{duty}", ACTING, asked -> DutyPage.read(asked, ports)),
                post("/exchanges/{pid}/duties/{duty}", ACTING, asked -> DutyPage.take(asked, ports)),
                get("/exchanges/{pid}/counter", ACTING, asked -> CounterPage.read(asked, ports)),
                post("/exchanges/{pid}/counter", ACTING, asked -> CounterPage.take(asked, ports)),
                asking(Act.ACCEPT, ports),
                doing(Act.ACCEPT, ports),
                asking(Act.REFUSE, ports),
                doing(Act.REFUSE, ports),
                asking(Act.DECIDE, ports),
                doing(Act.DECIDE, ports),
                asking(Act.END, ports),
                doing(Act.END, ports),
                get("/exchanges/{pid}/end-agreement", ACTING, asked -> AgreementEndPage.read(asked, ports)),
                post("/exchanges/{pid}/end-agreement", ACTING, asked -> AgreementEndPage.take(asked, ports)),
                doing(Act.START, ports),
                asking(Act.SUSPEND, ports),
                doing(Act.SUSPEND, ports),
                doing(Act.RESUME, ports),
                asking(Act.STOP, ports),
                doing(Act.STOP, ports),
                asking(Act.DECIDE_TRANSFER, ports),
                doing(Act.DECIDE_TRANSFER, ports),
                get("/sign-in", EVERYBODY, SignInPage::read),
                post("/sign-in", EVERYBODY, asked -> SignInPage.byPassword(asked, ports, sessions, attempts)),
                get("/sign-in/{token}", EVERYBODY, asked -> SignInPage.byLink(asked, sessions)),
                post("/sign-out", SIGNED_IN, asked -> SignInPage.signOut(asked, sessions)),
                post("/role", SIGNED_IN, asked -> SignInPage.act(asked, sessions, routes))));
        return List.copyOf(routes);
    }

    private static PortalRoute asking(Act act, Ports ports) {
        return get("/exchanges/{pid}/" + ExchangeActs.path(act), ACTING, ActPage.asking(act, ports));
    }

    private static PortalRoute doing(Act act, Ports ports) {
        return post("/exchanges/{pid}/" + ExchangeActs.path(act), ACTING, ActPage.doing(act, ports));
    }
}
