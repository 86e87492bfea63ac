package org.hasekura.node;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hasekura law load}: a running node reads its law data again. */
@Command(
        name = "load",
        description = "Has a running node read its `law.data-folder` again; what runs and is no longer lawful stops.",
        mixinStandardHelpOptions = true)
final class LawLoadCommand implements Callable<Integer> {

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Override
    public Integer call() throws CommandFailed {
        return node.show(node.client().post("/api/law/load", ""), List.of());
    }
}
