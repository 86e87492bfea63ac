package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs the demonstration silently, so that the JVM can keep what it learns of a node at work in its ahead-of-time cache.
 */
@Command(name = "warm-up", hidden = true, description = "Runs the demonstration, to fill the ahead-of-time cache.")
final class WarmUpCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "is made, and may be removed afterwards")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws CommandFailed, IOException {
        Logging.configure("error");
        Path root = Files.createDirectories(folder.toAbsolutePath());
        try (Demo demo = Demo.start(root, new DemoTeller(new PrintWriter(Writer.nullWriter()), false))) {
            demo.run();
        }
        return 0;
    }
}
