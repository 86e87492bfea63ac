package org.hasekura.delivery;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Scheduler;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;

/**
 * The gates of the transfers that were asked for since the start and have not ended. A gate begins with what the store
 * holds, never with news, so that late news cannot open what has been closed.
 */
final class Gates {
    private final ConcurrentMap<String, Gate> gates = new ConcurrentHashMap<>();
    private final Grounds grounds;
    private final Scheduler scheduler;

    Gates(Grounds grounds, Scheduler scheduler) {
        this.grounds = grounds;
        this.scheduler = scheduler;
    }

    /** The gate of a transfer in which this node provides; empty when there is none or it has ended. */
    Optional<Gate> of(String pid) throws StoreFailed {
        Optional<Gate> known =
                Optional.ofNullable(gates.get(pid)).filter(each -> each.newest().isPresent());
        if (known.isPresent()) {
            return known;
        }
        if (provided(pid).isEmpty()) {
            return Optional.empty();
        }
        Gate gate = gates.computeIfAbsent(pid, _ -> new Gate(scheduler));
        // The gate stands before the store is read: a change either is in what is read, or is told to the gate.
        Optional<Transfer> now = provided(pid);
        if (now.isEmpty()) {
            gates.remove(pid, gate);
            return Optional.empty();
        }
        gate.told(now.get());
        return Optional.of(gate);
    }

    /** Must not block. */
    void told(Transfer transfer) {
        Optional<Gate> gate = Optional.ofNullable(gates.get(transfer.pid()));
        gate.ifPresent(each -> each.told(transfer));
        if (!transfer.isOpen()) {
            gate.ifPresent(each -> gates.remove(transfer.pid(), each));
        }
    }

    long served(String pid) {
        return Optional.ofNullable(gates.get(pid)).map(Gate::served).orElse(0L);
    }

    private Optional<Transfer> provided(String pid) throws StoreFailed {
        return grounds.transfer(pid).filter(each -> each.role() == Role.PROVIDER && each.isOpen());
    }
}
