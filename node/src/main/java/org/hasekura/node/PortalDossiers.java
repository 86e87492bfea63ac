package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hasekura.delivery.Deliveries;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.PeerCatalogs;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.ParticipantFacts;
import org.hasekura.law.Law;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.DutyText;
import org.hasekura.policy.Terms;
import org.hasekura.portal.Dossier;
import org.hasekura.portal.Exchanges;
import org.hasekura.portal.Party;
import org.hasekura.portal.Summary;
import org.hasekura.store.ListQuery;
import org.hasekura.store.Listings;

/** Gathers what the node holds about an exchange, for its pages: from the store, the log, the catalogs of peers, the bytes under way. */
final class PortalDossiers {

    private static final int ENTRIES_MAX = 2_000;

    private final Party self;
    private final Deliveries deliveries;
    private final ExchangeStore store;
    private final Listings listings;
    private final PeerCatalogs catalogs;
    private final EntryStore entries;
    private final Arrivals arrivals;
    private final Supplier<Law> law;

    PortalDossiers(Means means, Trade trade, Arrivals arrivals) {
        Settings.Organisation organisation = means.settings().organisation();
        this.self = new Party(means.own().did().text(), organisation.name(), Optional.of(organisation.country()));
        this.deliveries = trade.deliveries();
        this.store = means.exchangeStore();
        this.listings = means.store().listings();
        this.catalogs = means.store().peerCatalogs();
        this.entries = means.store().entries();
        this.arrivals = arrivals;
        this.law = means.law()::now;
    }

    /** The newest exchanges, the newest first; at most {@link Exchanges#LISTED_MAX}. */
    List<Summary> newest() throws StoreFailed {
        Map<String, Transfer> last = new HashMap<>();
        for (Transfer each : listings.transfers(ListQuery.first(Exchanges.LISTED_MAX))) {
            last.putIfAbsent(each.agreementId(), each);
        }
        Map<String, Party> parties = new HashMap<>();
        Map<Named, Map<String, String>> titles = new HashMap<>();
        var all = new ArrayList<Summary>();
        for (Negotiation each : listings.negotiations(ListQuery.first(Exchanges.LISTED_MAX))) {
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

    /** Everything about one of them. */
    Dossier of(Negotiation negotiation) throws StoreFailed {
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
                Exchanges.LISTED_MAX);
        return listings.transfers(sought).stream()
                .filter(each -> each.agreementId().equals(agreement.get()))
                .toList();
    }

    private List<Dossier.Recorded> evidence(String pid, List<Transfer> transfers) throws StoreFailed {
        var all = new TreeMap<Long, Dossier.Recorded>();
        var pids = new ArrayList<>(List.of(pid));
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
    Map<String, String> titles(Negotiation negotiation) throws StoreFailed {
        return negotiation.role() == Role.PROVIDER
                ? store.dataset(negotiation.datasetId()).map(Dataset::titles).orElse(Map.of())
                : catalogs.dataset(negotiation.peer(), negotiation.datasetId())
                        .map(DatasetView::titles)
                        .orElse(Map.of());
    }
}
