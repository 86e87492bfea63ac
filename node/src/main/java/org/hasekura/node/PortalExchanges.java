package org.hasekura.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hasekura.delivery.Deliveries;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.EvidenceBodies;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.exchange.Agreements;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.PeerCatalogs;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import org.hasekura.identity.ParticipantFacts;
import org.hasekura.law.Law;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Assessor;
import org.hasekura.policy.DutyText;
import org.hasekura.policy.Terms;
import org.hasekura.portal.Dossier;
import org.hasekura.portal.Exchanges;
import org.hasekura.portal.Party;
import org.hasekura.portal.Summary;
import org.hasekura.store.ListQuery;
import org.hasekura.store.Listings;

/** The exchanges of this node for its pages, by the same services as the management API. */
final class PortalExchanges implements Exchanges {

    private static final int ENTRIES_MAX = 2_000;

    private final OwnIdentity own;
    private final Party self;
    private final Exchange exchange;
    private final Deliveries deliveries;
    private final ExchangeStore store;
    private final Listings listings;
    private final PeerCatalogs catalogs;
    private final EntryStore entries;
    private final EvidenceBodies bodies;
    private final Bundles bundles;
    private final Receipts receipts;
    private final Counterparty counterparty;
    private final Arrivals arrivals;
    private final Supplier<Law> law;
    private final PortalNews news;

    PortalExchanges(Means means, Outward out, Proving proving, Trade trade, Arrivals arrivals, PortalNews news) {
        Settings.Organisation organisation = means.settings().organisation();
        this.own = means.own();
        this.self = new Party(own.did().text(), organisation.name(), Optional.of(organisation.country()));
        this.exchange = trade.exchange();
        this.deliveries = trade.deliveries();
        this.store = means.exchangeStore();
        this.listings = means.store().listings();
        this.catalogs = means.store().peerCatalogs();
        this.entries = means.store().entries();
        this.bodies = BodiesOfStore.in(means.store().bodies());
        this.bundles = proving.bundles();
        this.receipts = proving.receipts();
        this.counterparty = out.counterparty();
        this.arrivals = arrivals;
        this.law = means.law()::now;
        this.news = news;
    }

    @Override
    public List<Summary> newest() throws StoreFailed {
        Map<String, Transfer> last = new HashMap<>();
        for (Transfer each : listings.transfers(ListQuery.first(LISTED_MAX))) {
            last.putIfAbsent(each.agreementId(), each);
        }
        Map<String, Party> parties = new HashMap<>();
        Map<Named, Map<String, String>> titles = new HashMap<>();
        var all = new java.util.ArrayList<Summary>();
        for (Negotiation each : listings.negotiations(ListQuery.first(LISTED_MAX))) {
            if (!parties.containsKey(each.peer())) {
                parties.put(each.peer(), party(each.peer()));
            }
            Named named = Named.in(each);
            if (!titles.containsKey(named)) {
                titles.put(named, titles(each));
            }
            Optional<String> agreement = each.agreement().map(Agreement::id);
            boolean isOver = agreement.isPresent()
                    && store.agreement(agreement.get())
                            .flatMap(Concluded::ended)
                            .isPresent();
            all.add(new Summary(each, agreement.map(last::get), isOver, parties.get(each.peer()), titles.get(named)));
        }
        return all;
    }

    @Override
    public Optional<Dossier> find(String pid) throws StoreFailed {
        Optional<Negotiation> found = store.negotiation(pid);
        return found.isEmpty() ? Optional.empty() : Optional.of(dossier(found.get()));
    }

    private Dossier dossier(Negotiation negotiation) throws StoreFailed {
        Optional<String> id = negotiation.agreement().map(Agreement::id);
        Optional<Concluded> agreement = id.isEmpty() ? Optional.empty() : store.agreement(id.get());
        List<Transfer> transfers = transfers(negotiation, id);
        Terms terms = agreement
                .map(each -> each.agreement().terms())
                .orElseGet(() -> negotiation.offer().terms());
        return new Dossier(
                negotiation,
                self,
                party(negotiation.peer()),
                titles(negotiation),
                agreement,
                transfers,
                DutyText.of(terms, law.get()),
                evidence(negotiation.pid(), transfers),
                outgoing(negotiation, transfers),
                fetching(transfers));
    }

    private List<Transfer> transfers(Negotiation negotiation, Optional<String> agreement) throws StoreFailed {
        if (agreement.isEmpty()) {
            return List.of();
        }
        var sought = new ListQuery(
                Optional.empty(),
                Optional.of(negotiation.peer()),
                Optional.of(negotiation.datasetId()),
                Optional.empty(),
                Optional.empty(),
                LISTED_MAX);
        return listings.transfers(sought).stream()
                .filter(each -> each.agreementId().equals(agreement.get()))
                .toList();
    }

    private List<Dossier.Recorded> evidence(String pid, List<Transfer> transfers) throws StoreFailed {
        var all = new java.util.TreeMap<Long, Dossier.Recorded>();
        var pids = new java.util.ArrayList<>(List.of(pid));
        transfers.forEach(each -> pids.add(each.pid()));
        try {
            for (String process : pids) {
                for (IndexedEntry each : entries.entriesOf(process, ENTRIES_MAX)) {
                    all.put(
                            each.index(),
                            new Dossier.Recorded(
                                    each.index(),
                                    Entry.parse(each.bytes()).orElseThrow(),
                                    new String(each.bytes(), StandardCharsets.UTF_8)));
                }
            }
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            throw new StoreFailed("the evidence cannot be read", e);
        }
        return List.copyOf(all.values());
    }

    /** What is under way is a small part of all there ever was. */
    private List<Outgoing> outgoing(Negotiation negotiation, List<Transfer> transfers) throws StoreFailed {
        boolean isMoving = negotiation.sending().isPresent()
                || transfers.stream().anyMatch(each -> each.sending().isPresent());
        return isMoving
                ? store.outbox().stream()
                        .filter(each -> each.pid().equals(negotiation.pid())
                                || transfers.stream().anyMatch(of -> of.pid().equals(each.pid())))
                        .toList()
                : List.of();
    }

    private Optional<Dossier.Fetching> fetching(List<Transfer> transfers) throws StoreFailed {
        Optional<Transfer> running = transfers.stream()
                .findFirst()
                .filter(each -> each.isRunning() && each.delivered().isEmpty());
        if (running.isEmpty()) {
            return Optional.empty();
        }
        return switch (running.get().role()) {
            case CONSUMER -> arrivals.of(running.get());
            case PROVIDER ->
                arrivals.served(
                        running.get(),
                        deliveries.served(running.get().pid()),
                        store.dataset(running.get().datasetId())
                                .map(each -> each.content().bytes()));
        };
    }

    @Override
    public Optional<String> ofTransfer(String transferPid) throws StoreFailed {
        Optional<Transfer> transfer = store.transfer(transferPid);
        return transfer.isEmpty()
                ? Optional.empty()
                : store.agreement(transfer.get().agreementId()).map(Concluded::negotiationPid);
    }

    @Override
    public Optional<Assessment> judge(Negotiation negotiation, LocalDate day) throws StoreFailed {
        Optional<Dataset> dataset = store.dataset(negotiation.datasetId());
        if (negotiation.role() != Role.PROVIDER || dataset.isEmpty()) {
            return Optional.empty();
        }
        Terms asked = negotiation.offer().terms();
        Terms published = negotiation
                .agreement()
                .map(Agreement::terms)
                .orElseGet(() -> dataset.get()
                        .offer(negotiation.offer().id())
                        .orElse(dataset.get().offers().getFirst())
                        .terms());
        return Optional.of(new Assessor(law.get(), own.participant())
                .assess(
                        dataset.get().facts(),
                        store.participant(negotiation.peer()),
                        published,
                        negotiation.agreement().map(Agreement::terms).orElse(asked),
                        day));
    }

    @Override
    public Answer<Negotiation> act(String pid, NegotiationAct act) throws StoreFailed {
        return exchange.negotiations().act(pid, act);
    }

    @Override
    public Answer<Negotiation> decide(String pid, boolean permit, String role, String why) throws StoreFailed {
        return exchange.negotiations().decide(pid, permit, role, why);
    }

    @Override
    public Answer<Transfer> start(String agreementId) throws IOException {
        Optional<Concluded> agreement = store.agreement(agreementId);
        return agreement.isEmpty()
                ? new Answer.NotFound<>()
                : exchange.transfers()
                        .request(
                                agreementId,
                                counterparty.dspAddress(new Did(agreement.get().peer())));
    }

    @Override
    public Answer<Transfer> act(String transferPid, TransferAct act) throws StoreFailed {
        return exchange.transfers().act(transferPid, act);
    }

    @Override
    public Answer<Transfer> decideTransfer(String transferPid, boolean permit, String role, String why)
            throws StoreFailed {
        return exchange.transfers().decide(transferPid, permit, role, why);
    }

    @Override
    public Agreements.Ended endAgreement(String agreementId, String role, String reason) throws StoreFailed {
        return exchange.agreements().end(agreementId, role, reason);
    }

    @Override
    public Body body(Hash hash) throws StoreFailed {
        try {
            return switch (bodies.find(hash)) {
                case EvidenceBodies.State.Kept kept -> new Body.Kept(new String(kept.bytes(), StandardCharsets.UTF_8));
                case EvidenceBodies.State.Erased _ -> new Body.Erased();
                case EvidenceBodies.State.Unknown _ -> new Body.Unknown();
            };
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            throw new StoreFailed("the body cannot be read", e);
        }
    }

    @Override
    public void bundle(String pid, OutputStream sink) throws IOException {
        var pids = new java.util.ArrayList<>(List.of(pid));
        Optional<Dossier> found = find(pid);
        found.ifPresent(each -> each.transfers().forEach(transfer -> pids.add(transfer.pid())));
        bundles.write(
                bundles.contents(
                        new BundleScope.Exchange(pids),
                        found.map(each -> dids(each.peer().did())).orElse(List.of()),
                        false,
                        Optional.empty()),
                sink);
    }

    @Override
    public byte[] receipt(String pid, long index) throws IOException {
        List<Did> witnesses =
                store.negotiation(pid).map(each -> dids(each.peer())).orElse(List.of());
        return receipts.of(index, witnesses).bytes();
    }

    @Override
    public Optional<Arrived> arrived(String pid, String transferPid) throws StoreFailed {
        return find(pid).stream()
                .flatMap(dossier -> dossier.transfers().stream())
                .filter(each -> each.pid().equals(transferPid))
                .findFirst()
                .flatMap(arrivals::whole)
                .map(file -> new Arrived(String.valueOf(file.getFileName()), sink -> Files.copy(file, sink)));
    }

    @Override
    public boolean awaitChange(String pid, Duration patience) throws InterruptedException {
        return news.await(patience);
    }

    private List<Did> dids(String did) {
        Admission admission = own.admission();
        return Did.parse(did, admission) instanceof Did.Parse.Parsed(Did parsed) ? List.of(parsed) : List.of();
    }

    private Party party(String did) throws StoreFailed {
        Optional<ParticipantFacts> facts = store.participant(did).map(each -> each.on(LocalDate.now(ZoneOffset.UTC)));
        return new Party(
                did, facts.flatMap(ParticipantFacts::name).orElse(did), facts.flatMap(ParticipantFacts::country));
    }

    /** Whose dataset it is: ids are each provider's own, and two may use the same. */
    private record Named(Role role, String peer, String dataset) {
        static Named in(Negotiation negotiation) {
            boolean isOurs = negotiation.role() == Role.PROVIDER;
            return new Named(negotiation.role(), isOurs ? "" : negotiation.peer(), negotiation.datasetId());
        }
    }

    /** Of one of our own datasets, or of a peer's as its catalog was read last. */
    private Map<String, String> titles(Negotiation negotiation) throws StoreFailed {
        return negotiation.role() == Role.PROVIDER
                ? store.dataset(negotiation.datasetId()).map(Dataset::titles).orElse(Map.of())
                : catalogs.dataset(negotiation.peer(), negotiation.datasetId())
                        .map(DatasetView::titles)
                        .orElse(Map.of());
    }
}
