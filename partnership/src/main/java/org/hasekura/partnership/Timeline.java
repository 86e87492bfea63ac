package org.hasekura.partnership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happened and what is to happen, in order of days: instruments, due dates, meetings, what was done. */
public record Timeline(List<Point> points) {

    public Timeline {
        points = List.copyOf(points);
    }

    /**
     * One point.
     *
     * @param subject id of the instrument, promise or meeting
     */
    public record Point(PartialDate date, What what, String subject, Phrase text) {}

    public enum What {
        SIGNED("signed", new Phrase("signed", "署名")),
        IN_FORCE("inForce", new Phrase("in force", "発効")),
        DUE("due", new Phrase("due by its text", "文書上の期限")),
        EXPECTED("expected", new Phrase("expected", "見込み")),
        EVIDENCED("evidenced", new Phrase("evidenced", "証拠あり")),
        MET("met", new Phrase("meeting", "会合"));

        private final String word;
        private final String en;
        private final String ja;

        What(String word, Phrase phrase) {
            this.word = word;
            this.en = phrase.en();
            this.ja = phrase.ja();
        }

        public String word() {
            return word;
        }

        public Phrase phrase() {
            return new Phrase(en, ja);
        }
    }

    public static Timeline of(Register register) {
        var points = new ArrayList<Point>();
        for (Instrument each : register.instruments().values()) {
            each.signed().ifPresent(date -> points.add(new Point(date, What.SIGNED, each.id(), each.title())));
            each.inForce().ifPresent(date -> points.add(new Point(date, What.IN_FORCE, each.id(), each.title())));
        }
        for (Entry each : register.all()) {
            Phrase text = each.commitment().text();
            each.commitment()
                    .due()
                    .flatMap(due -> due instanceof Due.By(PartialDate date) ? Optional.of(date) : Optional.empty())
                    .ifPresent(date -> points.add(new Point(date, What.DUE, each.id(), text)));
            each.expected().ifPresent(date -> points.add(new Point(date, What.EXPECTED, each.id(), text)));
            each.evidence().stream()
                    .flatMap(told -> told.what().date().stream())
                    .distinct()
                    .forEach(date -> points.add(new Point(date, What.EVIDENCED, each.id(), text)));
        }
        for (Held each : register.meetings()) {
            Meeting it = each.meeting();
            points.add(new Point(new PartialDate.Day(it.day()), What.MET, it.id(), it.title()));
        }
        points.sort(Comparator.comparing((Point each) -> each.date().last())
                .thenComparing(each -> each.date().text())
                .thenComparing(Point::what)
                .thenComparing(Point::subject));
        return new Timeline(points);
    }

    /** What may fall between two days, both included. */
    public Timeline between(LocalDate from, LocalDate to) {
        return new Timeline(points.stream()
                .filter(each -> !each.date().last().isBefore(from)
                        && !each.date().first().isAfter(to))
                .toList());
    }
}
