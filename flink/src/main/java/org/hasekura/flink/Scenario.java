package org.hasekura.flink;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.hasekura.resilience.Ensemble;

/** Who is hit by chance, and how hard: {@link Ensemble}, as it travels and as it is written, {@code HIT:LEAST:LARGEST}. */
record Scenario(double hit, double lossMin, double lossMax) implements Serializable {

    private static final int MAX = 1000;

    Ensemble ensemble() {
        return new Ensemble(hit, lossMin, lossMax);
    }

    static List<Scenario> parse(String text) throws JobRefused {
        List<Scenario> scenarios = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            scenarios.add(one(each));
        }
        if (scenarios.size() > MAX) {
            throw new JobRefused("there are " + scenarios.size() + " scenarios; at most " + MAX + " make a job");
        }
        return List.copyOf(scenarios);
    }

    private static Scenario one(String text) throws JobRefused {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 3) {
                var scenario = new Scenario(
                        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
                scenario.ensemble();
                return scenario;
            }
        } catch (IllegalArgumentException e) {
            throw new JobRefused("scenario `" + text + "`: " + e.getMessage());
        }
        throw new JobRefused("`" + text + "` is no scenario: SHARE-HIT:LEAST-LOSS:LARGEST-LOSS, such as 0.01:0.2:0.9");
    }
}
