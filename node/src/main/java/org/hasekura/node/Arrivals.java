package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.hasekura.exchange.Transfer;
import org.hasekura.portal.Dossier;

/** How much of a transfer has come: what lies in its part file, and how fast since the transfer started. */
final class Arrivals {

    private final Path received;
    private final Clock clock;

    /** @param received the folder in which {@link FileSink} puts what comes */
    Arrivals(Path received, Clock clock) {
        this.received = received;
        this.clock = clock;
    }

    Optional<Dossier.Fetching> of(Transfer transfer) {
        Path part = received.resolve(transfer.pid()).resolve(FileSink.PART).normalize();
        if (!part.startsWith(received)) {
            return Optional.empty();
        }
        try {
            long bytes = Files.size(part);
            long seconds = Duration.between(transfer.changed(), clock.instant()).toSeconds();
            return Optional.of(new Dossier.Fetching(
                    transfer.pid(),
                    bytes,
                    Optional.empty(),
                    Optional.of(seconds).filter(each -> each > 1).map(each -> bytes / each)));
        } catch (IOException _) {
            // Not begun, or whole and moved meanwhile: there is nothing to tell.
            return Optional.empty();
        }
    }
}
