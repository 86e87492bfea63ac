package org.hasekura.node;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.hasekura.client.Connection;
import org.hasekura.client.Problem;
import org.hasekura.client.Result;

/** Asks the management server of a running node, for commands: what is refused ends the command, in words. */
final class ManagementClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int UNAUTHORIZED = 401;

    private final URI node;
    private final Optional<String> token;
    private final Connection connection;

    /**
     * Asks nothing yet.
     *
     * @param node the address of its management server
     * @param tls whom it trusts; absent: the authorities that the JDK trusts
     */
    ManagementClient(URI node, Optional<String> token, Optional<SSLContext> tls) {
        this.node = node;
        this.token = token;
        this.connection = new Connection(node, token, PATIENCE, tls);
    }

    /** For what is not asked in one answer. */
    Connection connection() {
        return connection;
    }

    /**
     * The answer's body.
     *
     * @param path with its query, encoded
     * @throws CommandFailed with the node's reason, when it refuses or cannot be reached
     */
    byte[] get(String path) throws CommandFailed {
        return answered(() -> connection.get(path));
    }

    /** As {@link #get}. */
    byte[] post(String path, String json) throws CommandFailed {
        return answered(() -> connection.post(path, json));
    }

    /** As {@link #get}. */
    byte[] put(String path, String json) throws CommandFailed {
        return answered(() -> connection.put(path, json));
    }

    /** As {@link #get}. */
    byte[] delete(String path) throws CommandFailed {
        return answered(() -> connection.delete(path));
    }

    /**
     * Writes the answer's body to a file, however long it is; half of one is removed.
     *
     * @throws CommandFailed as {@link #get}, or if the file cannot be written
     */
    void download(String path, Path file) throws CommandFailed {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try (Progress _ = Progress.of("waiting for " + node);
                OutputStream out = Files.newOutputStream(aside)) {
            switch (connection.get(path, out)) {
                case Result.Done<Long> _ -> Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
                case Result.Refused<Long>(Problem problem) -> throw refused(problem);
                case Result.Unreachable<Long>(String reason, var _) -> throw new CommandFailed(reason);
            }
        } catch (IOException e) {
            throw new CommandFailed(
                    "`" + file + "` could not be fetched from `" + node + "` and written (" + e.getMessage() + ")");
        } finally {
            removeQuietly(aside);
        }
    }

    private static void removeQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // What is left over was said to be one.
        }
    }

    private interface Asking {
        Result<byte[]> ask();
    }

    private byte[] answered(Asking asking) throws CommandFailed {
        Result<byte[]> result;
        try (Progress _ = Progress.of("waiting for " + node)) {
            result = asking.ask();
        }
        return switch (result) {
            case Result.Done<byte[]> done -> done.value();
            case Result.Refused<byte[]>(Problem problem) -> throw refused(problem);
            case Result.Unreachable<byte[]>(String reason, var _) -> throw new CommandFailed(reason);
        };
    }

    CommandFailed refused(Problem problem) {
        return new CommandFailed(
                problem.status() == UNAUTHORIZED && token.isEmpty()
                        ? "the node wants its token: --token, --token-file or HASEKURA_TOKEN"
                        : problem.detail());
    }

    @Override
    public void close() {
        connection.close();
    }
}
