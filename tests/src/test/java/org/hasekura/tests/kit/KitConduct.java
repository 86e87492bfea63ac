package org.hasekura.tests.kit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hasekura.exchange.Conduct;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Next;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.policy.Assessment;

/**
 * Plays the part that each test of the kit expects of the connector, looked up by dataset or agreement. Where the table
 * says nothing this side stays silent.
 *
 * <p>Each act comes a while after the state it answers to: the kit opens the path it is to arrive on only when it is done
 * with its own step.
 */
final class KitConduct implements Conduct {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Name, state, what is done the first time it is reached, and where it matters the times after. */
    private static final Map<String, List<String>> TABLE = table("""
            ACN0101  REQUESTED offer
            ACN0102  REQUESTED offer terminate
            ACN0103  REQUESTED offer
            ACN0103  ACCEPTED  agree
            ACN0103  VERIFIED  finalize
            ACN0104  REQUESTED agree
            ACN0104  VERIFIED  finalize
            ACN0201  REQUESTED terminate
            ACN0203  REQUESTED agree
            ACN0204  REQUESTED offer
            ACN0205  REQUESTED offer
            ACN0205  OFFERED   terminate
            ACN0206  REQUESTED offer
            ACN0206  ACCEPTED  terminate
            ACN0207  REQUESTED agree
            ACN0207  VERIFIED  terminate
            ACN0301  REQUESTED agree
            ACN0301  VERIFIED  finalize
            ACN0302  REQUESTED offer
            ACN0303  REQUESTED offer
            ACN0304  REQUESTED offer nothing
            ACNC0101 OFFERED   accept
            ACNC0101 AGREED    verify
            ACNC0102 OFFERED   counter
            ACNC0103 OFFERED   terminate
            ACNC0104 AGREED    verify
            ACNC0202 REQUESTED terminate
            ACNC0203 AGREED    terminate
            ACNC0205 OFFERED   accept
            ACNC0206 AGREED    verify
            ACNC0304 OFFERED   accept
            ACNC0305 OFFERED   accept
            ACNC0306 OFFERED   accept
            ATP0101  REQUESTED start
            ATP0101  STARTED   terminate
            ATP0102  REQUESTED start
            ATP0102  STARTED   complete
            ATP0103  REQUESTED start
            ATP0103  STARTED   suspend
            ATP0103  SUSPENDED terminate
            ATP0104  REQUESTED start
            ATP0104  STARTED   suspend complete
            ATP0104  SUSPENDED start
            ATP0105  REQUESTED terminate
            ATP0201  REQUESTED start
            ATP0202  REQUESTED start
            ATP0203  REQUESTED start
            ATP0303  REQUESTED start
            ATP0304  REQUESTED start
            ATP0305  REQUESTED start
            ATP0306  REQUESTED start
            ATPC0201 STARTED   terminate
            ATPC0202 STARTED   complete
            ATPC0203 STARTED   suspend
            ATPC0203 SUSPENDED terminate
            ATPC0205 REQUESTED terminate
            """);

    private static final Reason REASON = Reason.of("kit", "a test of the conformance kit asks for it");

    @Override
    public Next<NegotiationAct> next(
            Negotiation negotiation, Optional<Dataset> dataset, Optional<Assessment> assessment) {
        // Only a request can come again; the one that opens the negotiation makes its first version.
        boolean isFirst = negotiation.effective() != NegotiationState.REQUESTED || negotiation.version() == 1;
        return switch (act(negotiation.datasetId(), negotiation.effective(), isFirst)) {
            case "offer" -> after(new NegotiationAct.MakeOffer(negotiation.offer()));
            case "agree" -> after(new NegotiationAct.Agree(negotiation.offer().terms()));
            case "finalize" -> after(new NegotiationAct.Conclude());
            case "accept" -> after(new NegotiationAct.Accept());
            case "counter" -> after(new NegotiationAct.Counter(negotiation.offer()));
            case "verify" -> after(new NegotiationAct.Verify());
            case "terminate" -> after(new NegotiationAct.Terminate(REASON));
            default -> Next.nothing();
        };
    }

    @Override
    public Next<TransferAct> next(Transfer transfer, Optional<Reason> bar) {
        if (bar.isPresent()) {
            return after(new TransferAct.Terminate(bar.get()));
        }
        // Requested, started, acknowledged: one that has more behind it was suspended before.
        boolean isFirst = transfer.version() <= 3;
        return switch (act(transfer.agreementId(), transfer.effective(), isFirst)) {
            case "start" -> after(new TransferAct.Start());
            case "suspend" -> after(new TransferAct.Suspend(REASON));
            case "complete" -> after(new TransferAct.Complete());
            case "terminate" -> after(new TransferAct.Terminate(REASON));
            default -> Next.nothing();
        };
    }

    private static String act(String name, Enum<?> state, boolean isFirst) {
        List<String> acts = TABLE.getOrDefault(name + " " + state.name(), List.of("nothing"));
        return isFirst ? acts.getFirst() : acts.getLast();
    }

    private static <A> Next<A> after(A act) {
        return Next.after(PAUSE, act);
    }

    private static Map<String, List<String>> table(String text) {
        return text.lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(
                        words -> words[0] + " " + words[1],
                        words -> Arrays.asList(words).subList(2, words.length)));
    }
}
