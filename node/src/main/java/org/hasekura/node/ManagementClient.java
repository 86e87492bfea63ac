package org.hasekura.node;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
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

    /** @param node the address of its management server */
    ManagementClient(URI node, Optional<String> token) {
        this.node = node;
        this.token = token;
        this.connection = new Connection(node, token, PATIENCE);
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
