package org.hasekura.resilience;

import java.util.List;

/**
 * Where cables break.
 *
 * @param from countries on one side of the cut
 * @param to countries on the other side
 * @param corridors what each corridor takes with it
 */
public record CableBreaks(
        CountryCables countries,
        CableSegments segments,
        List<String> from,
        List<String> to,
        CountryCables.CablesCut cut,
        List<String> landingInBoth,
        MinCut.Cut segmentCut,
        SharedRisk.Cheapest cutWithCorridors,
        List<CorridorLoss> corridors) {

    /**
     * A corridor is cut.
     *
     * @param cables ids of those that pass it
     * @param segmentsLost pieces of cable that fail
     * @param segmentCutAfter the fewest further segments that part the two sides then
     * @param cutOff countries that lose contact with the largest rest
     */
    public record CorridorLoss(
            String id, List<String> cables, long segmentsLost, long segmentCutAfter, List<String> cutOff) {
        public CorridorLoss {
            cables = List.copyOf(cables);
            cutOff = List.copyOf(cutOff);
        }
    }

    /** Looks at a map; planned cables have to be left out before, if they are not to count. */
    public static CableBreaks of(CableMap map, List<String> from, List<String> to) {
        CountryCables countries = CountryCables.of(map);
        CableSegments segments = CableSegments.of(map, Corridor.KNOWN);
        List<CorridorLoss> corridors = segments.cablesByCorridor().entrySet().stream()
                .map(each -> {
                    var lost = new CableSegments.Lost(List.of(), List.of(each.getKey()), List.of());
                    return new CorridorLoss(
                            each.getKey(),
                            each.getValue(),
                            segments.lostSegments(lost),
                            segments.cut(from, to, lost).value(),
                            segments.cutOff(lost));
                })
                .toList();
        return new CableBreaks(
                countries,
                segments,
                from,
                to,
                countries.cut(from, to),
                countries.landingInBoth(from, to),
                segments.cut(from, to, CableSegments.Lost.NOTHING),
                segments.cutWithCorridors(from, to),
                corridors);
    }
}
