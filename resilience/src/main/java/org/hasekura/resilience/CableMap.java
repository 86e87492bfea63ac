package org.hasekura.resilience;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Submarine cables as a map tells of them.
 *
 * @param landings which cable comes ashore where
 * @param lines the course of a cable by its id: pieces of longitude and latitude in turn, in degrees (WGS 84); cables
 *     without a drawn course are missing
 */
public record CableMap(
        String name,
        List<Cable> cables,
        List<LandingPoint> landingPoints,
        List<Landing> landings,
        Map<String, List<double[]>> lines) {

    /**
     * A cable.
     *
     * @param isPlanned not in service yet
     */
    public record Cable(String id, String name, boolean isPlanned, List<String> owners, List<String> suppliers) {
        public Cable {
            owners = List.copyOf(owners);
            suppliers = List.copyOf(suppliers);
        }
    }

    /**
     * Where cables come ashore.
     *
     * @param longitude in degrees, west negative
     * @param latitude in degrees, south negative
     */
    public record LandingPoint(String id, String name, String country, double longitude, double latitude) {}

    /** A cable comes ashore. */
    public record Landing(String cable, String landingPoint, String country) {}

    public CableMap {
        cables = List.copyOf(cables);
        landingPoints = List.copyOf(landingPoints);
        landings = List.copyOf(landings);
        lines = Map.copyOf(lines);
    }

    /** The same map without what is only planned. */
    public CableMap inService() {
        List<Cable> kept = cables.stream().filter(cable -> !cable.isPlanned()).toList();
        var ids = new HashSet<String>();
        kept.forEach(cable -> ids.add(cable.id()));
        return new CableMap(
                name,
                kept,
                landingPoints,
                landings.stream().filter(each -> ids.contains(each.cable())).toList(),
                lines);
    }
}
