package org.hasekura.node;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hasekura catalog}: what a peer offers to a running node. */
@Command(name = "catalog", description = "What a peer offers to a running node.", mixinStandardHelpOptions = true)
final class CatalogCommand implements Callable<Integer> {

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Parameters(paramLabel = "PEER", description = "the DID of the peer")
    private String peer = "";

    @Override
    public Integer call() throws CommandFailed {
        return node.show(
                node.client().post("/api/catalog", RequestJson.of("peer", peer)),
                List.of("id", "title", "offers", "forms"));
    }
}
