package org.hasekura.portal;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Description;
import org.hasekura.exchange.Facet;
import org.hasekura.exchange.Listed;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.PeerCatalog;
import org.hasekura.exchange.Pids;
import org.hasekura.exchange.Proposal;
import org.hasekura.exchange.Qualification;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Shape;
import org.hasekura.exchange.Visibility;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;

/** A market in memory: one dataset of our own, two of a Japanese peer, and a register that remembers. */
final class FakeMarket implements Market {

    static final String PEER = "did:web:partner.example";
    static final Offer OFFER = new Offer(
            "offer-1", Terms.permitting(Permission.use(Constraint.Atomic.of("purpose", Operator.IS_A, "general"))));

    final Map<String, Participant> register = new TreeMap<>();
    final Map<String, Dataset> datasets = new TreeMap<>();
    final Map<String, Description> drafts = new TreeMap<>();
    final Map<String, PeerCatalog> catalogs = new TreeMap<>();
    final List<String> asked = new ArrayList<>();
    Optional<CatalogSearch.Asked> searched = Optional.empty();
    boolean isPeerAway;

    FakeMarket() {
        register.put(
                PEER,
                new Participant(
                        new Did(PEER),
                        List.of(fact(Fact.Name.NAME, "東和精機"), fact(Fact.Name.COUNTRY, "JP")),
                        List.of()));
        datasets.put(
                "contacts",
                new Dataset(
                        "contacts",
                        Map.of("en", "Contacts", "ja", "連絡先"),
                        Map.of("en", "Contacts of <customers>"),
                        List.of(),
                        Optional.empty(),
                        Map.of("personal", "true"),
                        List.of(OFFER),
                        Dataset.Answering.CONFIRM,
                        new Dataset.Content("/data/contacts.csv", "text/csv", "contacts.csv", 10, "00"),
                        TestPortal.NOW,
                        Optional.empty(),
                        1));
    }

    static Fact fact(Fact.Name name, String value) {
        return new Fact(
                name, value, "contract of 2026-01-01", LocalDate.of(2026, 1, 1), Optional.empty(), TestPortal.NOW);
    }

    int datasetsOfPeers = 2;

    /** What the law has to know of a business that decides on its own. */
    static List<Fact> business(String country) {
        return List.of(
                fact(Fact.Name.COUNTRY, country), fact(Fact.Name.KIND, "business"), fact(Fact.Name.ROLE, "controller"));
    }

    @Override
    public CatalogSearch.Found find(CatalogSearch.Asked asking) {
        searched = Optional.of(asking);
        List<CatalogSearch.Hit> hits = List.of(
                hit(3, "transport", new Qualification.Qualifies(List.of("tell the data subjects"))),
                hit(2, "patients", new Qualification.Refused(List.of("no ground for health data"))),
                new CatalogSearch.Hit(
                        new Listed.Own(
                                1,
                                datasets.getOrDefault(
                                        "contacts", datasets.values().iterator().next())),
                        "did:web:rheinwerk.example",
                        Optional.empty()));
        long from = asking.from().orElse(Long.MAX_VALUE);
        List<CatalogSearch.Hit> shown = hits.stream()
                .filter(hit -> hit.listed().number() < from
                        && hit.listed().id().contains(asking.filter().text()))
                .limit(asking.limit())
                .toList();
        return new CatalogSearch.Found(
                shown,
                OptionalLong.of(asking.limit() == 1 ? hits.size() : shown.size()),
                OptionalLong.empty(),
                Map.of(Facet.THEME, List.of(new CatalogSearch.Count("TRAN", 1))));
    }

    private static CatalogSearch.Hit hit(long number, String id, Qualification qualification) {
        var view = new DatasetView(
                id,
                Map.of("ja", "輸送統計 " + id),
                Map.of(),
                List.of(),
                List.of("TRAN"),
                List.of("JP"),
                Optional.of(false),
                Optional.empty(),
                List.of(OFFER),
                List.of(new DatasetView.Form(
                        "HttpData-PULL",
                        Optional.of(URI.create("https://partner.example/dsp")),
                        Optional.empty(),
                        OptionalLong.empty())),
                List.of());
        return new CatalogSearch.Hit(
                new Listed.OfPeer(number, PEER, view, TestPortal.NOW), PEER, Optional.of(qualification));
    }

    @Override
    public Answer<Negotiation> ask(Did peer, String dataset, String offer) throws IOException {
        if (isPeerAway) {
            throw new IOException("`" + peer + "` does not answer");
        }
        asked.add(peer + " " + dataset + " " + offer);
        return new Answer.Refused<>(new Pids("", ""), Reason.of("limited", "a limit stops this"));
    }

    @Override
    public List<Dataset> offered(int limit) {
        return datasets.values().stream()
                .filter(Dataset::isOnOffer)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Dataset> dataset(String id) {
        return Optional.ofNullable(datasets.get(id));
    }

    @Override
    public Published publish(Description description) {
        if (description.source().orElseThrow() instanceof Description.Source.File(String path)
                && path.contains("missing")) {
            return new Published.Refused("the file `" + path + "` cannot be read");
        }
        datasets.put(
                description.id(),
                description.published(
                        new Dataset.Content("/data/new", "text/csv", "new", 10, "00"), TestPortal.NOW, 1));
        return new Published.Done();
    }

    @Override
    public Published publishDraft(Description description) {
        drafts.remove(description.id());
        return publish(description);
    }

    @Override
    public Optional<Description> described(String id) {
        return dataset(id)
                .filter(Dataset::isOnOffer)
                .map(each -> new Description(
                        each.id(),
                        each.titles(),
                        each.descriptions(),
                        each.keywords(),
                        each.themes(),
                        each.countries(),
                        each.licence(),
                        each.facts(),
                        each.offers(),
                        each.answering(),
                        each.visibility(),
                        each.shape(),
                        Optional.of(new Description.Source.File(each.content().location())),
                        Optional.of(each.content().mediaType())));
    }

    @Override
    public Optional<Shape> proposal(Description.Source source) {
        return source instanceof Description.Source.Typed(String text) ? Proposal.ofCsv(text) : Optional.empty();
    }

    @Override
    public List<Drafted> drafts(int limit) {
        return drafts.values().stream()
                .limit(limit)
                .map(each -> new Drafted(each, TestPortal.NOW))
                .toList();
    }

    @Override
    public Optional<Drafted> draft(String id) {
        return Optional.ofNullable(drafts.get(id)).map(each -> new Drafted(each, TestPortal.NOW));
    }

    @Override
    public Published keep(Description description) {
        drafts.put(description.id(), description);
        return new Published.Done();
    }

    @Override
    public Optional<Committed> discard(String id) {
        return Optional.ofNullable(drafts.remove(id)).map(_ -> new Committed.Done(1));
    }

    @Override
    public Optional<Committed> show(String id, Visibility visibility) {
        return dataset(id).filter(Dataset::isOnOffer).map(each -> {
            datasets.put(id, each.shownTo(visibility));
            return new Committed.Done(1);
        });
    }

    @Override
    public Optional<Committed> withdraw(String id, String reason) {
        return dataset(id).filter(Dataset::isOnOffer).map(each -> {
            datasets.put(id, each.withdrawn(TestPortal.NOW, reason));
            return new Committed.Done(1);
        });
    }

    @Override
    public List<Participant> participants() {
        return List.copyOf(register.values());
    }

    @Override
    public Optional<Participant> participant(Did did) {
        return Optional.ofNullable(register.get(did.text()));
    }

    @Override
    public Committed register(Participant participant) {
        register.put(participant.did().text(), participant);
        return new Committed.Done(1);
    }

    @Override
    public Optional<Did> did(String text) {
        return Did.parse(text, Admission.PRODUCTION) instanceof Did.Parse.Parsed(Did did)
                ? Optional.of(did)
                : Optional.empty();
    }

    @Override
    public Announced look(Did did) {
        return isPeerAway ? new Announced.NotFound("no answer") : new Announced.Found(List.of("DataService"));
    }

    @Override
    public Optional<PeerCatalog> catalog(Did peer) {
        return Optional.ofNullable(catalogs.get(peer.text()));
    }

    @Override
    public Optional<PeerCatalog> readCatalog(Did peer) {
        catalogs.put(
                peer.text(),
                new PeerCatalog(
                        peer.text(),
                        TestPortal.NOW,
                        TestPortal.NOW.plusSeconds(600),
                        isPeerAway ? 1 : 0,
                        isPeerAway ? Optional.empty() : Optional.of(TestPortal.NOW),
                        isPeerAway ? 0 : datasetsOfPeers,
                        isPeerAway ? Optional.of("it does not answer") : Optional.empty()));
        return catalog(peer);
    }

    @Override
    public Instant now() {
        return TestPortal.NOW;
    }
}
