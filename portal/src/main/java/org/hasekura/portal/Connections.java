package org.hasekura.portal;

import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.LimitReach;
import org.hasekura.exchange.Limits;
import org.hasekura.exchange.StoreFailed;

/** What the portal asks of the node about limits on connections, and has it do. What is done is durable when a method returns. */
public interface Connections {

    /** Every limit that was ever given, newest first. */
    List<Limit> all() throws StoreFailed;

    /** The limit that meets a participant now. */
    Optional<Limit> on(String did) throws StoreFailed;

    /** What a limit would stop now; nothing is changed. */
    LimitReach reach(Limit.Target target, Limit.Effect effect) throws StoreFailed;

    /** Gives a limit: what it meets has stopped when this returns. */
    Limits.Given give(Limits.Order order) throws StoreFailed;

    /**
     * Lifts a limit: what it alone had paused goes on.
     *
     * @param role in which somebody lifts it, for the evidence
     */
    Limits.Given lift(String id, String role, String reason) throws StoreFailed;
}
