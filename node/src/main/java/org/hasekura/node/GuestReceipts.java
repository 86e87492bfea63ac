package org.hasekura.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.evidence.Cosignature;
import org.hasekura.evidence.Cosigner;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.evidence.KeyCheck;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.NoteSignature;
import org.hasekura.evidence.SignatureType;
import org.hasekura.evidence.VerifierKey;
import org.hasekura.portal.Guests;
import org.hasekura.portal.Invitation;

/**
 * Receipts that guests sign. Where the counterparty has a node, that node cosigns the log's head; for a guest a key does it that
 * their browser has made, or one that this node makes on their behalf and throws away. The name of the key says which.
 */
final class GuestReceipts {

    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofMinutes(10);
    private static final int ENTRIES_MAX = 2_000;
    private static final int PENDING_MAX = 1_000;
    private static final int KEY_BYTES_MAX = 200;

    private final PublishedLog published;
    private final Receipts receipts;
    private final EntryStore entries;
    private final GuestSigned guests;
    private final Clock clock;

    // Owned by this object's monitor; the oldest come first. What guests are asked to sign, by their link.
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    GuestReceipts(Means means, Proving proving) {
        this.published = proving.published();
        this.receipts = proving.receipts();
        this.entries = means.store().entries();
        this.guests = proving.guests();
        this.clock = means.clock();
    }

    private record Pending(Note note, long index, String transfer) {}

    /** What is to be signed about the last download, once it has ended and no receipt is there. */
    synchronized Optional<Guests.ToSign> toSign(Invitation invitation) throws IOException {
        Optional<Pending> made = prepare(invitation);
        made.ifPresent(each -> {
            pending.remove(invitation.id());
            var oldest = pending.keySet().iterator();
            if (pending.size() >= PENDING_MAX && oldest.hasNext()) {
                oldest.next();
                oldest.remove();
            }
            pending.put(invitation.id(), each);
        });
        return made.map(each ->
                new Guests.ToSign(each.index(), each.note().text(), keyName(invitation, Invitation.KeyHolder.BROWSER)));
    }

    private Optional<Pending> prepare(Invitation invitation) throws IOException {
        Optional<String> transfer = invitation.progress().lastTransfer();
        if (transfer.isEmpty() || invitation.progress().receipt().isPresent()) {
            return Optional.empty();
        }
        OptionalLong index = endOf(transfer.get());
        return index.isPresent()
                ? Optional.of(new Pending(published.refresh(), index.getAsLong(), transfer.get()))
                : Optional.empty();
    }

    private OptionalLong endOf(String transfer) throws IOException {
        for (IndexedEntry each : entries.entriesOf(transfer, ENTRIES_MAX).reversed()) {
            if (Entry.parse(each.bytes()).orElseThrow() instanceof Entry.TransferEnded) {
                return OptionalLong.of(each.index());
            }
        }
        return OptionalLong.empty();
    }

    /** One key must not serve two names, and two keys not one: each download has its own. */
    private String keyName(Invitation invitation, Invitation.KeyHolder holder) {
        return published.log().key().name() + "/guests/" + invitation.id() + "/"
                + invitation.progress().transfers().size()
                + (holder == Invitation.KeyHolder.NODE ? "/by-node" : "");
    }

    /** What came of a signature. */
    sealed interface Taken {
        record Good(Invitation.Signed signed) implements Taken {}

        record Refused(String why) implements Taken {}
    }

    synchronized Taken take(Invitation invitation, Guests.Cosigned cosigned) {
        Optional<Pending> asked = Optional.ofNullable(pending.get(invitation.id()))
                .filter(each -> invitation.progress().lastTransfer().equals(Optional.of(each.transfer())));
        if (asked.isEmpty()) {
            return new Taken.Refused("nothing is waiting to be signed; open the page again");
        }
        Instant now = clock.instant();
        if (Math.abs(now.getEpochSecond() - cosigned.seconds()) > CLOCKS_DIFFER_MAX.toSeconds()) {
            return new Taken.Refused("the clock of the browser is more than " + CLOCKS_DIFFER_MAX.toMinutes()
                    + " minutes off; set it right");
        }
        try {
            VerifierKey key = VerifierKey.of(
                    keyName(invitation, Invitation.KeyHolder.BROWSER),
                    SignatureType.COSIGNATURE_ED25519,
                    publicKey(cosigned.publicKey()));
            NoteSignature line = line(key, cosigned);
            return switch (key.check(asked.get().note().text(), line)) {
                case KeyCheck.Good _ -> {
                    pending.remove(invitation.id());
                    yield new Taken.Good(signed(
                            Invitation.KeyHolder.BROWSER,
                            asked.get(),
                            asked.get().note().with(line),
                            key));
                }
                case KeyCheck.Bad(String why) -> new Taken.Refused(why);
                case KeyCheck.Unable(String why) -> new Taken.Refused(why);
            };
        } catch (GeneralSecurityException | IllegalArgumentException notOne) {
            return new Taken.Refused("the key or the signature is none of Ed25519");
        }
    }

    private static PublicKey publicKey(String base64) throws GeneralSecurityException {
        if (base64.length() > KEY_BYTES_MAX) {
            throw new IllegalArgumentException("a key of " + base64.length() + " characters");
        }
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static NoteSignature line(VerifierKey key, Guests.Cosigned cosigned) {
        byte[] signature = Base64.getDecoder().decode(cosigned.signature());
        if (signature.length != Cosignature.BYTES - Long.BYTES) {
            throw new IllegalArgumentException("a signature of " + signature.length + " bytes");
        }
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + Cosignature.BYTES)
                .putInt(key.keyId())
                .putLong(cosigned.seconds())
                .put(signature)
                .array();
        return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(bytes));
    }

    /** Empty when nothing is to be signed. */
    synchronized Optional<Invitation.Signed> onBehalf(Invitation invitation) throws IOException {
        Optional<Pending> asked = prepare(invitation);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        try {
            // Held by this method alone: when it returns nobody can sign with it any more.
            Cosigner cosigner = Cosigner.ed25519(
                    keyName(invitation, Invitation.KeyHolder.NODE),
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            Note note = asked.get().note();
            return Optional.of(signed(
                    Invitation.KeyHolder.NODE,
                    asked.get(),
                    note.with(cosigner.cosign(note.text(), clock.instant())),
                    cosigner.key()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks Ed25519", e);
        }
    }

    private Invitation.Signed signed(Invitation.KeyHolder holder, Pending asked, Note note, VerifierKey key) {
        return new Invitation.Signed(
                clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                holder,
                asked.transfer(),
                asked.index(),
                note.note(),
                key.vkey());
    }

    /** The receipt of how the last download ended, as {@code hasekura verify} takes it. */
    Optional<byte[]> receipt(Invitation invitation) throws IOException {
        Optional<Invitation.Signed> kept = invitation.progress().receipt();
        Optional<Receipts.Signed> signed = guests.last(invitation);
        return kept.isEmpty() || signed.isEmpty()
                ? Optional.empty()
                : Optional.of(receipts.receipt(kept.get().index(), signed.get()).bytes());
    }
}
