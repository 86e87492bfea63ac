package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hasekura.client.Agreement;
import org.hasekura.client.Event;
import org.hasekura.client.EventQuery;
import org.hasekura.client.Events;
import org.hasekura.client.Filter;
import org.hasekura.client.Negotiation;
import org.hasekura.client.NodeClient;
import org.hasekura.client.OfferedDataset;
import org.hasekura.client.RequestFailed;
import org.hasekura.client.Transfer;

/**
 * Pulls the other secretariat's events as what they are, a dataset under an agreement: the agreement that stands, or a new one
 * on its first offer, then a transfer.
 */
final class RegisterSync {

    private static final String CONSUMER = "consumer";

    private final NodeClient node;
    private final String peer;
    private final String dataset;
    private final Duration patience;

    RegisterSync(NodeClient node, String peer, String dataset, Duration patience) {
        this.node = node;
        this.peer = peer;
        this.dataset = dataset;
        this.patience = patience;
    }

    /** Where the node has put the file. */
    Path pull() throws CommandFailed {
        try (Events events = node.events(EventQuery.FROM_NOW.with(peer))) {
            // Whoever waits in vain is woken by the end of the stream.
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(events::close);
            Transfer transfer = transferred(events, agreement(events));
            return Path.of(transfer.location()
                    .orElseThrow(() -> new CommandFailed("the transfer `" + transfer.pid()
                            + "` ended as " + transfer.state()
                            + transfer.reason().map(why -> ": " + why).orElse(""))));
        } catch (IOException e) {
            throw new CommandFailed("the register of `" + peer + "` was not fetched: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted; nothing was taken over");
        }
    }

    private String agreement(Events events) throws IOException, InterruptedException, CommandFailed {
        Optional<Agreement> standing = node.agreements(Filter.ALL.with(peer).about(dataset))
                .filter(each -> each.role().equals(CONSUMER) && each.ended().isEmpty())
                .findFirst();
        return standing.isPresent() ? standing.get().id() : negotiated(events);
    }

    private String negotiated(Events events) throws IOException, InterruptedException, CommandFailed {
        OfferedDataset offered = node.catalog(peer).orElseThrow().stream()
                .filter(each -> each.id().equals(dataset))
                .findFirst()
                .orElseThrow(() -> new CommandFailed("`" + peer + "` offers no dataset `" + dataset
                        + "` to this node; `catalog` shows what it offers"));
        String offer = offered.offers().stream()
                .findFirst()
                .orElseThrow(() -> new CommandFailed("the dataset `" + dataset + "` has no offer"))
                .id();
        Negotiation asked = node.negotiate(peer, dataset, offer).orElseThrow();
        while (!asked.isOver()) {
            await(events, "negotiation `" + asked.pid() + "`");
            asked = node.negotiation(asked.pid()).orElseThrow();
        }
        Negotiation ended = asked;
        return ended.agreement()
                .orElseThrow(() -> new CommandFailed("the negotiation `" + ended.pid() + "` ended as " + ended.state()
                        + ended.reason().map(why -> ": " + why).orElse("")));
    }

    private Transfer transferred(Events events, String agreement)
            throws IOException, InterruptedException, CommandFailed {
        Transfer transfer = node.startTransfer(agreement).orElseThrow();
        while (!transfer.isOver()) {
            await(events, "transfer `" + transfer.pid() + "`");
            transfer = node.transfer(transfer.pid()).orElseThrow();
        }
        return transfer;
    }

    private void await(Events events, String what) throws RequestFailed, InterruptedException, CommandFailed {
        Optional<Event> next = events.next();
        if (next.isEmpty()) {
            throw new CommandFailed("the " + what + " has not ended within " + patience.toSeconds()
                    + " s; it goes on by itself, so ask again later");
        }
    }
}
