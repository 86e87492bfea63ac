package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The text of a PDF file. A page that is a picture has none.
 *
 * <p>It is read by {@link PdfReader} in a process of its own, with limits of time, memory and length: a small file can unpack
 * to any size, or keep its reader busy for ever, and the node must go on.
 */
final class PdfStatement {

    /** A statement of 500 pages has some 2 MB of text. */
    private static final int TEXT_BYTES_MAX = 16 << 20;

    private static final int REASON_BYTES_MAX = 400;
    private static final String HEAP_MAX = "-Xmx256m";
    private static final Duration TIME_MAX = Duration.ofSeconds(60);

    /** One at a time, since each may take so much memory. */
    private static final Semaphore READING = new Semaphore(1, true);

    private PdfStatement() {}

    static String text(byte[] bytes, String name) throws CommandFailed {
        return text(bytes, name, TIME_MAX);
    }

    static String text(byte[] bytes, String name, Duration timeMax) throws CommandFailed {
        try {
            READING.acquire();
            try {
                return readApart(bytes, name, timeMax);
            } finally {
                READING.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(name + " was not read: interrupted");
        } catch (IOException | ExecutionException e) {
            throw new CommandFailed(name + " could not be read: no process for it (" + e.getMessage() + ")");
        }
    }

    private static String readApart(byte[] bytes, String name, Duration timeMax)
            throws IOException, InterruptedException, ExecutionException, CommandFailed {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP_MAX,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:disable",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PdfReader.class.getName())
                .start();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var _ = threads.submit(() -> write(bytes, process));
                Future<byte[]> reason = threads.submit(() -> upTo(REASON_BYTES_MAX, process.getErrorStream()));
                Future<byte[]> text = threads.submit(() -> upTo(TEXT_BYTES_MAX + 1, process.getInputStream()));
                byte[] read = text.get(timeMax.toMillis(), TimeUnit.MILLISECONDS);
                if (read.length > TEXT_BYTES_MAX) {
                    throw new CommandFailed(
                            name + " has more than " + (TEXT_BYTES_MAX >> 20) + " MiB of text; import it in parts");
                }
                if (process.waitFor() != 0) {
                    throw new CommandFailed(name + " is no PDF that can be read: " + firstLine(reason.get()));
                }
                return new String(read, StandardCharsets.UTF_8);
            } catch (TimeoutException e) {
                throw new CommandFailed(name + " was not read within " + timeMax.toSeconds()
                        + " s; save its text as a file in UTF-8 and import that");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static void write(byte[] bytes, Process process) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(bytes);
        } catch (IOException e) {
            // It has ended before it read all, and says why.
        }
    }

    private static byte[] upTo(int bytesMax, InputStream in) throws IOException {
        return in.readNBytes(bytesMax);
    }

    private static String firstLine(byte[] said) {
        return new String(said, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .filter(line -> !line.isBlank())
                .orElse("it takes more memory than a statement should");
    }
}
