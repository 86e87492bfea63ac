package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Offer;

/**
 * Two nodes that do nothing by themselves, brought to where a transition begins, and the one act that makes it. What
 * happens to that act is the test's affair; afterwards a person at the acting side looks whether it was done and, if it
 * was not, does it again.
 */
final class Play {

    private static final Reason WHY = Reason.of("enough", "somebody wants it so");

    /** Nobody acts unless told to. */
    private static final Conduct IDLE = new Conduct() {
        @Override
        public Next<NegotiationAct> next(
                Negotiation negotiation, Optional<Dataset> dataset, Optional<Assessment> assessment) {
            return Next.nothing();
        }

        @Override
        public Next<TransferAct> next(Transfer transfer, Optional<Reason> bar) {
            return Next.nothing();
        }
    };

    private final Transition transition;
    private final Pair pair;
    private String agreement = "";

    private Play(Transition transition, long seed) {
        this.transition = transition;
        this.pair = Pair.seeded("JP", seed);
        pair.consumer().behaving(IDLE);
        pair.provider().behaving(IDLE);
    }

    /** Both sides stand where the transition begins, with nothing on its way. */
    static Play before(Transition transition, long seed) throws StoreFailed {
        Play play = new Play(transition, seed);
        if (transition.process() == ProcessKind.TRANSFER) {
            play.negotiateTo("FINALIZED");
            play.agreement = play.pair
                    .consumer()
                    .store()
                    .agreements("", 1)
                    .getFirst()
                    .agreement()
                    .id();
            if (transition.from().isPresent()) {
                play.transferTo(transition.from().get());
            }
        } else if (transition.from().isPresent()) {
            play.negotiateTo(transition.from().get());
        }
        play.pair.world().settle();
        return play;
    }

    Pair pair() {
        return pair;
    }

    World world() {
        return pair.world();
    }

    Side sender() {
        return of(transition.by());
    }

    Side receiver() {
        return of(transition.by().other());
    }

    Side of(Role role) {
        return role == Role.PROVIDER ? pair.provider() : pair.consumer();
    }

    /** Does it; whoever dies of it is not asked. */
    void act() {
        try {
            make();
        } catch (StoreFailed died) {
            assertThat(sender().isUp()).as("whose store fails is down").isFalse();
        }
    }

    /** All is well again: what was not done is done once more, and all that follows happens. */
    void finish() {
        world().settle();
        if (!isDone()) {
            act();
            world().settle();
        }
    }

    /** Whether the acting side stands where the act leads, or is on its way there. */
    private boolean isDone() {
        return switch (transition.process()) {
            case NEGOTIATION ->
                sender().store().negotiations("", 2).stream()
                        .anyMatch(each -> each.effective().name().equals(transition.to()));
            case TRANSFER ->
                sender().store().transfers("", 2).stream()
                        .anyMatch(each -> each.effective().name().equals(transition.to()));
        };
    }

    private void make() throws StoreFailed {
        switch (transition.process()) {
            case NEGOTIATION -> negotiate(transition);
            case TRANSFER -> transfer(transition);
        }
    }

    private void negotiateTo(String state) throws StoreFailed {
        List<String> way = switch (state) {
            case "REQUESTED" -> List.of("REQUESTED");
            case "OFFERED" -> List.of("REQUESTED", "OFFERED");
            case "ACCEPTED" -> List.of("REQUESTED", "OFFERED", "ACCEPTED");
            case "AGREED" -> List.of("REQUESTED", "AGREED");
            case "VERIFIED" -> List.of("REQUESTED", "AGREED", "VERIFIED");
            case "FINALIZED" -> List.of("REQUESTED", "AGREED", "VERIFIED", "FINALIZED");
            case "TERMINATED" -> List.of("REQUESTED", "TERMINATED");
            default -> throw new IllegalArgumentException(state);
        };
        follow(ProcessKind.NEGOTIATION, way);
    }

    private void transferTo(String state) throws StoreFailed {
        List<String> way = switch (state) {
            case "REQUESTED" -> List.of("REQUESTED");
            case "STARTED" -> List.of("REQUESTED", "STARTED");
            case "SUSPENDED" -> List.of("REQUESTED", "STARTED", "SUSPENDED");
            case "COMPLETED" -> List.of("REQUESTED", "STARTED", "COMPLETED");
            case "TERMINATED" -> List.of("REQUESTED", "TERMINATED");
            default -> throw new IllegalArgumentException(state);
        };
        follow(ProcessKind.TRANSFER, way);
    }

    /** Goes through these states, each by the first arrow that leads there. */
    private void follow(ProcessKind process, List<String> way) throws StoreFailed {
        Optional<String> at = Optional.empty();
        for (String next : way) {
            Optional<String> from = at;
            Transition arrow = Transition.all().stream()
                    .filter(each -> each.process() == process
                            && each.from().equals(from)
                            && each.to().equals(next))
                    .findFirst()
                    .orElseThrow();
            if (process == ProcessKind.NEGOTIATION) {
                negotiate(arrow);
            } else {
                transfer(arrow);
            }
            world().settle();
            at = Optional.of(next);
        }
    }

    private void negotiate(Transition arrow) throws StoreFailed {
        Side side = of(arrow.by());
        if (arrow.isOpening()) {
            if (arrow.by() == Role.CONSUMER) {
                pair.asks("direct", Pair.OPEN);
            } else {
                Pair.process(side.exchange()
                        .negotiations()
                        .offer(pair.consumer().did(), pair.consumer().address(), "direct", Pair.OPEN.id()));
            }
            return;
        }
        Negotiation now = side.store().negotiations("", 1).getFirst();
        Offer offer = now.offer();
        NegotiationAct act = switch (arrow.to()) {
            case "REQUESTED" -> new NegotiationAct.Counter(offer);
            case "OFFERED" -> new NegotiationAct.MakeOffer(offer);
            case "ACCEPTED" -> new NegotiationAct.Accept();
            case "AGREED" -> new NegotiationAct.Agree(offer.terms());
            case "VERIFIED" -> new NegotiationAct.Verify();
            case "FINALIZED" -> new NegotiationAct.Conclude();
            case "TERMINATED" -> new NegotiationAct.Terminate(WHY);
            default -> throw new IllegalArgumentException(arrow.to());
        };
        Pair.process(side.exchange().negotiations().act(now.pid(), act));
    }

    private void transfer(Transition arrow) throws StoreFailed {
        Side side = of(arrow.by());
        if (arrow.isOpening()) {
            pair.asksForBytes(agreement);
            return;
        }
        Transfer now = side.store().transfers("", 1).getFirst();
        TransferAct act = switch (arrow.to()) {
            case "STARTED" -> new TransferAct.Start();
            case "SUSPENDED" -> new TransferAct.Suspend(WHY);
            case "COMPLETED" -> new TransferAct.Complete();
            case "TERMINATED" -> new TransferAct.Terminate(WHY);
            default -> throw new IllegalArgumentException(arrow.to());
        };
        Pair.process(side.exchange().transfers().act(now.pid(), act));
    }

    /** Ends the process from the acting side, if it has not ended. */
    void end() throws StoreFailed {
        if (!transition.isFinal()) {
            Transition ending = new Transition(
                    transition.process(), Optional.of(transition.to()), "TERMINATED", transition.by(), "");
            if (transition.process() == ProcessKind.NEGOTIATION) {
                negotiate(ending);
            } else {
                transfer(ending);
            }
        }
    }

    /** Both sides stand there with nothing on its way, and everything that must always hold does. */
    void check(String state) {
        for (Side side : List.of(pair.provider(), pair.consumer())) {
            assertThat(side.isUp()).as("%s is up", side.did()).isTrue();
            switch (transition.process()) {
                case NEGOTIATION ->
                    assertThat(side.store().negotiations("", 5))
                            .as("negotiations at %s", side.did())
                            .singleElement()
                            .satisfies(each -> assertThat(each.state().name()).isEqualTo(state))
                            .satisfies(each -> assertThat(each.sending()).isEmpty());
                case TRANSFER ->
                    assertThat(side.store().transfers("", 5))
                            .as("transfers at %s", side.did())
                            .singleElement()
                            .satisfies(each -> assertThat(each.state().name()).isEqualTo(state))
                            .satisfies(each -> assertThat(each.sending()).isEmpty());
            }
            assertThat(side.store().outbox()).as("outbox of %s", side.did()).isEmpty();
            WhatAlwaysHolds.check(side);
        }
        WhatAlwaysHolds.sameOnBothSides(pair);
    }

    /** Lets time pass until both sides are at rest; answers how long that took. */
    Duration settles() {
        var begun = world().now();
        world().settle();
        return Duration.between(begun, world().now());
    }
}
