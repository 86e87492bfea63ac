package org.hasekura.resilience;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Our own cited facts on the chip supply chain and on critical raw materials (半導体・重要鉱物), in our own form, part of this
 * software: what goes into what, who holds which share, what was produced where, export controls, disruptions. Every figure
 * names its source, year and confidence; conflicting figures stand side by side; what nobody published is missing.
 */
public final class ChipFacts {

    private static final Set<String> FILES = Set.of(
            "about.csv",
            "amounts.csv",
            "conflicts.csv",
            "controls.csv",
            "edges.csv",
            "event_durations.csv",
            "event_effects.csv",
            "events.csv",
            "gaps.csv",
            "holders.csv",
            "imports.csv",
            "minerals.csv",
            "nodes.csv",
            "shares.csv",
            "sources.csv",
            "stages.csv");

    private ChipFacts() {}

    /** Reads them from the class path. */
    public static FactBook load() {
        return read(GraphTables::read);
    }

    /** What is made of the packaged tables. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Tables tables) throws IOException, TableException;
    }

    static <T> T read(Reading<T> reading) {
        try {
            return reading.read(new Packaged());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TableException e) {
            throw new IllegalStateException("the packaged facts are damaged: " + e.getMessage(), e);
        }
    }

    private static final class Packaged implements Tables {
        @Override
        public String name() {
            return "chips";
        }

        @Override
        public Set<String> files() {
            return FILES;
        }

        @Override
        public Reader open(String file) throws IOException {
            InputStream in = Optional.ofNullable(ChipFacts.class.getResourceAsStream("chips/" + file))
                    .orElseThrow(() -> new IOException("no `" + file + "` in the jar"));
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }
    }
}
