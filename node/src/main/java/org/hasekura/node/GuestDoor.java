package org.hasekura.node;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.portal.Guests.Checked;
import org.hasekura.portal.Guests.CodeSent;
import org.hasekura.portal.Invitation;

/** Asks guests who they are: a code goes to the person whom this node's people named, and comes back by the guest's page. */
final class GuestDoor {

    private static final System.Logger LOG = System.getLogger(GuestDoor.class.getName());

    private final Means means;
    private final GuestBook book;
    private final GuestRegister register;
    private final GuestCodes codes;
    private final Optional<Mail> mail;

    GuestDoor(Means means, GuestBook book, GuestRegister register, Optional<Mail> mail) {
        this.means = means;
        this.book = book;
        this.register = register;
        this.codes = new GuestCodes(means.clock(), means.random());
        this.mail = mail;
    }

    boolean sendsMail() {
        return mail.isPresent();
    }

    CodeSent sendCode(Invitation invitation) {
        return switch (codes.fresh(invitation.id())) {
            case GuestCodes.Fresh.TooMany(Instant again) -> new CodeSent.TooMany(again);
            case GuestCodes.Fresh.Made(String code) ->
                mail.map(by -> mailed(invitation, code, by)).orElseGet(CodeSent.ToPerson::new);
        };
    }

    private CodeSent mailed(Invitation invitation, String code, Mail by) {
        try {
            by.send(
                    invitation.guest().email(),
                    GuestMailText.subject(code),
                    GuestMailText.body(code, means.settings().organisation().name()));
            return new CodeSent.ByMail();
        } catch (IOException notTaken) {
            codes.drop(invitation.id());
            LOG.log(System.Logger.Level.WARNING, "a code for a guest was not sent: {0}", notTaken.getMessage());
            return new CodeSent.Failed();
        }
    }

    Optional<String> codeToTell(Invitation invitation) {
        return mail.isPresent() ? Optional.empty() : codes.current(invitation.id());
    }

    boolean awaitsCode(Invitation invitation) {
        return codes.current(invitation.id()).isPresent();
    }

    Checked confirm(Invitation seen, String code, String visit) throws StoreFailed {
        synchronized (book) {
            Invitation invitation = book.find(seen.id()).orElse(seen);
            return switch (codes.take(invitation.id(), code)) {
                case GuestCodes.Tried.Gone _ -> new Checked.Gone();
                case GuestCodes.Tried.Wrong(int left) -> wrong(invitation, left);
                case GuestCodes.Tried.Right _ -> right(invitation, visit);
            };
        }
    }

    private Checked right(Invitation invitation, String visit) throws StoreFailed {
        Invitation.Way way = mail.isPresent() ? Invitation.Way.MAIL : Invitation.Way.PERSON;
        boolean isFirst = invitation.progress().confirmation().isEmpty();
        Invitation now = invitation.with(invitation.progress().confirmed(new Invitation.Confirmation(now(), way)));
        if (isFirst) {
            register.confirmed(now);
        }
        book.put(now);
        codes.letIn(now.id(), visit);
        return new Checked.Right(now);
    }

    private Checked wrong(Invitation invitation, int left) throws StoreFailed {
        Invitation.Progress failed = invitation.progress().failed();
        boolean isLocked = failed.failures() >= Invitation.FAILURES_MAX;
        book.put(invitation.with(
                isLocked ? failed.ended(new Invitation.Ending(now(), true, "too many wrong codes")) : failed));
        return isLocked ? new Checked.Locked() : new Checked.Wrong(left);
    }

    boolean knows(Invitation invitation, String visit) {
        return codes.isIn(invitation.id(), visit);
    }

    private Instant now() {
        return means.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
