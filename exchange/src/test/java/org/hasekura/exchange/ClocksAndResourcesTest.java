package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hasekura.exchange.testing.SimDisk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Classes G and H of the fault matrix: one of two nodes has a clock that is wrong, or lacks something that it needs, from
 * the middle of a negotiation on; half an hour later that is mended.
 */
@Tag("faults")
@DisplayName("A node whose clock is wrong, or that lacks what it needs")
class ClocksAndResourcesTest {

    private static final Duration UNTIL_MENDED = Duration.ofMinutes(30);

    /** Makes something wrong with this side; what it answers makes it right again. */
    private interface Wrong {
        Runnable with(Side side, World world);
    }

    @Test
    @DisplayName("class G: an hour ahead or behind, ten years ahead, standing still, smearing a leap second")
    void clocks() {
        Map<String, Wrong> all = new LinkedHashMap<>();
        all.put("HOUR_AHEAD", shows(now -> now.plus(Duration.ofHours(1))));
        all.put("HOUR_BEHIND", shows(now -> now.minus(Duration.ofHours(1))));
        all.put("TEN_YEARS_AHEAD", shows(now -> now.plus(Duration.ofDays(3653))));
        all.put("FROZEN", (side, world) -> {
            Instant since = world.now();
            side.clockShows(_ -> since);
            return () -> side.clockShows(UnaryOperator.identity());
        });
        all.put("LEAP_SMEAR", (side, world) -> {
            Instant since = world.now();
            // A second in a day, so that each lasts 1/86,400 longer.
            side.clockShows(now -> now.minusNanos(Duration.between(since, now).toNanos() / 86_400));
            return () -> side.clockShows(UnaryOperator.identity());
        });
        run("G", all);
    }

    private static Wrong shows(UnaryOperator<Instant> time) {
        return (side, _) -> {
            side.clockShows(time);
            return () -> side.clockShows(UnaryOperator.identity());
        };
    }

    @Test
    @DisplayName("class H: no room on the disk, no file descriptors, killed for its memory, a slow disk, a slow peer")
    void resources() {
        Map<String, Wrong> all = new LinkedHashMap<>();
        all.put("DISK_FULL", (side, _) -> {
            side.troubled((operation, _) -> {
                if (operation == SimDisk.Operation.WRITE) {
                    throw new IOException("No space left on device");
                }
            });
            return () -> {
                side.troubled((_, _) -> {});
                side.restart();
            };
        });
        all.put("NO_DESCRIPTORS", (side, _) -> {
            side.through((_, _) -> new Wire.Fate.RequestLost());
            side.facing().through((_, _) -> new Wire.Fate.RequestLost());
            return mended(side, each -> each.through(Wire.GOOD));
        });
        all.put("KILLED_FOR_MEMORY", (side, _) -> {
            side.dying(
                    (_, moment) -> moment.isAt(Moment.Stage.WRITTEN) ? Optional.of(Death.SIGKILL) : Optional.empty());
            return () -> {
                side.dying(Side.Mortality.NEVER);
                side.restart();
            };
        });
        all.put("SLOW_DISK", (side, world) -> {
            side.troubled((operation, _) -> {
                if (operation == SimDisk.Operation.SYNC) {
                    world.standStill(Duration.ofSeconds(5));
                }
            });
            return () -> side.troubled((_, _) -> {});
        });
        all.put("SLOW_PEER", (side, _) -> {
            side.through((_, _) -> new Wire.Fate.AnswerSlow(Duration.ofSeconds(25)));
            return () -> side.through(Wire.GOOD);
        });
        run("H", all);
    }

    private static Runnable mended(Side side, Consumer<Side> how) {
        return () -> {
            how.accept(side);
            how.accept(side.facing());
        };
    }

    private static void run(String name, Map<String, Wrong> all) {
        var report = new FaultReport(name);
        all.forEach((what, wrong) -> {
            for (Role role : Role.values()) {
                report.add(one(what + " " + role, role, wrong, report.size() + 1L));
            }
        });
        report.tell("");
        assertThat(report.failed()).isEmpty();
        assertThat(report.size()).isEqualTo(10);
    }

    private static FaultReport.Case one(String point, Role role, Wrong wrong, long seed) {
        String result = "ok";
        Pair pair = Pair.seeded("JP", seed);
        var watch = new FaultMatrix.Watch(pair.world());
        pair.consumer().listening(watch);
        pair.provider().listening(watch);
        try {
            exchange(pair, role, wrong, watch);
        } catch (Exception | AssertionError failed) {
            result = "failed: " + String.valueOf(failed.getMessage()).replaceAll("[\\s;]+", " ");
        }
        Ledger.Account account = (role == Role.PROVIDER ? pair.provider() : pair.consumer()).account();
        return new FaultReport.Case(
                point,
                result,
                account.acknowledged(),
                account.present(),
                account.extra(),
                watch.recoveryMillis(),
                seed);
    }

    /** A negotiation begins, something goes wrong, is mended, and then both sides finish it and a transfer under it. */
    private static void exchange(Pair pair, Role role, Wrong wrong, FaultMatrix.Watch watch) throws StoreFailed {
        Side side = role == Role.PROVIDER ? pair.provider() : pair.consumer();
        pair.asks("confirm", Pair.OPEN);
        Runnable mend = wrong.with(side, pair.world());
        pair.world().pass(UNTIL_MENDED);
        mend.run();
        watch.happens();
        pair.world().settle();
        Negotiation negotiation = pair.consumer().store().negotiations("", 1).getFirst();
        assertThat(negotiation.state()).isEqualTo(NegotiationState.FINALIZED);
        String transfer = pair.starts(negotiation.agreement().orElseThrow().id());
        Pair.process(pair.consumer().exchange().transfers().delivered(transfer, TwoNodesTransferTest.arrived()));
        pair.world().settle();
        TwoNodesTransferTest.both(pair, transfer, TransferState.COMPLETED);
        WhatAlwaysHolds.check(pair.provider());
        WhatAlwaysHolds.check(pair.consumer());
        WhatAlwaysHolds.sameOnBothSides(pair);
    }
}
