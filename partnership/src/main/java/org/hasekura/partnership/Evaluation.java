package org.hasekura.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/*
 * The seven steps of following up on promises that bind by word, as one pure function of a register, a day and rules:
 *
 *   1 register      what an entry lacks
 *   2 self-report   which side is silent for too long
 *   3 assessment    what nobody outside has looked at since it fell due
 *   4 meeting       what is disputed, in conflict, stalled: the agenda is made of it
 *   5 explanation   what is late asks by itself for an explanation by a day; an answer with a new date moves the deadline,
 *                   and slips are counted
 *   6 escalation    who looks at it after how long
 *   7 law           only where law offers something, and never for a political promise
 *
 * Not verifiable promises are never late, never scored and never escalated: nobody could say whether they are done.
 * Who asks for an explanation may be a person (an event) or, the day after a deadline, the register by itself.
 */
public record Evaluation(LocalDate day, Rules rules, List<Judged> all) {

    public Evaluation {
        all = List.copyOf(all);
    }

    public static Evaluation of(Register register, LocalDate day, Rules rules) {
        return new Evaluation(
                day,
                rules,
                register.all().stream()
                        .map(entry -> new Evaluation(day, rules, List.of()).judge(entry, register))
                        .toList());
    }

    /** What rises by itself, weightiest first, then latest. */
    public List<Judged> forAgenda() {
        return all.stream()
                .filter(Judged::isForAgenda)
                .sorted(Comparator.comparingInt(Judged::weight)
                        .reversed()
                        .thenComparing(each -> each.find(Finding.Overdue.class)
                                .map(late -> -late.daysLate())
                                .orElse(0L))
                        .thenComparing(each -> each.entry().id()))
                .toList();
    }

    public Optional<Judged> of(String id) {
        return all.stream().filter(each -> each.entry().id().equals(id)).findFirst();
    }

    private Judged judge(Entry entry, Register register) {
        var findings = new ArrayList<Finding>();
        lacking(entry, findings);
        boolean isScored = entry.commitment().isVerifiable();
        boolean isDone = entry.standing().filter(Standing::isDone).isPresent();
        Optional<Deadline> deadline = Deadline.of(entry);
        if (isScored && !isDone) {
            reports(entry, findings);
            stalled(entry, deadline, findings);
            deadline.filter(each -> each.day().isBefore(day)).ifPresent(each -> late(entry, each, register, findings));
        }
        if (isScored) {
            deadline.ifPresent(each -> assessment(entry, each, findings));
        }
        disputed(entry, findings);
        entry.contested()
                .forEach(each -> findings.add(new Finding.Conflicting(
                        each.slot().field(), each.values().size())));
        return new Judged(entry, deadline, findings);
    }

    private static void lacking(Entry entry, List<Finding> findings) {
        var lacking = new ArrayList<Phrase>();
        Commitment it = entry.commitment();
        for (Side side : Side.values()) {
            if (it.owners().of(side).isEmpty()) {
                lacking.add(new Phrase(
                        "an owner of " + side.phrase().en(), side.phrase().ja() + "の担当"));
            }
        }
        if (it.isVerifiable() && it.due().isEmpty() && entry.expected().isEmpty()) {
            lacking.add(new Phrase("a date, in the text or expected", "期限(文書又は見込み)"));
        }
        if (it.citations().stream().noneMatch(Citation::isExact)) {
            lacking.add(new Phrase("the paragraph that says it", "該当段落"));
        }
        if (!lacking.isEmpty()) {
            findings.add(new Finding.Incomplete(lacking));
        }
    }

    private void reports(Entry entry, List<Finding> findings) {
        for (Side side : Side.values()) {
            LocalDate last = Optional.ofNullable(entry.reports().get(side))
                    .map(told -> day(told.at()))
                    .orElseGet(() -> entry.commitment().made().last());
            LocalDate due = last.plusMonths(rules.reportMonths());
            if (due.isBefore(day)) {
                findings.add(new Finding.ReportDue(side, due));
            }
        }
    }

    /** Only what has a date can stand still; a compiler's first entry is nothing heard from a side. */
    private void stalled(Entry entry, Optional<Deadline> deadline, List<Finding> findings) {
        if (deadline.isEmpty()) {
            return;
        }
        LocalDate heard = entry.history().stream()
                .filter(each -> each.event().author().seat() != Author.Seat.INDEPENDENT)
                .map(each -> day(each.event().at()))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> evidenced(entry));
        if (heard.plusMonths(rules.stalledMonths()).isBefore(day)) {
            findings.add(new Finding.Stalled(heard));
        }
    }

    private LocalDate evidenced(Entry entry) {
        LocalDate made = entry.commitment().made().last();
        return entry.evidence().stream()
                .flatMap(told -> told.what().date().stream())
                .map(PartialDate::last)
                .filter(each -> each.isAfter(made) && !each.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElse(made);
    }

    private void late(Entry entry, Deadline deadline, Register register, List<Finding> findings) {
        long daysLate = ChronoUnit.DAYS.between(deadline.day(), day);
        findings.add(new Finding.Overdue(deadline, daysLate));
        for (Side side : Side.values()) {
            if (!entry.commitment().owners().of(side).isEmpty()) {
                ask(entry, side, deadline, findings);
            }
        }
        findings.add(new Finding.Escalated(rules.level(daysLate)));
        Optional.ofNullable(register.instruments().get(entry.commitment().instrument()))
                .map(Instrument::remedy)
                .filter(each -> each != Remedy.NONE)
                .ifPresent(each -> findings.add(new Finding.InLaw(each)));
        int slips = Math.toIntExact(entry.explanations().stream()
                .filter(told -> told.what().newDate().isPresent())
                .count());
        if (slips > 1) {
            findings.add(new Finding.Slipped(slips));
        }
    }

    /** What a side said since the deadline is its answer, with a new date or without. */
    private void ask(Entry entry, Side side, Deadline deadline, List<Finding> findings) {
        LocalDate by = entry.asked().stream()
                .map(Told::what)
                .filter(each -> each.side() == side && each.by().isAfter(deadline.day()))
                .map(Change.AskToExplain::by)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> deadline.day().plusDays(1L + rules.explainDays()));
        boolean isAnswered = entry.explanations().stream()
                .anyMatch(told -> told.what().side() == side && day(told.at()).isAfter(deadline.day()));
        if (!isAnswered) {
            findings.add(by.isBefore(day) ? new Finding.Unanswered(side, by) : new Finding.Asked(side, by));
        }
    }

    private void assessment(Entry entry, Deadline deadline, List<Finding> findings) {
        LocalDate due = deadline.day().plusMonths(rules.assessMonths());
        boolean isAssessed =
                entry.assessments().stream().anyMatch(told -> !day(told.at()).isBefore(deadline.day()));
        if (due.isBefore(day) && !isAssessed) {
            findings.add(new Finding.AssessmentDue(due));
        }
    }

    private static void disputed(Entry entry, List<Finding> findings) {
        Optional<Told<Report>> eu = Optional.ofNullable(entry.reports().get(Side.EU));
        Optional<Told<Report>> japan = Optional.ofNullable(entry.reports().get(Side.JAPAN));
        if (entry.isDisputed() && eu.isPresent() && japan.isPresent()) {
            findings.add(new Finding.Disputed(
                    eu.get().what().standing(), japan.get().what().standing()));
        }
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
