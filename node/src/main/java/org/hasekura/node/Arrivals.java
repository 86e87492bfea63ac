package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.hasekura.exchange.Transfer;
import org.hasekura.portal.Dossier;

/** How much of a transfer has come: what lies in its part file, of how much, and how fast. */
final class Arrivals {

    private final Path received;
    private final Pace pace;

    /** @param received the folder in which {@link FileSink} puts what comes */
    Arrivals(Path received, Clock clock) {
        this.received = received;
        this.pace = new Pace(clock);
    }

    Optional<Dossier.Fetching> of(Transfer transfer) {
        Path part = received.resolve(transfer.pid()).resolve(FileSink.PART).normalize();
        if (!part.startsWith(received)) {
            return Optional.empty();
        }
        try {
            long bytes = Files.size(part);
            return Optional.of(new Dossier.Fetching(
                    transfer.pid(),
                    bytes,
                    total(part.resolveSibling(FileSink.TOTAL)),
                    pace.of(transfer.pid(), bytes, transfer.changed())));
        } catch (IOException _) {
            // Not begun, or whole and moved meanwhile: there is nothing to tell.
            return Optional.empty();
        }
    }

    /** What came of a transfer, where it still lies in the folder for what comes. */
    Optional<Path> whole(Transfer transfer) {
        return transfer.delivered()
                .flatMap(Transfer.Delivered::location)
                .map(where -> Path.of(where).toAbsolutePath().normalize())
                .filter(file -> file.startsWith(received.toAbsolutePath().normalize()))
                .filter(Files::isRegularFile);
    }

    private static Optional<Long> total(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(Files.readString(file, StandardCharsets.US_ASCII))
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                : Optional.empty();
    }

    /** The same of one that this node serves. */
    Optional<Dossier.Fetching> served(Transfer transfer, long bytes, Optional<Long> total) {
        return bytes == 0
                ? Optional.empty()
                : Optional.of(new Dossier.Fetching(
                        transfer.pid(), bytes, total, pace.of(transfer.pid(), bytes, transfer.changed())));
    }
}
