package org.hasekura.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hasekura.exchange.Listener;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Transfer;

/** Hands on what has changed to whoever asked to be told; whoever joins late missed what came before. */
final class Listeners implements Listener {
    private final List<Listener> all = new CopyOnWriteArrayList<>();

    void add(Listener listener) {
        all.add(listener);
    }

    void remove(Listener listener) {
        all.remove(listener);
    }

    /** For whoever cares for transfers alone. */
    void addForTransfers(Consumer<Transfer> told) {
        add(new Listener() {
            @Override
            public void changed(Negotiation negotiation) {}

            @Override
            public void changed(Transfer transfer) {
                told.accept(transfer);
            }
        });
    }

    @Override
    public void changed(Negotiation negotiation) {
        all.forEach(each -> each.changed(negotiation));
    }

    @Override
    public void changed(Transfer transfer) {
        all.forEach(each -> each.changed(transfer));
    }
}
