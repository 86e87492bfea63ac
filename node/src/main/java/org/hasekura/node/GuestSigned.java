package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.DidDocument;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.VerifierKey;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.portal.Invitation;

/**
 * The heads of the log that guests have signed. A guest has no node that could be asked to cosign a fresh one, so what they
 * signed at the end of a download stands in its place, for everything that lies below that head.
 */
final class GuestSigned {

    private final GuestNames names;
    private final GuestBook book;
    private final OwnIdentity own;
    private final PublishedLog published;

    GuestSigned(GuestNames names, GuestBook book, OwnIdentity own, PublishedLog published) {
        this.names = names;
        this.book = book;
        this.own = own;
        this.published = published;
    }

    boolean isGuest(Did did) {
        return names.isGuest(did.text());
    }

    /** The head that this guest signed last, if it holds the first so many entries of the log. */
    Optional<Receipts.Signed> covering(Did guest, long entries) throws StoreFailed {
        Optional<String> id = names.id(guest.text());
        Optional<Invitation> invitation = id.isPresent() ? book.find(id.get()) : Optional.empty();
        return invitation.flatMap(this::last).filter(signed -> size(signed.note()) >= entries);
    }

    private static long size(Note note) {
        return Checkpoint.parse(note.text()).orElseThrow().head().size();
    }

    /** The head that was signed for the last download; empty when that has no receipt yet. */
    Optional<Receipts.Signed> last(Invitation invitation) {
        return invitation
                .progress()
                .receipt()
                .map(kept -> new Receipts.Signed(
                        Note.parse(kept.note()).orElseThrow(),
                        published.log().key(),
                        List.of(VerifierKey.parse(kept.vkey()).orElseThrow()),
                        List.of(new DidDocument(own.did().text(), own.documentText()), names.document(invitation))));
    }
}
