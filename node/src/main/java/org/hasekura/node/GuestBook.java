package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.portal.Invitation;

/** The links for guests as this node keeps them. What was put is durable when a call returns. */
final class GuestBook {

    /** Those that have ended included. */
    static final int LINKS_MAX = 5_000;

    private static final String LIST = "guest-links";
    private static final String LINK = "guest-link.";
    private static final String CONTACT = "guest-contact.";
    private static final String WAY = "guest-way.";

    private final Shelf shelf;

    GuestBook(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The newest first. */
    List<Invitation> all() throws StoreFailed {
        var all = new ArrayList<Invitation>();
        for (GuestBookJson.Line each : lines().reversed()) {
            find(each.id()).ifPresent(all::add);
        }
        return all;
    }

    Optional<Invitation> find(String id) throws StoreFailed {
        return id.matches("[A-Za-z0-9-]{1,64}") ? shelf.get(LINK + id).map(GuestBookJson::read) : Optional.empty();
    }

    Optional<Invitation> withToken(String token) throws StoreFailed {
        String sha256 = Hash.sha256(token.getBytes(StandardCharsets.UTF_8)).hex();
        Optional<String> id = lines().stream()
                .filter(each -> each.tokenSha256().equals(sha256))
                .map(GuestBookJson.Line::id)
                .findFirst();
        return id.isPresent() ? find(id.get()) : Optional.empty();
    }

    boolean isFull() throws StoreFailed {
        return lines().size() >= LINKS_MAX;
    }

    synchronized void add(Invitation invitation) throws StoreFailed {
        put(invitation);
        var lines = new ArrayList<>(lines());
        lines.add(new GuestBookJson.Line(invitation.id(), invitation.tokenSha256()));
        shelf.put(LIST, GuestBookJson.writeLines(lines));
    }

    /** In the place of what was kept of it. */
    void put(Invitation invitation) throws StoreFailed {
        shelf.put(LINK + invitation.id(), GuestBookJson.write(invitation));
    }

    private List<GuestBookJson.Line> lines() throws StoreFailed {
        Optional<byte[]> kept = shelf.get(LIST);
        return kept.isPresent() ? GuestBookJson.readLines(kept.get()) : List.of();
    }

    /** The hash under which the address of the guest's person is kept apart; absent for links of before that. */
    Optional<Hash> contact(String id) throws StoreFailed {
        return shelf.get(CONTACT + id)
                .map(each ->
                        Hash.parseHex(new String(each, StandardCharsets.UTF_8)).orElseThrow());
    }

    void putContact(String id, Hash hash) throws StoreFailed {
        shelf.put(CONTACT + id, hash.hex().getBytes(StandardCharsets.UTF_8));
    }

    /** The token that opens the bytes of a guest's transfer, as the start of it said. */
    Optional<String> way(String transferPid) throws StoreFailed {
        return shelf.get(WAY + transferPid).map(each -> new String(each, StandardCharsets.UTF_8));
    }

    void putWay(String transferPid, String token) throws StoreFailed {
        shelf.put(WAY + transferPid, token.getBytes(StandardCharsets.UTF_8));
    }
}
