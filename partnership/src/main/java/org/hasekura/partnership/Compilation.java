package org.hasekura.partnership;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A register as somebody compiled it: the events with which it begins, and what they rest on.
 *
 * @param version of the data, apart from that of the software
 * @param caution what a reader must know before relying on it
 */
public record Compilation(
        Phrase title,
        String version,
        LocalDate compiled,
        String licence,
        String compiler,
        Phrase caution,
        Map<String, Source> sources,
        List<Event> events) {

    public Compilation {
        sources = Map.copyOf(new LinkedHashMap<>(sources));
        events = List.copyOf(events);
    }

    public Register register() {
        return Register.of(EventSet.of(events), sources);
    }
}
