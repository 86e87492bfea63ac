package org.hasekura.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs cases of the fault matrix one by one: each has two nodes of its own, one transition, and one thing that goes wrong
 * with it. A case has failed if anything that must always hold does not, or if the two sides do not come to where the
 * transition leads.
 */
final class FaultMatrix {

    static final Duration RESTARTED_AFTER = Duration.ofSeconds(1);

    /** What goes wrong, armed right before the act. */
    interface Trouble {
        void arm(Play play, Transition transition, Watch watch);
    }

    /** Drives a case to its end and asserts what must be true then. */
    interface Course {
        void run(Play play, Transition transition, Watch watch) throws Exception;
    }

    /** When something went wrong in a case, and when its process changed last. */
    static final class Watch implements Listener {
        private final World world;
        private Optional<Instant> wrong = Optional.empty();
        private Instant changed;

        Watch(World world) {
            this.world = world;
            this.changed = world.now();
        }

        boolean hasHappened() {
            return wrong.isPresent();
        }

        /** Only what happens first counts. */
        void happens() {
            if (wrong.isEmpty()) {
                wrong = Optional.of(world.now());
            }
        }

        long recoveryMillis() {
            return wrong.map(since ->
                            Math.max(0, Duration.between(since, changed).toMillis()))
                    .orElse(0L);
        }

        @Override
        public void changed(Negotiation negotiation) {
            changed = world.now();
        }

        @Override
        public void changed(Transfer transfer) {
            changed = world.now();
        }
    }

    private final FaultReport report;
    private long seed;

    FaultMatrix(String name) {
        this.report = new FaultReport(name);
    }

    FaultReport report() {
        return report;
    }

    /** The usual course: something goes wrong with the act, then all is well and both sides get where it leads. */
    static Course troubled(Trouble trouble) {
        return (play, transition, watch) -> {
            trouble.arm(play, transition, watch);
            play.act();
            play.finish();
            if (!watch.hasHappened()) {
                throw new AssertionError("nothing went wrong: the point was not reached");
            }
            play.check(transition.to());
        };
    }

    void run(String point, Transition transition, Course course) {
        seed++;
        String what = point + " " + transition;
        String result = "ok";
        Ledger.Account account = new Ledger.Account(0, 0, 0);
        long recovery = 0;
        try {
            Play play = Play.before(transition, seed);
            Watch watch = new Watch(play.world());
            play.sender().listening(watch);
            play.receiver().listening(watch);
            course.run(play, transition, watch);
            recovery = watch.recoveryMillis();
            account = sum(List.of(play.sender().account(), play.receiver().account()));
        } catch (Exception | AssertionError failed) {
            result = "failed: " + String.valueOf(failed.getMessage()).replaceAll("[\\s;]+", " ");
        }
        report.add(new FaultReport.Case(
                what, result, account.acknowledged(), account.present(), account.extra(), recovery, seed));
    }

    private static Ledger.Account sum(List<Ledger.Account> accounts) {
        return new Ledger.Account(
                accounts.stream().mapToInt(Ledger.Account::acknowledged).sum(),
                accounts.stream().mapToInt(Ledger.Account::present).sum(),
                accounts.stream().mapToInt(Ledger.Account::extra).sum());
    }
}
