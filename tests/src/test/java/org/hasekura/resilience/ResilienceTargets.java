package org.hasekura.resilience;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hasekura.tests.fuzz.Target;

/** Graphs and cable maps as files. */
public final class ResilienceTargets {

    private static final String GRAPH = """
            {"about":{"name":"a"},"nodes":[{"id":"A","kind":"input"},{"id":"B","kind":"firm","country":"JP"}],
            "edges":[{"from":"A","to":"B","share":0.5}]}""";
    private static final String CABLES = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"c","name":"C"},
            "geometry":{"type":"MultiLineString","coordinates":[[[139.7,35.6],[-120,47.1]]]}}]}""";

    private ResilienceTargets() {}

    public static List<Target> all() {
        return List.of(
                new Target(
                        "resilience/graphs",
                        Target.bytes(List.of(GRAPH)),
                        input -> refusing(() -> GraphJson.read(
                                "graph.json", new StringReader(new String(input, StandardCharsets.UTF_8))))),
                new Target(
                        "resilience/cables",
                        Target.bytes(List.of(CABLES)),
                        input -> refusing(() -> CableGeoJson.read(
                                "cables.json", new StringReader(new String(input, StandardCharsets.UTF_8))))));
    }

    private interface Step {
        void run() throws IOException, TableException;
    }

    private static void refusing(Step step) throws IOException {
        try {
            step.run();
        } catch (TableException refused) {
            // That is an answer.
        }
    }
}
