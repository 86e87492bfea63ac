package org.hasekura.node;

import java.net.URI;
import java.util.Optional;
import org.hasekura.evidence.DidDocument;
import org.hasekura.portal.Invitation;

/**
 * What guests are called: names below this node's own, since it is this node that vouches for them.
 *
 * @param publicUrl under which peers reach this node, without a slash at the end
 */
record GuestNames(String ownDid, URI publicUrl) {

    static GuestNames of(Means means) {
        return new GuestNames(means.did(), means.ground().publicUrl());
    }

    private String prefix() {
        return ownDid + ":guests:";
    }

    String did(String id) {
        return prefix() + id;
    }

    boolean isGuest(String did) {
        return did.startsWith(prefix());
    }

    /** The id of the link of a guest with this DID. */
    Optional<String> id(String did) {
        return isGuest(did) ? Optional.of(did.substring(prefix().length())) : Optional.empty();
    }

    /** Where a guest's document lies; nothing else does. */
    URI address(String id) {
        return URI.create(publicUrl + "/guests/" + id);
    }

    /** What a guest's DID leads to: the key of their last receipt, if they have signed one. */
    DidDocument document(Invitation invitation) {
        return new DidDocument(
                invitation.did(),
                GuestBookJson.document(
                        invitation.did(),
                        address(invitation.id()) + "/",
                        invitation.progress().receipt().map(Invitation.Signed::vkey)));
    }
}
