package org.hasekura.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a drill found, in words for people: a summary, what to do, what changes. English or Japanese. */
public final class DrillText {
    /** Rows of a table at most; the rest is counted. */
    public static final int ROWS_MAX = 200;

    private final DrillReport report;
    private final Words words;

    /** Words on that report, in Japanese for that language, else in English. */
    public DrillText(DrillReport report, Locale language) {
        this.report = report;
        this.words = Words.of(language);
    }

    /** A few sentences, the outcome first. */
    public List<String> summary(Law law) {
        List<String> lines = new ArrayList<>();
        for (DecisionEnd end : report.ends()) {
            Provision act = law.data().decision(end.decision()).orElseThrow().act();
            lines.add(words.say(
                    "drill.end",
                    act.citation(words.language()),
                    end.day(),
                    end.decision() + " " + (words.japanese() ? act.nameJa() : act.nameEn())));
        }
        lines.add(words.say("drill.flows", report.results().size()));
        report.counts().forEach((fate, count) -> {
            if (count > 0 || fate == Fate.FALLS) {
                lines.add(words.say("drill." + fate.code(), count));
            }
        });
        long lost = report.results().stream()
                .filter(each -> each.fate().asksForWork())
                .count();
        if (lost > 0) {
            long cured = report.results().stream()
                    .filter(each -> !each.cures().isEmpty())
                    .count();
            lines.add(words.say("drill.cured", cured, lost - cured));
            lines.add(words.say("drill.no-grace"));
        }
        lines.add(words.say("drill.not-advice", report.lawData()));
        return lines;
    }

    /** Heading of the first table. */
    public String workTitle() {
        return words.say("drill.work");
    }

    /** The pieces of work with their head, the most urgent first; empty where there is none. */
    public List<List<String>> work() {
        List<List<String>> rows = new ArrayList<>();
        for (DrillWork work : report.work()) {
            rows.add(List.of(
                    work.by().toString(),
                    words.say("harm." + work.harm().code()),
                    work.counterparty(),
                    String.valueOf(work.flows().size()),
                    work.cure()
                            .map(cure -> words.say("effort." + cure.effort().code()))
                            .orElse("-"),
                    work.cure()
                            .map(cure -> words.japanese() ? cure.textJa() : cure.textEn())
                            .orElseGet(() -> words.say("drill.none"))));
        }
        return table(rows, "drill.by", "drill.harm", "drill.counterparty", "drill.count", "drill.effort", "drill.do");
    }

    /** Heading of the second table. */
    public String changesTitle() {
        return words.say("drill.changes");
    }

    /** Every flow that a decision's end touches, with its head; empty where there is none. */
    public List<List<String>> changes() {
        List<List<String>> rows = new ArrayList<>();
        for (DrillResult result : report.results()) {
            if (result.fate().asksForWork() || result.fate() == Fate.HOLDS_OTHERWISE) {
                rows.add(List.of(
                        result.flow().id(),
                        words.say("fate." + result.fate().code()),
                        ruling(result.before()),
                        ruling(result.after()),
                        result.causes().stream().map(Provision::token).collect(Collectors.joining(", ")),
                        result.cures().stream().map(Cure::id).collect(Collectors.joining(", "))));
            }
        }
        return table(rows, "drill.id", "drill.fate", "drill.before", "drill.after", "drill.cause", "drill.cures");
    }

    private List<List<String>> table(List<List<String>> rows, String... head) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(head).stream().map(words::say).toList());
        table.addAll(rows.subList(0, Math.min(rows.size(), ROWS_MAX)));
        if (rows.size() > ROWS_MAX) {
            table.add(List.of(words.say("drill.more", rows.size() - ROWS_MAX)));
        }
        return table;
    }

    private String ruling(Ruling ruling) {
        return words.say("outcome." + ruling.outcome()) + " " + String.join(" ", ruling.basis());
    }
}
