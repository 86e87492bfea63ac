package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.LimitReach;
import org.hasekura.exchange.Limits;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.TransferState;
import org.hasekura.identity.Participant;

/** Limits in memory: those on Japan reach the one Japanese peer, of whom a transfer runs and a negotiation is open. */
final class FakeConnections implements Connections {

    final List<Limit> limits = new ArrayList<>();
    boolean isBusy;

    @Override
    public List<Limit> all() {
        return limits.reversed();
    }

    @Override
    public Optional<Limit> on(String did) {
        return limits.stream()
                .filter(each -> each.holdsAt(TestPortal.NOW))
                .filter(each -> reached(each.target()).stream()
                        .anyMatch(met -> met.did().text().equals(did)))
                .findFirst();
    }

    private static List<Participant> reached(Limit.Target target) {
        return new FakeMarket()
                .register.values().stream()
                        .filter(each -> target.meets(
                                each.did().text(),
                                Optional.of(each.on(TestPortal.NOW
                                        .atZone(java.time.ZoneOffset.UTC)
                                        .toLocalDate()))))
                        .toList();
    }

    @Override
    public LimitReach reach(Limit.Target target, Limit.Effect effect) {
        List<Participant> met = reached(target);
        return met.isEmpty()
                ? new LimitReach(met, List.of(), List.of())
                : new LimitReach(
                        met,
                        List.of(Samples.transfer("pid-1", Role.PROVIDER, TransferState.STARTED)),
                        List.of(Samples.negotiation(
                                "pid-2", Role.PROVIDER, NegotiationState.REQUESTED, Optional.empty())));
    }

    @Override
    public Limits.Given give(Limits.Order order) {
        if (isBusy) {
            return new Limits.Given.Busy();
        }
        var limit = new Limit(
                "limit-" + (limits.size() + 1),
                order.target(),
                order.effect(),
                order.from().orElse(TestPortal.NOW),
                order.until(),
                order.reason(),
                order.citation(),
                order.role(),
                TestPortal.NOW,
                Optional.empty());
        limits.add(limit);
        return new Limits.Given.Done(limit);
    }

    @Override
    public Limits.Given lift(String id, String role, String reason) {
        Optional<Limit> found =
                limits.stream().filter(each -> each.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return new Limits.Given.NotFound();
        }
        Limit it = found.get();
        var lifted = new Limit(
                it.id(),
                it.target(),
                it.effect(),
                it.from(),
                it.until(),
                it.reason(),
                it.citation(),
                it.role(),
                it.given(),
                Optional.of(new Limit.Lifting(TestPortal.NOW, role, reason)));
        limits.replaceAll(each -> each.equals(it) ? lifted : each);
        return new Limits.Given.Done(lifted);
    }
}
