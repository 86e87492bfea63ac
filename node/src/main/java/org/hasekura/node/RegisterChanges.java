package org.hasekura.node;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.Disregarded;
import org.hasekura.partnership.Event;
import org.hasekura.partnership.Ledger;
import org.hasekura.partnership.Named;
import org.hasekura.partnership.Register;

/** Changes that a person makes to a register on disk: all of them, or none. */
final class RegisterChanges {

    private final RegisterFolder folder;
    private final SecretariatKeys keys;

    RegisterChanges(RegisterFolder folder, SecretariatKeys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** Each in view of what stands, signed; a change that the register would disregard is refused, and nothing is written. */
    List<Named> enter(List<Change> changes, Author author, Instant at, String reason) throws CommandFailed {
        Ledger ledger = folder.ledger();
        Register register = folder.register();
        var entered = new ArrayList<Named>();
        for (Change change : changes) {
            Event event = register.inView(Event.first(author, at, reason, change));
            ledger = ledger.plus(event, Optional.of(keys.sign(event)));
            register = Register.of(ledger.events(), folder.compilation().sources());
            Named named = Named.of(event);
            Optional<Disregarded> wrong = register.disregarded().stream()
                    .filter(each -> each.event().id().equals(named.id()))
                    .findFirst();
            if (wrong.isPresent()) {
                throw new CommandFailed("`" + change.word() + "` of `" + change.subject() + "` was refused, and nothing"
                        + " was changed: " + wrong.get().why().en());
            }
            entered.add(named);
        }
        folder.with(ledger).write();
        return entered;
    }
}
