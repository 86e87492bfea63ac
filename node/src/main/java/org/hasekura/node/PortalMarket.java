package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetDraft;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Description;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.PeerCatalog;
import org.hasekura.exchange.Shape;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Visibility;
import org.hasekura.identity.Did;
import org.hasekura.identity.Participant;
import org.hasekura.identity.Service;
import org.hasekura.policy.Offer;
import org.hasekura.portal.Market;

/** Who takes part and what is on offer, for the pages, by the same services as the management API. */
final class PortalMarket implements Market {

    private final Means means;
    private final Trade trade;
    private final Counterparty counterparty;

    PortalMarket(Means means, Outward out, Trade trade) {
        this.means = means;
        this.trade = trade;
        this.counterparty = out.counterparty();
    }

    @Override
    public CatalogSearch.Found find(CatalogSearch.Asked asked) throws StoreFailed {
        return trade.search().find(asked);
    }

    @Override
    public Answer<Negotiation> ask(Did peer, String datasetId, String offerId) throws IOException {
        URI address = counterparty.dspAddress(peer);
        DatasetView dataset = counterparty
                .dataset(peer, address, datasetId)
                .filter(each -> each.id().equals(datasetId))
                .orElseThrow(() -> new IOException("`" + peer + "` no longer offers `" + datasetId + "`"));
        Offer offer = dataset.offer(offerId)
                .orElseThrow(() -> new IOException("`" + datasetId + "` no longer has the offer `" + offerId + "`"));
        return trade.exchange().negotiations().request(peer.text(), address, datasetId, offer);
    }

    @Override
    public List<Dataset> offered(int limit) throws StoreFailed {
        return means.exchangeStore().datasetsOnOffer("", limit);
    }

    @Override
    public Optional<Dataset> dataset(String id) throws StoreFailed {
        return means.exchangeStore().dataset(id);
    }

    @Override
    public Published publish(Description description) throws StoreFailed {
        return published(trade.publishing().publish(description, Optional.empty()));
    }

    @Override
    public Published publishDraft(Description description) throws StoreFailed {
        return published(trade.publishing().publishDraft(description, Optional.empty()));
    }

    @Override
    public Published keep(Description description) throws StoreFailed {
        return published(trade.publishing().keep(description));
    }

    private static Published published(Publishing.Outcome outcome) {
        return switch (outcome) {
            case Publishing.Outcome.Done _, Publishing.Outcome.Kept _ -> new Published.Done();
            case Publishing.Outcome.Faulty faulty -> new Published.Refused(faulty.words());
            case Publishing.Outcome.Stale _, Publishing.Outcome.Conflict _ ->
                new Published.Refused("somebody else has just changed this dataset; look again");
            case Publishing.Outcome.Busy _ -> new Published.Refused("too much at once; ask again a little later");
        };
    }

    @Override
    public Optional<Description> described(String id) throws StoreFailed {
        return means.exchangeStore().dataset(id).filter(Dataset::isOnOffer).map(trade.publishing()::description);
    }

    @Override
    public Optional<Shape> proposal(Description.Source source) {
        return trade.publishing().proposal(source);
    }

    @Override
    public List<Drafted> drafts(int limit) throws StoreFailed {
        return means.exchangeStore().drafts("", limit).stream()
                .map(PortalMarket::drafted)
                .toList();
    }

    @Override
    public Optional<Drafted> draft(String id) throws StoreFailed {
        return means.exchangeStore().draft(id).map(PortalMarket::drafted);
    }

    private static Drafted drafted(DatasetDraft draft) {
        return new Drafted(Publishing.description(draft), draft.saved());
    }

    @Override
    public Optional<Committed> discard(String id) throws StoreFailed {
        return trade.exchange().offerings().discard(id);
    }

    @Override
    public Optional<Committed> show(String id, Visibility visibility) throws StoreFailed {
        return trade.exchange().offerings().show(id, visibility);
    }

    @Override
    public Optional<Committed> withdraw(String id, String reason) throws StoreFailed {
        return trade.exchange().offerings().withdraw(id, reason);
    }

    @Override
    public List<Participant> participants() throws StoreFailed {
        return means.exchangeStore().participants();
    }

    @Override
    public Optional<Participant> participant(Did did) throws StoreFailed {
        return means.exchangeStore().participant(did.text());
    }

    @Override
    public Committed register(Participant participant) throws StoreFailed {
        return trade.exchange().offerings().register(participant);
    }

    @Override
    public Optional<Did> did(String text) {
        return Did.parse(text, means.own().admission()) instanceof Did.Parse.Parsed(Did did)
                ? Optional.of(did)
                : Optional.empty();
    }

    @Override
    public Announced look(Did did) {
        try {
            return new Announced.Found(counterparty.document(did).services().stream()
                    .map(Service::type)
                    .toList());
        } catch (IOException e) {
            return new Announced.NotFound(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<PeerCatalog> catalog(Did peer) throws StoreFailed {
        return means.store().peerCatalogs().find(peer.text());
    }

    @Override
    public Optional<PeerCatalog> readCatalog(Did peer) throws StoreFailed {
        trade.crawler().add(peer.text());
        return trade.crawler().refresh(peer.text());
    }

    @Override
    public Instant now() {
        return means.clock().instant();
    }
}
