package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An assessment in words for people, English or Japanese: a summary, then tables with their heads. */
public final class GapText {
    private final Gap gap;
    private final Words words;

    /** Words on reports of that assessment, in Japanese for that language, else in English. */
    public GapText(Gap gap, Locale language) {
        this.gap = gap;
        this.words = Words.of(language);
    }

    /** A few sentences: what this is, what is known to be missing, what has to be established. */
    public List<String> summary(GapReport report, Law law) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("gap.title", report.day(), pick(report.nameEn(), report.nameJa())));
        (words.japanese() ? report.statusJa() : report.statusEn())
                .ifPresent(status -> lines.add(words.say("gap.status", status)));
        lines.add(words.say("gap.blocking", ids(report.blocking())));
        lines.add(words.say("gap.open", ids(report.open())));
        lines.add(words.say(
                "gap.counts",
                report.count(GapStatus.MET),
                report.count(GapStatus.PARTLY),
                report.count(GapStatus.NOT_MET),
                report.count(GapStatus.UNKNOWN),
                report.count(GapStatus.NOT_APPLICABLE)));
        report.nextChange().ifPresent(day -> lines.add(words.say("gap.next", day)));
        if (report.day().isAfter(law.data().asOf())) {
            lines.add(words.say("gap.after", law.data().asOf()));
        }
        lines.add(note());
        return lines;
    }

    /** What this is not. */
    public String note() {
        return words.say("gap.note", gap.lawDataVersion());
    }

    private String ids(List<GapCell> cells) {
        return cells.isEmpty()
                ? words.say("gap.nothing")
                : cells.stream().map(GapCell::id).collect(Collectors.joining(", "));
    }

    /** Heading of {@link #criteria}. */
    public String criteriaTitle() {
        return words.say("gap.criteria");
    }

    /** Every criterion with its status and what it rests on. */
    public List<List<String>> criteria(GapReport report) {
        List<List<String>> rows =
                head("gap.id", "gap.blocks", "gap.state", "gap.confidence", "gap.question", "gap.evidence");
        for (GapCell cell : report.cells()) {
            rows.add(List.of(
                    cell.id(),
                    cell.criterion().blocking() ? "B" : "",
                    words.say("status." + cell.status().code()),
                    cell.status() == GapStatus.UNKNOWN ? "" : cell.confidence().code(),
                    pick(cell.criterion().questionEn(), cell.criterion().questionJa()),
                    evidence(cell)));
        }
        return rows;
    }

    String evidence(GapCell cell) {
        return cell.evidence().stream()
                .map(each -> pick(each.textEn(), each.textJa())
                        + each.from()
                                .map(day -> " (" + words.say("gap.since", day) + ")")
                                .orElse(""))
                .collect(Collectors.joining("; "));
    }

    /** Heading of {@link #remedies}. */
    public String remediesTitle() {
        return words.say("gap.remedies");
    }

    /** What the known gaps would take, with the help there is. */
    public List<List<String>> remedies(GapReport report) {
        List<List<String>> rows = head("gap.remedy", "gap.gaps", "gap.help");
        for (Criteria.Help help : gap.criteria().remedies().values()) {
            List<GapCell> gaps = report.gaps(help.id());
            if (!gaps.isEmpty()) {
                rows.add(List.of(pick(help.en(), help.ja()), ids(gaps), pick(help.helpEn(), help.helpJa())));
            }
        }
        return rows;
    }

    /** Heading of {@link #routes}. */
    public String routesTitle() {
        return words.say("gap.routes");
    }

    /** The near-term routes with the rulings that open them, and what the full one begins with. */
    public List<List<String>> routes(GapReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (GapReport.Route route : report.routes()) {
            rows.add(List.of(
                    words.say("gap.route.near"),
                    words.say("gap.route." + route.id()),
                    words.say("outcome." + route.ruling().outcome()) + " "
                            + String.join(" ", route.ruling().basis())));
        }
        for (GapReport.Bridge bridge : report.bridges()) {
            rows.add(List.of(
                    words.say("gap.route.near"),
                    words.say("gap.route.bridge"),
                    pick(bridge.textEn(), bridge.textJa())));
        }
        List<GapCell> first = report.blocking().isEmpty() ? report.open() : report.blocking();
        rows.add(List.of(words.say("gap.route.full"), words.say("gap.route.all", ids(first))));
        return rows;
    }

    /** Heading of {@link #all}. */
    public String allTitle(LocalDate day) {
        return words.say("gap.all", day);
    }

    /** One row for each country: what the criteria with dated facts say, and the known gaps that block. */
    public List<List<String>> all(List<GapReport> reports) {
        List<String> shown = List.of("A9", "B1", "B2", "D2", "D6", "E1", "E2");
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("", words.say("gap.country")));
        head.addAll(shown);
        head.add(words.say("status.unknown"));
        head.add(words.say("gap.blocks"));
        rows.add(head);
        for (GapReport report : reports) {
            List<String> row = new ArrayList<>(List.of(report.country(), pick(report.nameEn(), report.nameJa())));
            for (String id : shown) {
                row.add(report.cells().stream()
                        .filter(cell -> cell.id().equals(id))
                        .map(cell -> words.say("status." + cell.status().code()))
                        .findFirst()
                        .orElse(""));
            }
            row.add(String.valueOf(report.count(GapStatus.UNKNOWN)));
            row.add(ids(report.blocking()));
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> head(String... names) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(names).stream().map(words::say).toList());
        return rows;
    }

    private String pick(String en, String ja) {
        return words.japanese() ? ja : en;
    }
}
