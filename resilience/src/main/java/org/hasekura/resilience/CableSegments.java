package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Cables cut into segments where they come ashore or branch, so that a cable can live on in part.
 *
 * <p>Places are landing points, branching units, ends that a map leaves open, and one place for each country, which joins
 * its landing points over land. Links are segments, and the joints to the country, which nothing cuts. Every segment knows
 * its cable and the corridors it passes. Traffic changes between cables at landing points and inside countries, never
 * at sea. A cable without a drawn course becomes a star: one place with a segment to each of its landings.
 */
public final class CableSegments {

    private final List<Segment> segments;
    private final List<String> places;
    private final Map<String, Integer> countryPlace;
    private final Network network;

    private CableSegments(
            List<Segment> segments, List<String> places, Map<String, Integer> countryPlace, Network network) {
        this.segments = segments;
        this.places = places;
        this.countryPlace = countryPlace;
        this.network = network;
    }

    /**
     * A piece of cable between two places.
     *
     * @param cable id; empty for the joint between a landing point and its country
     * @param from number of the place
     * @param to number of the place
     * @param corridors ids of those it passes
     */
    public record Segment(String cable, int from, int to, List<String> corridors) {
        public Segment {
            corridors = List.copyOf(corridors);
        }

        /** Whether it is a cable and not a joint over land. */
        public boolean isCable() {
            return !cable.isEmpty();
        }
    }

    /** Cuts the cables of a map; planned ones have to be left out before, if they are not to count. */
    public static CableSegments of(CableMap map, List<Corridor> corridors) {
        Map<String, Integer> number = new HashMap<>();
        var places = new ArrayList<String>();
        var segments = new ArrayList<Segment>();
        Map<String, CableMap.LandingPoint> points = new HashMap<>();
        map.landingPoints().forEach(point -> points.put(point.id(), point));
        Map<String, Integer> countryPlace = new TreeMap<>();
        Map<String, List<CableMap.LandingPoint>> ashore = new TreeMap<>();
        for (CableMap.Landing landing : map.landings()) {
            CableMap.LandingPoint point = points.get(landing.landingPoint());
            if (point == null) {
                continue;
            }
            ashore.computeIfAbsent(landing.cable(), _ -> new ArrayList<>()).add(point);
            boolean isNew = !number.containsKey(point.id());
            int place = place(point.id(), number, places);
            int country =
                    countryPlace.computeIfAbsent(landing.country(), name -> place("country:" + name, number, places));
            if (isNew) {
                segments.add(new Segment("", place, country, List.of()));
            }
        }
        ashore.forEach((cable, landings) -> {
            List<double[]> lines = map.lines().getOrDefault(cable, List.of());
            for (CableCourse.Piece piece : CableCourse.pieces(cable, lines, landings)) {
                int from = place(piece.from(), number, places);
                int to = place(piece.to(), number, places);
                if (from != to) {
                    segments.add(new Segment(cable, from, to, passed(piece.course(), corridors)));
                }
            }
        });
        Network network = Network.of(
                places.size(),
                segments.stream().mapToInt(Segment::from).toArray(),
                segments.stream().mapToInt(Segment::to).toArray());
        return new CableSegments(List.copyOf(segments), List.copyOf(places), countryPlace, network);
    }

    private static int place(String name, Map<String, Integer> number, List<String> places) {
        return number.computeIfAbsent(name, _ -> {
            places.add(name);
            return places.size() - 1;
        });
    }

    private static List<String> passed(double[] course, List<Corridor> corridors) {
        return corridors.stream()
                .filter(corridor -> corridor.isPassedBy(course))
                .map(Corridor::id)
                .toList();
    }

    /** Segments and joints, by number of the link. */
    public List<Segment> segments() {
        return segments;
    }

    /** Names of places: a landing point's id, {@code country:…}, or a joint of a cable. */
    public List<String> places() {
        return places;
    }

    public Network network() {
        return network;
    }

    /** How many pieces of cable there are. */
    public long cableSegmentCount() {
        return segments.stream().filter(Segment::isCable).count();
    }

    /** Which cables pass each corridor, by id. */
    public Map<String, List<String>> cablesByCorridor() {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (Segment segment : segments) {
            segment.corridors()
                    .forEach(id ->
                            found.computeIfAbsent(id, _ -> new TreeSet<>()).add(segment.cable()));
        }
        Map<String, List<String>> cables = new TreeMap<>();
        found.forEach((id, names) -> cables.put(id, List.copyOf(names)));
        return cables;
    }

    /**
     * The fewest segments that have to fail before no way is left between two groups of countries.
     *
     * @param lost cables and corridors that are gone already
     */
    public MinCut.Cut cut(Collection<String> from, Collection<String> to, Lost lost) {
        long[] places = new long[network.places()];
        Arrays.fill(places, MinCut.NEVER);
        return MinCut.between(network, places, capacities(lost), numbers(from), numbers(to));
    }

    /**
     * What is gone.
     *
     * @param cables ids; all their segments
     * @param corridors ids; all segments that pass them
     * @param landings ids of landing points; all segments that end there
     */
    public record Lost(Collection<String> cables, Collection<String> corridors, Collection<String> landings) {
        public static final Lost NOTHING = new Lost(List.of(), List.of(), List.of());

        boolean isLost(Segment segment, List<String> places) {
            return segment.isCable()
                    && (cables.contains(segment.cable())
                            || segment.corridors().stream().anyMatch(corridors::contains)
                            || landings.contains(places.get(segment.from()))
                            || landings.contains(places.get(segment.to())));
        }
    }

    private long[] capacities(Lost lost) {
        long[] capacity = new long[segments.size()];
        for (int number = 0; number < capacity.length; number++) {
            Segment segment = segments.get(number);
            capacity[number] = !segment.isCable() ? MinCut.NEVER : lost.isLost(segment, places) ? 0 : 1;
        }
        return capacity;
    }

    private int[] numbers(Collection<String> countries) {
        return countries.stream()
                .filter(countryPlace::containsKey)
                .mapToInt(name -> countryPlace.getOrDefault(name, -1))
                .toArray();
    }

    /** Segments that fail with what is lost. */
    public long lostSegments(Lost lost) {
        return segments.stream().filter(each -> lost.isLost(each, places)).count();
    }

    /** Countries that lose contact with the largest rest when something is lost. */
    public List<String> cutOff(Lost lost) {
        boolean[] isGone = new boolean[segments.size()];
        for (int number = 0; number < isGone.length; number++) {
            isGone[number] = lost.isLost(segments.get(number), places);
        }
        int[] part = network.parts(isGone, new boolean[network.places()]);
        int[] size = new int[network.places()];
        countryPlace.values().forEach(place -> size[part[place]]++);
        int largest = 0;
        for (int each = 0; each < size.length; each++) {
            largest = size[each] > size[largest] ? each : largest;
        }
        int rest = largest;
        return countryPlace.entrySet().stream()
                .filter(each -> part[each.getValue()] != rest)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The fewest failures that part two groups of countries, when a corridor fails as one: exact over the corridors that
     * any cable passes.
     */
    public SharedRisk.Cheapest cutWithCorridors(Collection<String> from, Collection<String> to) {
        List<String> corridors = List.copyOf(cablesByCorridor().keySet());
        long[] places = new long[network.places()];
        Arrays.fill(places, MinCut.NEVER);
        List<int[]> groups = corridors.stream()
                .map(id -> IntStream.range(0, segments.size())
                        .filter(number -> segments.get(number).corridors().contains(id))
                        .toArray())
                .toList();
        return SharedRisk.cut(network, places, capacities(Lost.NOTHING), groups, corridors, numbers(from), numbers(to));
    }
}
