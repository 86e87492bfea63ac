package org.hasekura.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that drive a running node, each in a process of its own as people run them. */
final class Commands {

    private Commands() {}

    static ChildJvm.Ended run(TestNode node, Path folder, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--node",
                node.api().base().toString(),
                "--token",
                node.api().headers().getOrDefault("Authorization", "").replace("Bearer ", "")));
        return ChildJvm.run(folder, all.toArray(String[]::new));
    }
}
