package org.hasekura.store;

import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/** What the node remembers about itself between starts: keys, ports, hashes of tokens. Durable when a call returns. */
public final class SettingStore {

    private final GroupCommitWriter writer;
    private final Readers readers;

    SettingStore(GroupCommitWriter writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    public Optional<byte[]> get(String name) throws StoreFailed {
        return readers.first(
                Write.of("SELECT value FROM setting WHERE name = ?", Sql.key("setting", name)), row -> row.getBytes(1));
    }

    /** Stores the value, in place of what was held under the name. */
    public void put(String name, byte[] value) throws StoreFailed {
        Write write = Write.of("""
                INSERT INTO setting (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value""", Sql.key("setting", name), value);
        writer.runPatiently(transaction -> new GroupCommitWriter.Outcome.Keep<>(transaction.run(write)));
    }

    /** Stores the value unless there is one, and answers the one that holds: for what is made once, at the first start. */
    public byte[] putIfAbsent(String name, byte[] value) throws StoreFailed {
        Write write = Write.of(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                Sql.key("setting", name),
                value);
        writer.runPatiently(transaction -> new GroupCommitWriter.Outcome.Keep<>(transaction.run(write)));
        return get(name).orElseThrow();
    }
}
