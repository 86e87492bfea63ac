package org.hasekura.node;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sites on loopback for tests. */
final class TestSites {

    static final Settings.Limits LIMITS = new Settings.Limits(
            64 << 10, 8 << 10, 100_000, 64, 256, 256, Duration.ofSeconds(5), Duration.ofSeconds(20));
    static final Settings.Peers PEERS = new Settings.Peers(Duration.ofSeconds(10), Duration.ofSeconds(20), 1 << 20);

    private TestSites() {}

    static HttpPort.Site site(Settings.Limits limits, Runnable storeFailed, Route... routes) {
        return new HttpPort.Site(
                "test",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Routes(List.of(routes)),
                limits,
                Optional.empty(),
                Optional.empty(),
                storeFailed);
    }

    static HttpPort.Site site(Route... routes) {
        return site(LIMITS, () -> {}, routes);
    }
}
