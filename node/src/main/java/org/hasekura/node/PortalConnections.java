package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.LimitReach;
import org.hasekura.exchange.Limits;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.portal.Connections;

/** Limits on connections for the pages, by the same engine as {@code hasekura limit}. */
record PortalConnections(Limits limits) implements Connections {

    @Override
    public List<Limit> all() throws StoreFailed {
        return limits.all();
    }

    @Override
    public Optional<Limit> on(String did) throws StoreFailed {
        return limits.on(did);
    }

    @Override
    public LimitReach reach(Limit.Target target, Limit.Effect effect) throws StoreFailed {
        return limits.reach(target, effect);
    }

    @Override
    public Limits.Given give(Limits.Order order) throws StoreFailed {
        return limits.give(order);
    }

    @Override
    public Limits.Given lift(String id, String role, String reason) throws StoreFailed {
        return limits.lift(id, role, reason);
    }
}
