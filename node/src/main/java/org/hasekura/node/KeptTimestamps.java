package org.hasekura.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hasekura.evidence.BundleWriter;

/**
 * The timestamps that this node was given, in a folder: for each the checkpoint that was stamped, and beside it the
 * authority's answer, so that {@code openssl ts -verify} reads them as they lie there. Durable when {@link #keep} returns.
 */
final class KeptTimestamps {

    /** By size of the checkpoint and time of the stamp, so that opening reads names alone. */
    private static final Pattern NAME = Pattern.compile("([1-9][0-9]{0,17})-([0-9]{1,12})[.]tsr");

    private static final String ANSWER = ".tsr";
    private static final String STAMPED = ".checkpoint";

    private final Path folder;
    private final Map<String, NavigableMap<Long, Instant>> kept = new ConcurrentHashMap<>();

    private KeptTimestamps(Path folder) {
        this.folder = folder;
    }

    /** What is there. */
    static KeptTimestamps open(Path folder) throws IOException {
        var timestamps = new KeptTimestamps(folder);
        try (DirectoryStream<Path> authorities = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path authority : authorities) {
                timestamps.read(authority);
            }
        }
        return timestamps;
    }

    private void read(Path authority) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(authority)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    of(authority.getFileName().toString())
                            .put(Long.parseLong(name.group(1)), Instant.ofEpochSecond(Long.parseLong(name.group(2))));
                }
            }
        }
    }

    private NavigableMap<Long, Instant> of(String authority) {
        return kept.computeIfAbsent(authority, _ -> new ConcurrentSkipListMap<>());
    }

    /** One that is kept: of a checkpoint of this size, at this time to the second. */
    record Kept(long size, Instant at) {}

    /** That of the largest checkpoint. */
    Optional<Kept> newest(String authority) {
        return Optional.ofNullable(of(authority).lastEntry()).map(each -> new Kept(each.getKey(), each.getValue()));
    }

    /** That of the smallest checkpoint that holds so many entries. */
    Optional<Kept> firstOver(String authority, long entries) {
        return Optional.ofNullable(of(authority).ceilingEntry(entries))
                .map(each -> new Kept(each.getKey(), each.getValue()));
    }

    /** How many there are. */
    int count(String authority) {
        return of(authority).size();
    }

    /** The files of one that is kept. */
    BundleWriter.Stamp read(String authority, Kept one) throws IOException {
        return new BundleWriter.Stamp(
                one.size(),
                Files.readAllBytes(file(authority, one, STAMPED)),
                Files.readAllBytes(file(authority, one, ANSWER)));
    }

    /** Keeps it, the answer last: where there is one, all of it is there. */
    void keep(String authority, Instant at, BundleWriter.Stamp stamp) throws IOException {
        Instant second = Instant.ofEpochSecond(at.getEpochSecond());
        Kept one = new Kept(stamp.size(), second);
        Files.createDirectories(folder.resolve(authority));
        write(file(authority, one, STAMPED), stamp.stamped());
        write(file(authority, one, ANSWER), stamp.answer());
        of(authority).put(stamp.size(), second);
    }

    private Path file(String authority, Kept one, String kind) {
        return folder.resolve(authority).resolve(one.size() + "-" + one.at().getEpochSecond() + kind);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
