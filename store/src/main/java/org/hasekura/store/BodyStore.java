package org.hasekura.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.StoreFailed;

/**
 * Bodies of messages, and reasons that people gave, under the hash by which evidence names them. They can be erased:
 * the evidence stays whole, and says on which ground.
 */
public final class BodyStore {

    /**
     * A body.
     *
     * @param hash what evidence calls it: SHA-256 of the salt, where there is one, followed by the bytes
     * @param salt keeps short texts from being guessed by their hash
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Body(Hash hash, Optional<byte[]> salt, byte[] bytes, Instant created) {

        public static Body of(byte[] bytes, Instant created) {
            return new Body(Hash.sha256(bytes), Optional.empty(), bytes, created);
        }

        public static Body salted(byte[] salt, byte[] bytes, Instant created) {
            return new Body(Hash.sha256(salt, bytes), Optional.of(salt), bytes, created);
        }
    }

    /**
     * That a body was erased.
     *
     * @param node DID of the node that erased it
     */
    public record Erasure(String node, Entry.ErasureGround ground, Instant at) {}

    /** Rows that are looked at, and erased in one commit, at a time. */
    private static final int PIECE = 200;

    private final GroupCommitWriter writer;
    private final Readers readers;

    BodyStore(GroupCommitWriter writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Keeps the body, durably; nothing changes if it is there already. */
    public void keep(Body body) throws StoreFailed {
        Write write = insert(body.hash().hex(), body.salt(), body.bytes(), body.created());
        writer.runPatiently(transaction -> new GroupCommitWriter.Outcome.Keep<>(transaction.run(write)));
    }

    static Write insert(String sha256, Optional<byte[]> salt, byte[] bytes, Instant created) {
        return Write.of(
                "INSERT INTO body (sha256, salt, bytes, created) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                Sql.key("hash", sha256),
                salt,
                bytes,
                created);
    }

    public Optional<Body> find(Hash hash) throws StoreFailed {
        return readers.first(
                Write.of("SELECT salt, bytes, created FROM body WHERE sha256 = ?", hash.hex()),
                row -> new Body(
                        hash, Optional.ofNullable(row.getBytes(1)), row.getBytes(2), Sql.instant(row.getLong(3))));
    }

    /**
     * Erases the body, with evidence of it and of the ground, and answers whether it was there. Copies of the database are
     * not reached.
     */
    public boolean erase(Hash hash, Erasure erasure) throws StoreFailed {
        return erase(List.of(hash.hex()), erasure) == 1;
    }

    /** When a body was erased, and on which ground. */
    public record Erased(Entry.ErasureGround ground, Instant at) {}

    /** That the body of this hash was erased, if it was. */
    public Optional<Erased> erasure(Hash hash) throws StoreFailed {
        return readers.first(
                Write.of("SELECT ground, erased FROM erased_body WHERE sha256 = ?", hash.hex()),
                row -> new Erased(Entry.ErasureGround.valueOf(row.getString(1)), Sql.instant(row.getLong(2))));
    }

    /**
     * Erases what is older, piece by piece, so that other commits find their way in between, and answers how many there
     * were.
     *
     * @param inUse hashes in lower-case hex of those that stay
     */
    public int eraseOlderThan(Instant created, Set<String> inUse, Erasure erasure) throws StoreFailed {
        int erased = 0;
        Seen last = new Seen(Long.MIN_VALUE, "");
        while (true) {
            List<Seen> piece = readers.all(
                    Write.of(
                            "SELECT created, sha256 FROM body WHERE created < ? AND (created, sha256) > (?, ?)"
                                    + " ORDER BY created, sha256 LIMIT ?",
                            created,
                            last.created(),
                            last.sha256(),
                            PIECE),
                    row -> new Seen(row.getLong(1), row.getString(2)));
            if (piece.isEmpty()) {
                return erased;
            }
            last = piece.getLast();
            List<String> due = piece.stream()
                    .map(Seen::sha256)
                    .filter(hash -> !inUse.contains(hash))
                    .toList();
            erased += erase(due, erasure);
        }
    }

    private int erase(List<String> hashes, Erasure erasure) throws StoreFailed {
        if (hashes.isEmpty()) {
            return 0;
        }
        return writer.runPatiently(transaction -> {
            List<Hash> erased = new ArrayList<>();
            for (String hash : hashes) {
                if (transaction.run(Write.of("DELETE FROM body WHERE sha256 = ?", hash)) == 1) {
                    transaction.run(Write.of(
                            "INSERT INTO erased_body (sha256, ground, erased) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                            hash,
                            erasure.ground().name(),
                            erasure.at()));
                    erased.add(Hash.parseHex(hash).orElseThrow());
                }
            }
            if (!erased.isEmpty()) {
                Entry entry = new Entry.BodiesErased(erasure.node(), erasure.at(), erasure.ground(), erased);
                transaction.append(entry.process(), entry.bytes());
            }
            return new GroupCommitWriter.Outcome.Keep<>(erased.size());
        });
    }

    /** A row's place in the order of age. */
    private record Seen(long created, String sha256) {}
}
