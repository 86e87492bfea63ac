package org.hasekura.node;

import java.time.ZoneOffset;

/** The register of a partnership on this node, and what a secretariat does with it. */
record Partnership(RegisterInUse register, OwnCouncil council) {

    static Partnership of(Means means, Trade trade) {
        var register = new RegisterInUse(means.settings().node().dataFolder());
        var offering = new RegisterOffer(
                trade.exchange(),
                means.exchangeStore(),
                means.ground().folder().path("published"),
                means.law()
                        .now()
                        .regime(
                                means.settings().organisation().country(),
                                means.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate()),
                means.clock());
        return new Partnership(register, new OwnCouncil(register, offering, means.clock()));
    }
}
