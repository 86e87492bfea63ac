package org.hasekura.partnership;

import java.util.List;

/** The services in charge on each side; empty where a document names none and none is known. */
public record Owners(List<String> eu, List<String> japan) {

    public static final Owners NONE = new Owners(List.of(), List.of());

    public Owners {
        eu = List.copyOf(eu);
        japan = List.copyOf(japan);
    }

    public List<String> of(Side side) {
        return switch (side) {
            case EU -> eu;
            case JAPAN -> japan;
        };
    }

    public Owners with(Side side, List<String> owners) {
        return switch (side) {
            case EU -> new Owners(owners, japan);
            case JAPAN -> new Owners(eu, owners);
        };
    }
}
