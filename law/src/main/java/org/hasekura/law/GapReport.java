package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The gaps of a third country's data-protection structure against the adequacy criteria on a day. No adequacy decision, no score, and
 * no word on whether the country is adequate.
 *
 * @param statusEn where the country stands with the Union, where that is known
 * @param cells every criterion, those of part C once for each kind of access
 * @param nextChange the next day on which the data know of a change
 * @param routes what is open near-term, each with the ruling that says so
 * @param bridges model clauses of the region, English and Japanese
 */
public record GapReport(
        String country,
        String nameEn,
        String nameJa,
        LocalDate day,
        String lawData,
        Optional<String> statusEn,
        Optional<String> statusJa,
        List<GapCell> cells,
        Optional<LocalDate> nextChange,
        List<Route> routes,
        List<Bridge> bridges,
        String source) {
    public GapReport {
        cells = List.copyOf(cells);
        routes = List.copyOf(routes);
        bridges = List.copyOf(bridges);
    }

    /**
     * A way to send personal data there without a decision.
     *
     * @param id {@code EU} or {@code JP}: from where
     * @param ruling of the law, with the tool in place on the day
     */
    public record Route(String id, Ruling ruling) {}

    /** Model clauses of a region. */
    public record Bridge(String textEn, String textJa) {}

    /** Known gaps that nothing else makes up. */
    public List<GapCell> blocking() {
        return cells.stream().filter(GapCell::blocks).toList();
    }

    /** What has to be established before anybody can tell: blocking criteria of which nothing is known. */
    public List<GapCell> open() {
        return cells.stream()
                .filter(cell -> cell.criterion().blocking() && cell.status() == GapStatus.UNKNOWN)
                .toList();
    }

    /** Known gaps whose cure would take that. */
    public List<GapCell> gaps(String remedy) {
        return cells.stream()
                .filter(cell ->
                        cell.status().isGap() && cell.criterion().remedy().equals(remedy))
                .toList();
    }

    /** How many cells have that status. */
    public long count(GapStatus status) {
        return cells.stream().filter(cell -> cell.status() == status).count();
    }
}
