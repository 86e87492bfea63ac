package org.hasekura.node;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How a command about shocks says what came out: in words, one fact a line, or as one JSON object. */
final class ShockAnswer {

    @Option(names = "--json", description = "says what came out as one JSON object")
    private boolean json;

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    private final Map<ShockFact, Object> facts = new EnumMap<>(ShockFact.class);
    private final List<String> reasons = new ArrayList<>();

    Language language() {
        return language;
    }

    /** Adds a fact: a number or a text. */
    ShockAnswer with(ShockFact fact, Object value) {
        facts.put(fact, value);
        return this;
    }

    /** Adds a sentence that says why. */
    void because(String reason) {
        reasons.add(reason);
    }

    void tell(PrintWriter out) {
        if (json) {
            out.println(ShockAnswerJson.line(facts, reasons));
        } else {
            facts.forEach((fact, value) -> out.println(fact.label(language) + ": " + value));
            reasons.forEach(out::println);
        }
        out.flush();
    }
}
