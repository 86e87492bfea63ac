package org.hasekura.node;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Ids;
import org.hasekura.identity.Admission;
import org.hasekura.law.Law;
import org.hasekura.store.SqlStore;

/**
 * What the parts of a node are made with.
 *
 * @param exchangeStore the exchange's part of the store, with what was put around it
 */
record Means(
        Ground ground,
        OwnIdentity own,
        Optional<TlsFiles> tls,
        LawInUse law,
        SqlStore store,
        ExchangeStore exchangeStore,
        VirtualScheduler scheduler,
        Clock clock,
        SecureRandom random,
        Ids ids) {

    /**
     * Opens what must be open before anything runs.
     *
     * @param law by which the node judges, unless its settings name a folder with law data
     * @param stop called once when the storage fails
     * @throws IOException if law data, certificate or database cannot be used, in words
     */
    static Means of(Ground ground, Law law, UnaryOperator<ExchangeStore> around, Clock clock, Runnable stop)
            throws IOException {
        var lawInUse = LawInUse.of(ground.settings().law(), law);
        var random = new SecureRandom();
        OwnIdentity own = OwnIdentity.of(ground, clock);
        Optional<TlsFiles> tls = TlsFiles.of(ground.settings().tls());
        SqlStore store = NodeStore.open(ground, clock, stop);
        return new Means(
                ground,
                own,
                tls,
                lawInUse,
                store,
                around.apply(store.exchange(Riding::on)),
                new VirtualScheduler(),
                clock,
                random,
                new Ids(clock, random));
    }

    Settings settings() {
        return ground.settings();
    }

    /** The DID of this node. */
    String did() {
        return own.did().text();
    }

    boolean isDevelopment() {
        return own.admission() == Admission.DEVELOPMENT;
    }
}
