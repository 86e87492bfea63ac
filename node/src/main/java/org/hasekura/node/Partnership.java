package org.hasekura.node;

import java.time.Duration;
import java.time.ZoneOffset;

/** The register of a partnership on this node, what a secretariat does with it, and how others' are joined to it. */
record Partnership(RegisterInUse register, OwnCouncil council, Joinings joinings) {

    /** How long a step of joining waits for the other side before it is told as not done. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static Partnership of(Means means, Outward out, Trade trade) {
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
        var join = new RegisterJoin(register.folder(), offering);
        var joinings = new Joinings(
                new Joinings.Own(means.did(), means.own().admission()),
                register,
                new RegisterPull(means, trade, out.counterparty(), PATIENCE),
                join,
                means.scheduler(),
                means.clock());
        return new Partnership(register, new OwnCouncil(register, offering, join, joinings, means.clock()), joinings);
    }
}
