package org.hasekura.resilience;

import java.util.List;

/**
 * What happens when cables, a corridor or a landing point are lost.
 *
 * @param cutOff countries that lose contact with the largest rest
 * @param waysBefore ways between the two sides that have no segment in common
 * @param waysAfter the same, afterwards
 */
public record CableLoss(
        String name,
        CableSegments.Lost lost,
        long segmentsLost,
        List<String> cutOff,
        List<String> from,
        List<String> to,
        long waysBefore,
        long waysAfter) {

    public static CableLoss of(CableMap map, CableSegments.Lost lost, List<String> from, List<String> to) {
        CableSegments segments = CableSegments.of(map, Corridor.KNOWN);
        return new CableLoss(
                map.name(),
                lost,
                segments.lostSegments(lost),
                segments.cutOff(lost),
                from,
                to,
                segments.cut(from, to, CableSegments.Lost.NOTHING).value(),
                segments.cut(from, to, lost).value());
    }
}
