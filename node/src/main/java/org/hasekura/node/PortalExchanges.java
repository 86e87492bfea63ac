package org.hasekura.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.EvidenceBodies;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Agreements;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import org.hasekura.identity.Participant;
import org.hasekura.law.Law;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Assessor;
import org.hasekura.policy.Terms;
import org.hasekura.portal.Dossier;
import org.hasekura.portal.DutyStanding;
import org.hasekura.portal.Exchanges;
import org.hasekura.portal.Summary;

/** The exchanges of this node for its pages, by the same services as the management API. */
final class PortalExchanges implements Exchanges {

    private final OwnIdentity own;
    private final Exchange exchange;
    private final ExchangeStore store;
    private final EvidenceBodies bodies;
    private final Bundles bundles;
    private final Receipts receipts;
    private final Counterparty counterparty;
    private final Arrivals arrivals;
    private final Supplier<Law> law;
    private final PortalNews news;
    private final PortalDossiers dossiers;
    private final PortalDuties duties;

    PortalExchanges(Means means, Outward out, Proving proving, Trade trade, Arrivals arrivals, PortalNews news) {
        this.own = means.own();
        this.exchange = trade.exchange();
        this.store = means.exchangeStore();
        this.bodies = BodiesOfStore.in(means.store().bodies());
        this.bundles = proving.bundles();
        this.receipts = proving.receipts();
        this.counterparty = out.counterparty();
        this.arrivals = arrivals;
        this.law = means.law()::now;
        this.news = news;
        this.dossiers = new PortalDossiers(means, trade, arrivals);
        this.duties =
                new PortalDuties(new Duties(means.did(), store, means.store().entries(), means.clock()), bodies);
    }

    @Override
    public Optional<Dossier> find(String pid) throws StoreFailed {
        Optional<Negotiation> found = store.negotiation(pid);
        return found.isEmpty() ? Optional.empty() : Optional.of(dossiers.of(found.get()));
    }

    @Override
    public List<Summary> newest() throws StoreFailed {
        return dossiers.newest();
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
    public List<Rejudged> judgedWith(Participant changed, LocalDate day) throws StoreFailed {
        var assessor = new Assessor(law.get(), own.participant());
        var judged = new ArrayList<Rejudged>();
        for (Transfer each : store.openTransfers()) {
            boolean isMet = each.role() == Role.PROVIDER
                    && each.isRunning()
                    && each.peer().equals(changed.did().text());
            Optional<Concluded> agreement = isMet ? store.agreement(each.agreementId()) : Optional.empty();
            Optional<Dataset> dataset = isMet ? store.dataset(each.datasetId()) : Optional.empty();
            if (agreement.isPresent() && dataset.isPresent()) {
                Terms terms = agreement.get().agreement().terms();
                judged.add(new Rejudged(
                        agreement.get().negotiationPid(),
                        each.datasetId(),
                        dataset.get().titles(),
                        assessor.assess(dataset.get().facts(), Optional.of(changed), terms, terms, day)
                                .ruling()));
            }
        }
        return judged;
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
        var pids = new ArrayList<>(List.of(pid));
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
    public List<DutyStanding> duties(String agreementId) throws StoreFailed {
        return duties.of(agreementId);
    }

    @Override
    public boolean fulfil(String agreementId, DutyStanding.Statement statement) throws StoreFailed {
        return duties.fulfil(agreementId, statement);
    }

    @Override
    public boolean awaitChange(String pid, Duration patience) throws InterruptedException {
        return news.await(patience);
    }

    private List<Did> dids(String did) {
        Admission admission = own.admission();
        return Did.parse(did, admission) instanceof Did.Parse.Parsed(Did parsed) ? List.of(parsed) : List.of();
    }
}
