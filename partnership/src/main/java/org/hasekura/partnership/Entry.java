package org.hasekura.partnership;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A promise with all that became of it.
 *
 * @param commitment as it now reads, corrections included
 * @param expected by when people expect it; never mixed with what the text says
 * @param reports what each side says itself
 * @param assessments by who belongs to neither side
 * @param links to earlier promises
 * @param asked when a side was asked to explain itself, and until when
 * @param contested conflicts that no person has settled
 * @param history every event about it, first to last
 */
public record Entry(
        Commitment commitment,
        Optional<PartialDate> expected,
        Map<Side, Told<Report>> reports,
        List<Told<Assessment>> assessments,
        List<Told<Evidence>> evidence,
        List<Told<Link>> links,
        List<Told<Change.AskToExplain>> asked,
        List<Told<Explanation>> explanations,
        List<Contested> contested,
        List<Named> history) {

    public Entry {
        reports = Map.copyOf(reports);
        assessments = List.copyOf(assessments);
        evidence = List.copyOf(evidence);
        links = List.copyOf(links);
        asked = List.copyOf(asked);
        explanations = List.copyOf(explanations);
        contested = List.copyOf(contested);
        history = List.copyOf(history);
    }

    public String id() {
        return commitment.id();
    }

    /** The last assessment of anybody, if there is one. */
    public Optional<Told<Assessment>> assessment() {
        return assessments.stream()
                .max(Comparator.comparing(Told<Assessment>::at).thenComparing(Told::id));
    }

    /** Whether the two sides tell different things about it. */
    public boolean isDisputed() {
        return reports.size() == 2
                && reports.values().stream()
                                .map(each -> each.what().standing())
                                .distinct()
                                .count()
                        > 1;
    }

    /**
     * How it stands: the sides' word where both say the same, otherwise the assessor's, otherwise the word of the one side
     * that spoke; of a disputed promise that nobody assessed it is not known.
     */
    public Optional<Standing> standing() {
        if (reports.size() == 2 && !isDisputed()) {
            return reports.values().stream().map(each -> each.what().standing()).findFirst();
        }
        Optional<Standing> assessed = assessment().map(each -> each.what().standing());
        return assessed.isPresent() || isDisputed()
                ? assessed
                : reports.values().stream().map(each -> each.what().standing()).findFirst();
    }

    /** The day of the last thing anybody said or showed about it. */
    public Optional<java.time.Instant> lastChange() {
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.getLast().event().at());
    }
}
