package org.hasekura.partnership;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A set of indicators with what they rest on.
 *
 * @param version of the data
 */
public record Indicators(String version, Phrase caution, Map<String, Source> sources, List<Indicator> all) {

    public Indicators {
        sources = Map.copyOf(sources);
        all = List.copyOf(all);
    }

    public List<Indicator> of(CardinalPoint point) {
        return all.stream().filter(each -> each.point() == point).toList();
    }

    public Optional<Indicator> get(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Those that are part of this software: of the Digital Decade and of Japan's own statistics, each with its source. */
    public static Indicators load() {
        try (InputStream in = Objects.requireNonNull(
                Indicators.class.getResourceAsStream("indicators.json"), "the jar lacks indicators.json")) {
            return switch (IndicatorsJson.read(in.readAllBytes())) {
                case Read.Done<Indicators>(Indicators it) -> it;
                case Read.Refused<Indicators> refused ->
                    throw new IllegalStateException("the shipped indicators are damaged: " + refused.line());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
