package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hasekura.evidence.BundlePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura bundle html}: the page that checks bundles in a browser. */
@Command(
        name = "html",
        description = "Writes the page that checks bundles in a browser, from the disk and without a network.",
        mixinStandardHelpOptions = true)
final class BundlePageCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where the page is written")
    private Path out = Path.of("");

    @Option(names = "--json", description = "shows the answer as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        try {
            Files.write(out, BundlePage.bytes());
        } catch (IOException e) {
            throw new CommandFailed("`" + out + "` cannot be written: " + e.getMessage());
        }
        PrintWriter to = spec.commandLine().getOut();
        to.println(json ? RequestJson.of("file", out.toString()) : "written to " + out);
        to.flush();
        return 0;
    }
}
