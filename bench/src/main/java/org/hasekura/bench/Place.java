package org.hasekura.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.hasekura.law.Law;

/**
 * Where a measurement works: a folder of its own on the disk that is measured, removed afterwards.
 *
 * @param home the folder of the checkout
 * @param progress what is going on, for the person who waits
 */
record Place(Path home, Path folder, Disk disk, Law law, PrintWriter progress) implements AutoCloseable {

    /** A new folder below the build's output, since temporary folders may lie in memory. */
    static Place in(Path home, PrintWriter progress) throws IOException {
        Path parent = Files.createDirectories(home.resolve("bench").resolve("target"));
        Path folder = Files.createTempDirectory(parent, "bench-");
        return new Place(home, folder, new Disk(folder), Law.load(), progress);
    }

    void say(String what) {
        progress.println("bench: " + what);
        progress.flush();
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, java.io.IOException failed) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
