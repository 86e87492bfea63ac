package org.hasekura.resilience;

import java.util.List;

/**
 * What is taken away in a question "what if": countries or firms with all that they provide, and nodes as such.
 *
 * @param countries codes as the shares name them; a region's code stands for its members
 * @param firms ids of holders
 * @param nodes ids of nodes
 */
public record Removal(List<String> countries, List<String> firms, List<String> nodes) {

    public static final Removal NOTHING = new Removal(List.of(), List.of(), List.of());

    public Removal {
        countries = List.copyOf(countries);
        firms = List.copyOf(firms);
        nodes = List.copyOf(nodes);
    }

    public static Removal ofCountry(String code) {
        return new Removal(List.of(code), List.of(), List.of());
    }

    public static Removal ofFirm(String id) {
        return new Removal(List.of(), List.of(id), List.of());
    }

    public static Removal ofNode(String id) {
        return new Removal(List.of(), List.of(), List.of(id));
    }
}
