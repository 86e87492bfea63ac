package org.hasekura.node;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.hasekura.partnership.Ledger;
import org.hasekura.partnership.LedgerJson;
import org.hasekura.partnership.Named;
import org.hasekura.partnership.Read;
import org.hasekura.portal.Joining;

/** Takes another secretariat's events over into the register in a folder, and has what is offered of it follow. */
record RegisterJoin(Path folder, RegisterOffer offering) {

    /**
     * What is signed by a trusted key and lacking here is taken; nothing is overwritten.
     *
     * @param name of the file in backticks, for what is wrong with it
     */
    Ledger.Taken take(byte[] events, String name) throws CommandFailed {
        Ledger theirs = switch (LedgerJson.read(events)) {
            case Read.Done<Ledger>(Ledger ledger) -> ledger;
            case Read.Refused<Ledger> refused -> throw new CommandFailed(name + ": " + refused.line());
        };
        Ledger.Taken taken = RegisterFolder.alone(folder, () -> RegisterFolder.take(folder, theirs));
        offering.refresh(folder);
        return taken;
    }

    /** How much that was, and what waits for a person now. */
    Joining.Outcome.Joined told(Ledger.Taken taken, Instant at) throws CommandFailed {
        Set<Named> fresh = new HashSet<>(taken.added());
        Set<String> known = new HashSet<>();
        taken.ledger().events().inOrder().stream()
                .filter(each -> !fresh.contains(each))
                .forEach(each -> known.add(each.event().change().subject()));
        int changed = (int) fresh.stream()
                .filter(each -> known.contains(each.event().change().subject()))
                .count();
        return new Joining.Outcome.Joined(
                at,
                fresh.size() - changed,
                changed,
                RegisterFolder.open(folder).register().contested().size(),
                taken.refused().size(),
                taken.refused().stream()
                        .findFirst()
                        .map(each -> each.event().event().change().word() + " "
                                + each.event().event().change().subject() + ": "
                                + each.why().en()));
    }
}
