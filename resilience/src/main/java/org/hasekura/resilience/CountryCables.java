package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Countries joined by cables, each cable one place that joins the countries where it lands. Inside a country everything is
 * taken to be joined over land; borders are not crossed over land.
 *
 * <p>A cable is whole or gone here. That hides corridors in which many cables lie side by side, and cables that live on in
 * part: {@link CableSegments} has those.
 */
public final class CountryCables {

    private final CableMap map;
    private final List<String> countries;
    private final Map<String, Integer> placeOf = new HashMap<>();
    private final Network network;
    private final Articulation articulation;

    private CountryCables(CableMap map) {
        this.map = map;
        var names = new TreeSet<String>();
        map.landings().forEach(landing -> names.add(landing.country()));
        this.countries = List.copyOf(names);
        countries.forEach(country -> placeOf.put("country:" + country, placeOf.size()));
        map.cables().forEach(cable -> placeOf.put("cable:" + cable.id(), placeOf.size()));
        var pairs = new TreeMap<Long, int[]>();
        for (CableMap.Landing landing : map.landings()) {
            int country = placeOf.getOrDefault("country:" + landing.country(), -1);
            int cable = placeOf.getOrDefault("cable:" + landing.cable(), -1);
            pairs.put((long) cable << 32 | country, new int[] {country, cable});
        }
        this.network = Network.of(
                placeOf.size(),
                pairs.values().stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.values().stream().mapToInt(pair -> pair[1]).toArray());
        long[] weight = new long[network.places()];
        Arrays.fill(weight, 0, countries.size(), 1);
        this.articulation = Articulation.of(network, weight);
    }

    /** The view of a map; planned cables have to be left out before, if they are not to count. */
    public static CountryCables of(CableMap map) {
        return new CountryCables(map);
    }

    /** Countries in alphabetical order. */
    public List<String> countries() {
        return countries;
    }

    public CableMap map() {
        return map;
    }

    /** How many connected parts countries and cables form; cables without landings count as parts of their own. */
    public int parts() {
        return articulation.parts();
    }

    /**
     * A country or cable that alone keeps others in contact.
     *
     * @param cutOff how many countries lose contact with the largest rest when it goes
     */
    public record Point(String id, long cutOff) {}

    /** Cables of which each alone splits the network, those that cut off most first. */
    public List<Point> articulationCables() {
        var points = new ArrayList<Point>();
        for (CableMap.Cable cable : map.cables()) {
            addPoint(points, cable.id(), placeOf.getOrDefault("cable:" + cable.id(), -1));
        }
        return sorted(points);
    }

    /** Countries of which each alone splits the network, those that cut off most first. */
    public List<Point> articulationCountries() {
        var points = new ArrayList<Point>();
        for (int place = 0; place < countries.size(); place++) {
            addPoint(points, countries.get(place), place);
        }
        return sorted(points);
    }

    private void addPoint(List<Point> points, String id, int place) {
        if (articulation.isPoint(place)) {
            points.add(new Point(id, articulation.cutOff(place)));
        }
    }

    private static List<Point> sorted(List<Point> points) {
        points.sort(Comparator.comparingLong((Point point) -> -point.cutOff()).thenComparing(Point::id));
        return points;
    }

    /** Countries that hang on one cable. */
    public List<String> onOneCable() {
        return countries.stream()
                .filter(country -> network.degree(placeOf.getOrDefault("country:" + country, -1)) == 1)
                .toList();
    }

    /** How many cables land in each country, by name. */
    public Map<String, Integer> cablesByCountry() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int place = 0; place < countries.size(); place++) {
            counts.put(countries.get(place), network.degree(place));
        }
        return counts;
    }

    /**
     * The fewest cables that have to fail before no way is left between two groups of countries, all others being free
     * transit. Countries that no cable reaches are passed over.
     *
     * @return ids of cables, the value, and whether the two can be parted at all
     */
    public CablesCut cut(Collection<String> from, Collection<String> to) {
        long[] capacity = new long[network.places()];
        Arrays.fill(capacity, 1);
        Arrays.fill(capacity, 0, countries.size(), MinCut.NEVER);
        long[] never = new long[network.links()];
        Arrays.fill(never, MinCut.NEVER);
        MinCut.Cut cut = MinCut.between(network, capacity, never, places(from), places(to));
        return new CablesCut(
                cut.isPossible(),
                cut.value(),
                cut.places().stream()
                        .map(place -> map.cables().get(place - countries.size()).id())
                        .toList());
    }

    /** A cut through cables, by id. */
    public record CablesCut(boolean isPossible, long value, List<String> cables) {}

    /** Cables that land in both groups of countries. */
    public List<String> landingInBoth(Collection<String> one, Collection<String> other) {
        Map<String, int[]> seen = new TreeMap<>();
        for (CableMap.Landing landing : map.landings()) {
            int[] both = seen.computeIfAbsent(landing.cable(), _ -> new int[2]);
            both[0] |= one.contains(landing.country()) ? 1 : 0;
            both[1] |= other.contains(landing.country()) ? 1 : 0;
        }
        return seen.entrySet().stream()
                .filter(each -> each.getValue()[0] == 1 && each.getValue()[1] == 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Countries that lose contact with the largest rest when these cables and countries go, those themselves left out. */
    public List<String> cutOff(Collection<String> cables, Collection<String> gone) {
        boolean[] isGone = new boolean[network.places()];
        cables.forEach(cable -> mark(isGone, "cable:" + cable));
        gone.forEach(country -> mark(isGone, "country:" + country));
        int[] part = network.parts(new boolean[network.links()], isGone);
        int[] size = new int[network.places()];
        for (int place = 0; place < countries.size(); place++) {
            if (part[place] >= 0) {
                size[part[place]]++;
            }
        }
        int largest = 0;
        for (int each = 0; each < size.length; each++) {
            largest = size[each] > size[largest] ? each : largest;
        }
        var cutOff = new ArrayList<String>();
        for (int place = 0; place < countries.size(); place++) {
            if (!isGone[place] && part[place] != largest) {
                cutOff.add(countries.get(place));
            }
        }
        return cutOff;
    }

    private void mark(boolean[] marks, String key) {
        Integer place = placeOf.get(key);
        if (place != null) {
            marks[place] = true;
        }
    }

    private int[] places(Collection<String> names) {
        return names.stream()
                .filter(name -> placeOf.containsKey("country:" + name))
                .mapToInt(name -> placeOf.getOrDefault("country:" + name, -1))
                .toArray();
    }

    /** The suppliers of cables, one count for each cable that names them; cables that name nobody are left out. */
    public static Map<String, Double> suppliers(CableMap map) {
        Map<String, Double> counts = new TreeMap<>();
        map.cables().forEach(cable -> cable.suppliers().forEach(name -> counts.merge(name, 1.0, Double::sum)));
        return counts;
    }
}
