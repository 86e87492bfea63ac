package org.hasekura.node;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.hasekura.client.Event;
import org.hasekura.client.EventQuery;
import org.hasekura.client.Events;
import org.hasekura.client.RequestFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura events}: what has happened on a running node, or what happens. */
@Command(
        name = "events",
        description = "Shows what has happened on a running node; with --follow what happens, until it is stopped.",
        mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("id", "at", "type", "process", "href");

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Option(names = "--follow", description = "goes on with what comes, and over restarts of the node")
    private boolean follow;

    @Option(
            names = "--types",
            paramLabel = "TYPE",
            split = ",",
            description = "these alone, for example negotiation.*,transfer.completed")
    private List<String> types = List.of();

    @Option(names = "--process", paramLabel = "PID", description = "those about this negotiation or transfer")
    private Optional<String> process = Optional.empty();

    @Option(names = "--counterparty", paramLabel = "DID", description = "those about exchanges with it")
    private Optional<String> counterparty = Optional.empty();

    @Option(names = "--from", paramLabel = "ID", description = "begins with this event")
    private Optional<Long> from = Optional.empty();

    @Option(names = "--count", paramLabel = "N", description = "ends after so many; 100 without --follow")
    private Optional<Integer> count = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed, InterruptedException {
        return follow ? followed() : listed();
    }

    private int listed() throws CommandFailed {
        List<String> query = new ArrayList<>(List.of("limit=" + count.orElse(100)));
        if (!types.isEmpty()) {
            query.add("types=" + ApiPath.encode(String.join(",", types)));
        }
        process.ifPresent(pid -> query.add("process=" + ApiPath.encode(pid)));
        counterparty.ifPresent(did -> query.add("counterparty=" + ApiPath.encode(did)));
        from.ifPresent(id -> query.add("from=" + id));
        return node.show(node.client().get("/api/events?" + String.join("&", query)), COLUMNS);
    }

    private int followed() throws CommandFailed, InterruptedException {
        EventQuery query = new EventQuery(
                types, process, counterparty, from.isPresent() ? OptionalLong.of(from.get()) : OptionalLong.empty());
        ManagementClient client = node.client();
        try (Events events = client.connection().events(query)) {
            int left = count.orElse(Integer.MAX_VALUE);
            for (Optional<Event> event = next(events, left); event.isPresent(); event = next(events, left)) {
                show(event.get());
                left--;
            }
            return 0;
        } catch (RequestFailed failed) {
            throw failed.problem()
                    .map(client::refused)
                    .orElseGet(() -> new CommandFailed(String.valueOf(failed.getMessage())));
        }
    }

    private static Optional<Event> next(Events events, int left) throws RequestFailed, InterruptedException {
        return left > 0 ? events.next() : Optional.empty();
    }

    /** One line each, so that another program can read them as they come. */
    private void show(Event event) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                node.wantsJson()
                        ? event.text()
                        : event.id() + "  " + event.at() + "  " + event.type() + "  "
                                + event.process().orElse("–"));
        out.flush();
    }
}
