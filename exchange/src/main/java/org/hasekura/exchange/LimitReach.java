package org.hasekura.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hasekura.identity.Participant;

/**
 * What a limit on connections would stop if it held now: for whoever is about to order it.
 *
 * @param participants whom it would meet, by what the register says that day
 * @param transfers that it would pause or end
 * @param negotiations that it would end; there is no pause in one
 */
public record LimitReach(List<Participant> participants, List<Transfer> transfers, List<Negotiation> negotiations) {

    public LimitReach {
        participants = List.copyOf(participants);
        transfers = List.copyOf(transfers);
        negotiations = List.copyOf(negotiations);
    }

    static LimitReach of(Limit.Target target, Limit.Effect effect, ExchangeStore store, LocalDate day)
            throws StoreFailed {
        List<Participant> met = store.participants().stream()
                .filter(each -> target.meets(each.did().text(), Optional.of(each.on(day))))
                .toList();
        Set<String> peers = met.stream().map(each -> each.did().text()).collect(Collectors.toSet());
        return new LimitReach(
                met,
                store.openTransfers().stream()
                        .filter(each -> peers.contains(each.peer()) && effect.stops(each))
                        .toList(),
                store.openNegotiations().stream()
                        .filter(each ->
                                peers.contains(each.peer()) && !each.effective().isFinal())
                        .toList());
    }
}
