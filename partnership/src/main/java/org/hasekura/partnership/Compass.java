package org.hasekura.partnership;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the partnership stands, by cardinal point: how many promises stand how, what is verifiable, what has a date, what is
 * not known; and the indicators beside them.
 *
 * @param gaps instruments whose text was not at hand: what they promised is not known
 */
public record Compass(List<Quarter> quarters, List<Instrument> gaps) {

    public Compass {
        quarters = List.copyOf(quarters);
        gaps = List.copyOf(gaps);
    }

    /**
     * One cardinal point.
     *
     * @param standings how many promises stand how; of the rest it is not known
     * @param verifiable those whose completion can be scored at all
     * @param kept of the verifiable, those completed or substantial
     * @param dated those whose text or owners name a date
     * @param owned those with a service in charge on both sides
     * @param disputed those of which the sides tell different things
     * @param unknown those nobody has judged, and those without evidence
     */
    public record Quarter(
            CardinalPoint point,
            int commitments,
            Map<Standing, Integer> standings,
            int verifiable,
            int kept,
            int dated,
            int owned,
            int disputed,
            int unknown,
            List<Indicator> indicators) {

        public Quarter {
            standings = Map.copyOf(standings);
            indicators = List.copyOf(indicators);
        }

        public int of(Standing standing) {
            return standings.getOrDefault(standing, 0);
        }
    }

    public static Compass of(Register register, Indicators indicators) {
        return new Compass(
                Arrays.stream(CardinalPoint.values())
                        .map(point -> quarter(
                                point,
                                register.all().stream()
                                        .filter(each -> each.commitment().point() == point)
                                        .toList(),
                                indicators.of(point)))
                        .toList(),
                register.instruments().values().stream()
                        .filter(each -> !each.isTextAtHand())
                        .toList());
    }

    private static Quarter quarter(CardinalPoint point, List<Entry> entries, List<Indicator> indicators) {
        Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
        entries.forEach(each -> each.standing().ifPresent(standing -> standings.merge(standing, 1, Integer::sum)));
        List<Entry> verifiable = entries.stream()
                .filter(each -> each.commitment().isVerifiable())
                .toList();
        return new Quarter(
                point,
                entries.size(),
                standings,
                verifiable.size(),
                count(verifiable, Compass::isKept),
                count(
                        entries,
                        each -> each.commitment().due().isPresent()
                                || each.expected().isPresent()),
                count(
                        entries,
                        each -> Arrays.stream(Side.values())
                                .noneMatch(side ->
                                        each.commitment().owners().of(side).isEmpty())),
                count(entries, Entry::isDisputed),
                count(
                        entries,
                        each -> each.standing().isEmpty() || each.standing().get() == Standing.NOT_EVIDENCED),
                indicators);
    }

    static boolean isKept(Entry entry) {
        return entry.standing()
                .flatMap(Standing::completion)
                .filter(Completion::isHigh)
                .isPresent();
    }

    private static int count(List<Entry> entries, java.util.function.Predicate<Entry> what) {
        return Math.toIntExact(entries.stream().filter(what).count());
    }
}
