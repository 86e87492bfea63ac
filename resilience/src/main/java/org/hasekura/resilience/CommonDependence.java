package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two importers that depend on the same third country for the same thing.
 *
 * @param node id of the node
 * @param first percent of the first importer's imports, lower end
 * @param second percent of the second importer's imports, lower end
 */
public record CommonDependence(String node, String partner, double first, double second) {

    /** The smaller of the two: as much as both share. */
    public double strength() {
        return Math.min(first, second);
    }

    /**
     * All of them. Of each importer the newest year counts; several figures of that year give the smallest, and intervals
     * their lower end.
     */
    public static List<CommonDependence> of(FactBook facts, String first, String second) {
        Map<String, ImportShare> ofFirst = newest(facts.imports(), first);
        Map<String, ImportShare> ofSecond = newest(facts.imports(), second);
        var common = new ArrayList<CommonDependence>();
        ofFirst.forEach((key, one) -> {
            ImportShare other = ofSecond.get(key);
            if (other != null) {
                common.add(new CommonDependence(
                        facts.graph().node(one.node()).id(),
                        one.partner(),
                        one.percent().low(),
                        other.percent().low()));
            }
        });
        common.sort(Comparator.comparingDouble((CommonDependence each) -> -each.strength())
                .thenComparing(CommonDependence::node));
        return common;
    }

    private static Map<String, ImportShare> newest(List<ImportShare> imports, String importer) {
        Map<String, ImportShare> newest = new HashMap<>();
        for (ImportShare each : imports) {
            if (each.importer().equals(importer)) {
                newest.merge(each.node() + "|" + each.partner(), each, (one, other) -> {
                    if (one.year() != other.year()) {
                        return one.year() > other.year() ? one : other;
                    }
                    return one.percent().low() <= other.percent().low() ? one : other;
                });
            }
        }
        return newest;
    }
}
