package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the demonstration silently, then a node as its operator starts it, so that the JVM can keep what it learns of both in
 * its ahead-of-time cache. A class that a start needs and the cache has not costs it a search of all jars.
 */
final class WarmUp {

    private static final String SETTINGS = """
            node.name = warm-up
            node.data-folder = node
            node.development = true
            organisation.name = warm-up
            organisation.country = JP
            log.level = error
            """;

    private WarmUp() {}

    /** @param folder is made, and may be removed afterwards */
    static void run(Path folder) throws CommandFailed, IOException, InterruptedException {
        Logging.configure("error");
        Path root = Files.createDirectories(folder.toAbsolutePath());
        var nobody = new PrintWriter(Writer.nullWriter());
        try (Demo demo = Demo.start(root, new DemoTeller(nobody, false))) {
            demo.run();
        }
        NodeRun.once(Files.writeString(root.resolve("node.conf"), SETTINGS), nobody);
    }
}
