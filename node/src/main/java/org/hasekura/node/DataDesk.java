package org.hasekura.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.delivery.Deliveries;
import org.hasekura.delivery.Opening;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.sender.Desk;

/** Decides for the sender of data, by the same rules and in the same words as the other servers. */
final class DataDesk implements Desk {
    private static final System.Logger LOG = System.getLogger(DataDesk.class.getName());

    private final Deliveries deliveries;
    private final RateLimit rateLimit;
    private final Runnable storeFailed;

    DataDesk(Deliveries deliveries, Settings.Limits limits, Runnable storeFailed) {
        this.deliveries = deliveries;
        this.rateLimit = new RateLimit(limits.requestsPerMinute());
        this.storeFailed = storeFailed;
    }

    @Override
    public Opening open(String pid, Optional<String> token, Optional<String> range, Optional<String> ifRange)
            throws IOException {
        return deliveries.open(pid, token, range, ifRange);
    }

    @Override
    public FileChannel file(String location) throws IOException {
        return FileChannel.open(Path.of(location), StandardOpenOption.READ);
    }

    @Override
    public Refusal refusal(int status, String sentence, String path) {
        var problem = new Problem(ProblemKind.of(status), status, sentence, List.of());
        return new Refusal(ProblemJson.MEDIA_TYPE, ProblemJson.write(problem, path));
    }

    @Override
    public OptionalLong secondsToWait(String address) {
        return rateLimit.secondsToWait(address, System.nanoTime());
    }

    @Override
    public void storeFailed(StoreFailed failed) {
        LOG.log(System.Logger.Level.ERROR, "the storage has failed; the node answers nothing more", failed);
        storeFailed.run();
    }
}
