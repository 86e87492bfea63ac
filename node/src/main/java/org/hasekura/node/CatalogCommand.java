package org.hasekura.node;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura catalog}: what is offered to a running node, and what can be found. */
@Command(
        name = "catalog",
        description = "What a peer offers to a running node; and what can be found in all catalogs that it reads.",
        mixinStandardHelpOptions = true)
final class CatalogCommand implements Callable<Integer> {

    private static final String PATH = "/api/catalogs";
    private static final List<String> COLUMNS = List.of("peer", "datasets", "read", "due", "problem");

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PEER", arity = "0..1", description = "the DID of a peer: asks it now for all it offers")
    private Optional<String> peer = Optional.empty();

    @Override
    public Integer call() throws CommandFailed {
        String did = peer.orElseThrow(() -> new ParameterException(
                spec.commandLine(), "say whose catalog: the DID of a peer; or `catalog search TEXT`"));
        return node.show(
                node.client().post("/api/catalog", RequestJson.of("peer", did)),
                List.of("id", "title", "offers", "forms"));
    }

    @Command(
            name = "search",
            description =
                    "Finds datasets by words and filters, the node's own and those of peers whose catalogs it reads. docs/catalog.md explains it.",
            mixinStandardHelpOptions = true)
    int search(
            @Mixin NodeOptions options,
            @Parameters(
                            paramLabel = "TEXT",
                            arity = "0..*",
                            description = "words that the dataset must have, all of them")
                    List<String> text,
            @Option(names = "--theme", split = ",", paramLabel = "CODE", description = "ENER, TRAN, ... or an address")
                    List<String> themes,
            @Option(
                            names = "--country",
                            split = ",",
                            paramLabel = "CODE",
                            description = "what it is about, JP, DE, ...")
                    List<String> countries,
            @Option(names = "--format", split = ",", paramLabel = "TYPE", description = "csv, text/csv, ...")
                    List<String> formats,
            @Option(names = "--personal", negatable = true, description = "only personal data, or none")
                    Optional<Boolean> personal,
            @Option(names = "--licence", paramLabel = "ADDRESS", description = "under this licence")
                    Optional<String> licence,
            @Option(names = "--party", split = ",", paramLabel = "DID", description = "offered by these")
                    List<String> parties,
            @Option(names = "--qualifies", description = "only what terms and law would allow today") boolean qualifies,
            @Option(
                            names = "--for",
                            paramLabel = "DID",
                            description = "judges the node's own datasets for this participant")
                    Optional<String> asker,
            @Option(names = "--limit", defaultValue = "20", description = "so many at once, at most 500") int limit,
            @Option(names = "--after", paramLabel = "NEXT", description = "the `next` of the answer before")
                    Optional<String> after)
            throws CommandFailed {
        var query = new ArrayList<String>();
        add(query, "text", text, " ");
        add(query, "theme", themes, ",");
        add(query, "country", countries, ",");
        add(query, "format", formats, ",");
        add(query, "party", parties, ",");
        personal.ifPresent(each -> query.add("personal=" + each));
        licence.ifPresent(each -> add(query, "licence", List.of(each), ","));
        asker.ifPresent(each -> add(query, "for", List.of(each), ","));
        after.ifPresent(each -> add(query, "after", List.of(each), ","));
        if (qualifies) {
            query.add("qualifies=true");
        }
        query.add("limit=" + limit);
        return options.show(
                options.client().get("/api/search?" + String.join("&", query)),
                List.of("id", "title", "party", "seen", "qualifies"));
    }

    @Command(
            name = "peers",
            description = "Whose catalogs the node reads, when it did, and when it will again.",
            mixinStandardHelpOptions = true)
    int peers(@Mixin NodeOptions options) throws CommandFailed {
        return options.show(options.client().get(PATH), COLUMNS);
    }

    @Command(
            name = "add-peer",
            description = "Has the catalog of a peer read now, and again and again, to be found by `catalog search`.",
            mixinStandardHelpOptions = true)
    int addPeer(@Mixin NodeOptions options, @Parameters(paramLabel = "PEER", description = "its DID") String did)
            throws CommandFailed {
        return options.show(options.client().post(PATH, RequestJson.of("peer", did)), List.of());
    }

    @Command(name = "refresh", description = "Reads the catalog of a peer now.", mixinStandardHelpOptions = true)
    int refresh(@Mixin NodeOptions options, @Parameters(paramLabel = "PEER", description = "its DID") String did)
            throws CommandFailed {
        return options.show(options.client().post(ApiPath.of(PATH, did, "/refresh"), "{}"), List.of());
    }

    @Command(
            name = "remove-peer",
            description = "Reads the catalog of a peer no more, and finds nothing of it any more.",
            mixinStandardHelpOptions = true)
    int removePeer(@Mixin NodeOptions options, @Parameters(paramLabel = "PEER", description = "its DID") String did)
            throws CommandFailed {
        options.client().post(ApiPath.of(PATH, did, "/remove"), "{}");
        return 0;
    }

    private static void add(List<String> query, String name, List<String> values, String between) {
        if (!Optional.ofNullable(values).orElse(List.of()).isEmpty()) {
            query.add(name + "=" + URLEncoder.encode(String.join(between, values), StandardCharsets.UTF_8));
        }
    }
}
