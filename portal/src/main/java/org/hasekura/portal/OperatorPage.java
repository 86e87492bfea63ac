package org.hasekura.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/** How the node stands: what would keep whoever runs it awake. */
record OperatorPage(Operations.State state) implements Page {

    private static final int TIGHT_PERCENT = 10;

    static Reply read(Ports ports) throws StoreFailed {
        return Reply.page(new OperatorPage(ports.operations().now()));
    }

    @Override
    public String title(Words words) {
        return words.say("node.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say(
                state.queue().isEmpty() && !isTight() ? "node.well" : isTight() ? "node.tight" : "node.waiting"));
    }

    private boolean isTight() {
        return state.disk().total() > 0
                && state.disk().free() * 100 / state.disk().total() < TIGHT_PERCENT;
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.of(
                """
                <dl class="facts">
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{} {}<br><code>{}</code></dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                </dl>
                {}""",
                words.say("node.running-since"),
                view.time(state.started()),
                words.say("node.disk"),
                words.say(
                        "node.disk-of",
                        "used",
                        TransferPanel.bytes(state.disk().used(), words),
                        "free",
                        TransferPanel.bytes(state.disk().free(), words)),
                Html.when(isTight(), () -> Html.of("<span class=\"chip bad\">{}</span>", words.say("node.disk-tight"))),
                state.disk().folder(),
                words.say("node.memory"),
                TransferPanel.bytes(state.heapBytes(), words),
                words.say("node.log"),
                words.say("node.log-entries", "n", state.logEntries()),
                words.say("node.witnesses"),
                state.witnesses().isEmpty()
                        ? words.say("node.no-witness")
                        : String.join(words.say("list.comma"), state.witnesses()),
                words.say("node.backup"),
                state.backup().map(view::time).orElseGet(() -> never(words)),
                words.say("node.restore-test"),
                state.restoreTest().map(view::time).orElseGet(() -> never(words)),
                Html.each(
                        tables(view),
                        (Table table) ->
                                Html.of("<section><h2>{}</h2>{}</section>", table.caption(), table.html(view))));
    }

    private static Html never(Words words) {
        return Html.of(
                "<span class=\"chip warn\">{}</span> {}", words.say("node.never"), words.say("node.never-known"));
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(queue(view), peers(view), keys(view));
    }

    private Table queue(View view) {
        Words words = view.words();
        return new Table(
                "queue",
                words.say("node.queue"),
                List.of(
                        Table.Column.of("peer", words.say("node.peer")),
                        Table.Column.of("message", words.say("messages.title")),
                        Table.Column.of("since", words.say("node.since")),
                        Table.Column.number("attempts", words.say("node.attempts"))),
                state.queue().stream()
                        .map(each -> List.of(
                                Table.Cell.of(each.peer()),
                                Table.Cell.of(each.type()),
                                new Table.Cell(
                                        view.time(each.since()), each.since().toString()),
                                Table.Cell.of(Integer.toString(each.attempts()))))
                        .toList(),
                Html.of("<p>{}</p>", words.say("node.queue-empty")));
    }

    private Table peers(View view) {
        Words words = view.words();
        return new Table(
                "peers",
                words.say("node.peers"),
                List.of(
                        Table.Column.of("party", words.say("node.peer")),
                        Table.Column.of("did", "DID"),
                        Table.Column.number("open", words.say("node.open"))),
                state.peers().stream()
                        .map(each -> List.of(
                                new Table.Cell(
                                        each.party().html(words), each.party().name()),
                                new Table.Cell(
                                        Html.of("<code>{}</code>", each.party().did()),
                                        each.party().did()),
                                Table.Cell.of(Integer.toString(each.open()))))
                        .toList(),
                Html.of("<p>{}</p>", words.say("node.peers-none")));
    }

    private Table keys(View view) {
        Words words = view.words();
        return new Table(
                "keys",
                words.say("node.keys"),
                List.of(
                        Table.Column.of("use", words.say("node.key-use")),
                        Table.Column.of("id", words.say("node.key-id")),
                        Table.Column.of("expires", words.say("node.key-expires"))),
                state.keys().stream()
                        .map(each -> List.of(
                                Table.Cell.of(
                                        each.use().equals("log")
                                                ? words.say("node.key-log")
                                                : words.say("node.key-token")),
                                new Table.Cell(Html.of("<span class=\"hash\">{}</span>", each.id()), each.id()),
                                Table.Cell.of(words.say("node.key-no-end"))))
                        .toList(),
                Html.NOTHING);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("started", state.started());
        data.put("logEntries", state.logEntries());
        data.put("heapBytes", state.heapBytes());
        data.put(
                "disk",
                Map.of(
                        "folder", state.disk().folder(),
                        "used", state.disk().used(),
                        "free", state.disk().free(),
                        "total", state.disk().total()));
        data.put("witnesses", state.witnesses());
        data.put("backup", state.backup());
        data.put("restoreTest", state.restoreTest());
        data.put(
                "queue",
                state.queue().stream()
                        .map(each -> Map.of(
                                "peer", each.peer(),
                                "type", each.type(),
                                "since", each.since(),
                                "attempts", each.attempts()))
                        .toList());
        return data;
    }
}
