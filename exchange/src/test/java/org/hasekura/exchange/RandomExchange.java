package org.hasekura.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hasekura.policy.Offer;

/**
 * One history of two nodes under a seed: a few negotiations and transfers, people who act at random, messages that are
 * lost, late, doubled or overtaken, and nodes that die at a commit and are started again. Then the network heals, nobody
 * dies or interferes any more, and all that is owed gets done.
 *
 * <p>Two things are as in life: a message that is late comes within {@value #LATE_MILLIS} ms or never, and people act
 * {@value #ROUND_SECONDS} s apart. A copy that came after further acts of people could not be told from a new message of
 * a peer that gives its messages no names.
 */
final class RandomExchange {

    private static final int LATE_MILLIS = 2_000;
    private static final int ROUND_SECONDS = 5;
    private static final int ROUNDS = 12;
    private static final List<String> DATASETS = List.of("direct", "confirm", "manual", "contacts", "unclear");
    private static final String WHY = "Hanako Tanaka says so";

    private final Pair pair;
    private final SplittableRandom random;
    private final double trouble;
    private boolean well;
    private int deaths;

    RandomExchange(long seed) {
        this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 1);
        this.pair = Pair.seeded(random.nextInt(8) == 0 ? "KE" : "JP", seed);
        this.trouble = random.nextDouble() * random.nextDouble();
        for (Side side : List.of(pair.consumer(), pair.provider())) {
            side.through((_, _) -> fate());
            side.dying(this::dies);
            side.busy(() -> !well && random.nextDouble() < trouble / 4);
        }
    }

    void run() {
        pair.world().after(Duration.ZERO, this::asks);
        for (int round = 1; round <= ROUNDS; round++) {
            pair.world().after(Duration.ofSeconds((long) round * ROUND_SECONDS), this::people);
        }
        pair.world().pass(Duration.ofSeconds((ROUNDS + 1L) * ROUND_SECONDS));
        well = true;
        pair.world().settle();
        // What waits for a person is answered, what runs is completed.
        for (int again = 0; again < 4; again++) {
            negotiations();
            pair.world().settle();
            transfers();
            pair.world().settle();
        }
        for (Side side : List.of(pair.consumer(), pair.provider())) {
            WhatAlwaysHolds.check(side);
        }
        WhatAlwaysHolds.sameOnBothSides(pair);
    }

    int finalized() {
        return (int) pair.provider().store().negotiations("", 100).stream()
                .filter(each -> each.state() == NegotiationState.FINALIZED)
                .count();
    }

    int completed() {
        return (int) pair.provider().store().transfers("", 100).stream()
                .filter(each -> each.state() == TransferState.COMPLETED)
                .count();
    }

    int deaths() {
        return deaths;
    }

    private Wire.Fate fate() {
        if (well || random.nextDouble() >= trouble) {
            return random.nextInt(8) == 0 ? new Wire.Fate.AnswerSlow(soon()) : new Wire.Fate.Arrives();
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Wire.Fate.RequestLost();
            case 1 -> new Wire.Fate.AnswerLost();
            case 2 -> new Wire.Fate.ArrivesLate(late());
            case 3 -> new Wire.Fate.ComesTwice(late());
            case 4 -> new Wire.Fate.Answered(503, "");
            default -> new Wire.Fate.AnswerSlow(soon());
        };
    }

    private Duration soon() {
        return Duration.ofMillis(random.nextInt(300));
    }

    private Duration late() {
        return Duration.ofMillis(random.nextInt(LATE_MILLIS));
    }

    /** At commits more often than between them: there is more that can go wrong. */
    private Optional<Death> dies(Side side, Moment moment) {
        double risk = moment instanceof Moment.Commits ? trouble / 12 : trouble / 40;
        if (well || random.nextDouble() >= risk) {
            return Optional.empty();
        }
        deaths++;
        pair.world().after(Duration.ofMillis(random.nextInt(1_000)), side::restart);
        return Optional.of(random.nextBoolean() ? Death.SIGKILL : Death.POWER_LOSS);
    }

    private void asks() {
        String dataset = DATASETS.get(random.nextInt(DATASETS.size()));
        Offer offer = dataset.equals("contacts") ? Pair.SERVICE : Pair.OPEN;
        Side provider = pair.provider();
        quietly(
                pair.consumer(),
                () -> pair.consumer()
                        .exchange()
                        .negotiations()
                        .request(provider.did(), provider.address(), dataset, offer));
    }

    /** A round of what people do: mostly what is to be done, sometimes what crosses it. */
    private void people() {
        if (random.nextInt(6) == 0) {
            asks();
        }
        negotiations();
        transfers();
    }

    private void negotiations() {
        for (Negotiation negotiation : pair.consumer().store().negotiations("", 100)) {
            boolean lastWordMissing = negotiation.state() == NegotiationState.VERIFIED;
            if (!well && random.nextInt(lastWordMissing ? 2 : 20) == 0) {
                end(pair.consumer(), negotiation);
            } else if (negotiation.waiting().isPresent()) {
                boolean counters = !well && random.nextInt(3) == 0;
                NegotiationAct act =
                        counters ? new NegotiationAct.Counter(negotiation.offer()) : new NegotiationAct.Accept();
                quietly(
                        pair.consumer(),
                        () -> pair.consumer().exchange().negotiations().act(negotiation.pid(), act));
            }
        }
        for (Negotiation negotiation : pair.provider().store().negotiations("", 100)) {
            if (!well && random.nextInt(20) == 0) {
                end(pair.provider(), negotiation);
            } else if (negotiation.waiting().isPresent() && (well || random.nextBoolean())) {
                boolean permits = random.nextInt(4) > 0;
                quietly(
                        pair.provider(),
                        () -> pair.provider()
                                .exchange()
                                .negotiations()
                                .decide(negotiation.pid(), permits, "officer", WHY));
            }
        }
    }

    private void end(Side side, Negotiation negotiation) {
        quietly(
                side,
                () -> side.exchange()
                        .negotiations()
                        .act(negotiation.pid(), new NegotiationAct.Terminate(Reason.of("changed-mind", WHY))));
    }

    private void transfers() {
        for (Concluded agreement : pair.consumer().store().agreements("", 100)) {
            if (agreement.stands() && !well && random.nextInt(3) == 0) {
                quietly(
                        pair.consumer(),
                        () -> pair.consumer()
                                .exchange()
                                .transfers()
                                .request(
                                        agreement.agreement().id(),
                                        pair.provider().address()));
            }
        }
        for (Side side : List.of(pair.consumer(), pair.provider())) {
            for (Transfer transfer : side.store().transfers("", 100)) {
                if (well) {
                    finish(side, transfer);
                } else {
                    acts(side, transfer);
                }
            }
        }
    }

    private void acts(Side side, Transfer transfer) {
        var transfers =
                Optional.of(side).filter(Side::isUp).map(each -> each.exchange().transfers());
        Reason reason = Reason.of("person", WHY);
        switch (random.nextInt(8)) {
            case 0 -> quietly(side, () -> transfers.orElseThrow().act(transfer.pid(), new TransferAct.Suspend(reason)));
            case 1, 2 -> quietly(side, () -> transfers.orElseThrow().act(transfer.pid(), new TransferAct.Start()));
            case 3 -> delivered(side, transfer);
            case 4 -> {
                if (random.nextInt(4) == 0) {
                    quietly(side, () -> transfers.orElseThrow().act(transfer.pid(), new TransferAct.Terminate(reason)));
                }
            }
            default -> {}
        }
    }

    private void delivered(Side side, Transfer transfer) {
        if (transfer.role() == Role.CONSUMER && transfer.dataAddress().isPresent()) {
            quietly(side, () -> side.exchange().transfers().delivered(transfer.pid(), TwoNodesTransferTest.arrived()));
        }
    }

    private void finish(Side side, Transfer transfer) {
        if (transfer.role() != Role.CONSUMER) {
            return;
        }
        if (transfer.effective() == TransferState.SUSPENDED) {
            quietly(side, () -> side.exchange().transfers().act(transfer.pid(), new TransferAct.Start()));
        } else if (transfer.effective() == TransferState.STARTED) {
            delivered(side, transfer);
        }
    }

    private interface Doing {
        Object something() throws StoreFailed;
    }

    /** A person at a node that is down comes back later; one whose node dies does not know what has happened. */
    private static void quietly(Side side, Doing doing) {
        if (side.isUp()) {
            try {
                doing.something();
            } catch (StoreFailed died) {
                // It is started again by itself.
            }
        }
    }
}
