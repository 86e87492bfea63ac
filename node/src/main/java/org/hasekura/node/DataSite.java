package org.hasekura.node;

import java.io.IOException;
import java.util.Optional;
import org.hasekura.delivery.Deliveries;
import org.hasekura.sender.Sender;
import org.hasekura.sender.SenderLimits;
import org.hasekura.sender.Tls;

/** What consumers reach: the bytes under their agreements, on a port of their own. */
final class DataSite {

    private DataSite() {}

    /**
     * Starts the sender of data, where the settings have one.
     *
     * @param storeFailed called at each request that failed because the storage did
     * @throws IOException if the address cannot be bound, in words
     */
    static Optional<Sender> start(Means means, Deliveries deliveries, Optional<Tls> tls, Runnable storeFailed)
            throws IOException {
        Optional<Ground.DataPlace> place = means.ground().data();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Settings.Limits limits = means.settings().limits();
        return Optional.of(Sender.start(
                place.get().bind(),
                new DataDesk(deliveries, limits, storeFailed),
                new SenderLimits(
                        limits.headerBytesMax(),
                        limits.connectionsMax(),
                        limits.connectionsPerAddressMax(),
                        limits.headTime(),
                        limits.idleTime()),
                tls.filter(_ -> means.settings().tls().isSpokenBy("data")),
                means.settings().data().addressHeader(),
                means.clock()));
    }
}
