package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the dated facts of one country say on each criterion on one day: one small function per criterion that facts speak to. What no
 * fact speaks to is unknown; a law that exists is no proof of what it says.
 */
record GapRules(Structure structure, LocalDate day, LocalDate statedFrom) {
    private static final Words ENGLISH = Words.of(Locale.ENGLISH);
    private static final Words JAPANESE = Words.of(Locale.JAPANESE);
    /** What no country without a general law can have. */
    private static final Set<String> OF_THE_LAW =
            Set.of("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13", "A14");
    /** What begins with the core duties of a law that comes in phases. */
    private static final Set<String> OF_THE_DUTIES =
            Set.of("A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13");
    /** What Convention 108 asks of its parties, Art. 5 to 8. */
    private static final Set<String> OF_CONVENTION_108 = Set.of("A4", "A6", "A8", "A10");

    GapCell cell(Criterion criterion, Optional<String> pass) {
        Answer answer = finding(criterion, pass).orElseGet(() -> byRule(criterion, pass));
        return new GapCell(
                criterion,
                pass,
                answer.status(),
                answer.evidence(),
                answer.atMost().weaker(structure.confidence()));
    }

    /** A status with what it rests on. */
    private record Answer(GapStatus status, List<GapCell.Evidence> evidence, Confidence atMost) {
        static Answer of(GapStatus status, GapCell.Evidence... evidence) {
            return new Answer(status, List.of(evidence), Confidence.CERTAIN);
        }

        Answer atMost(Confidence confidence) {
            return new Answer(status, evidence, confidence);
        }

        Answer and(GapCell.Evidence more) {
            List<GapCell.Evidence> all = new ArrayList<>(evidence);
            all.add(more);
            return new Answer(status, all, atMost);
        }
    }

    private Optional<Answer> finding(Criterion criterion, Optional<String> pass) {
        return structure.findings().stream()
                .filter(each -> each.criterion().equals(criterion.id())
                        && each.pass().equals(pass)
                        && each.days().holdOn(day, statedFrom))
                .map(each -> Answer.of(each.status(), said(each.textEn(), each.textJa(), each.days())))
                .findFirst();
    }

    private Answer byRule(Criterion criterion, Optional<String> pass) {
        return switch (criterion.id()) {
            case "A9" -> a9();
            case "B1" -> b1();
            case "B2" -> b2();
            case "B3" -> b1().status() == GapStatus.NOT_MET ? b1() : Answer.of(GapStatus.UNKNOWN);
            case "C2" -> c2(pass);
            case "D2" -> d2();
            case "D6" -> d6();
            case "E1" -> e1();
            case "E2" -> b1().status() == GapStatus.NOT_MET ? b1() : notDesignated();
            case "E3", "E4", "E5" -> notDesignated();
            default -> criterion.part() == 'A' ? content(criterion) : Answer.of(GapStatus.UNKNOWN);
        };
    }

    private Optional<Structure.GeneralLaw> law() {
        return structure.laws().stream()
                .filter(each -> each.days().holdOn(day, statedFrom))
                .findFirst();
    }

    /** Facts without a day say nothing of a time before the law they belong to. */
    private boolean isBeforeTheLaw() {
        return !structure.laws().isEmpty() && law().isEmpty();
    }

    /** Part A, content of the law. */
    private Answer content(Criterion criterion) {
        String id = criterion.id();
        if (structure.laws().isEmpty() && !day.isBefore(statedFrom)) {
            return Answer.of(OF_THE_LAW.contains(id) ? GapStatus.NOT_MET : GapStatus.UNKNOWN, say("gap.no-law"));
        }
        Optional<Structure.GeneralLaw> law = law();
        if (law.isEmpty()) {
            return Answer.of(GapStatus.UNKNOWN, say("gap.no-law-that-day"));
        }
        GapCell.Evidence stands =
                said(law.get().citation(), law.get().citation(), law.get().days());
        Optional<LocalDate> duties = law.get().dutiesFrom();
        if (duties.isPresent() && day.isBefore(duties.get()) && OF_THE_DUTIES.contains(id)) {
            return Answer.of(GapStatus.NOT_MET, stands, say("gap.duties-later", duties.get()));
        }
        Answer unread = Answer.of(GapStatus.UNKNOWN, stands, say("gap.unread"));
        if (structure.modelledOnGdpr()) {
            unread = unread.and(say("gap.modelled"));
        }
        return OF_CONVENTION_108.contains(id) && isParty() ? unread.and(say("gap.convention-asks")) : unread;
    }

    /** A9, onward transfers: what the law asks of transfers out of the country. */
    private Answer a9() {
        Answer law = content(new Criterion("A9", "", "", true, "", ""));
        if (law.status() == GapStatus.NOT_MET || isBeforeTheLaw()) {
            return law;
        }
        Optional<Structure.Measure> rule = structure.outbound().stream()
                .filter(each -> each.days().holdOn(day, statedFrom))
                .findFirst();
        if (rule.isEmpty()) {
            return law;
        }
        GapCell.Evidence asks =
                said(rule.get().textEn(), rule.get().textJa(), rule.get().days());
        return switch (rule.get().kind()) {
            case "unknown" -> law.and(asks);
            case "free", "none" -> Answer.of(GapStatus.NOT_MET, asks);
            default -> Answer.of(GapStatus.PARTLY, asks, say("gap.recipient-open"));
        };
    }

    private Optional<Structure.Authority> authority() {
        return structure.authorities().stream()
                .filter(each -> each.days().holdOn(day, statedFrom))
                .filter(each -> each.days().from().isPresent() || !isBeforeTheLaw())
                .findFirst();
    }

    private static GapCell.Evidence named(Structure.Authority authority) {
        return said(authority.nameEn(), authority.nameJa(), authority.days());
    }

    /** B1, an authority that exists and works. */
    private Answer b1() {
        Optional<Structure.Authority> found = authority();
        if (found.isEmpty()) {
            return Answer.of(GapStatus.UNKNOWN, say("gap.no-authority-that-day"));
        }
        Structure.Authority authority = found.get();
        return switch (authority.kind()) {
            case "none" -> Answer.of(GapStatus.NOT_MET, say("gap.no-authority"));
            case "planned" -> Answer.of(GapStatus.NOT_MET, named(authority));
            case "ministry" -> Answer.of(GapStatus.PARTLY, named(authority), say("gap.ministry"));
            case "taken-over" -> Answer.of(GapStatus.PARTLY, named(authority));
            default ->
                structure.confidence() == Confidence.CHECK
                        ? Answer.of(GapStatus.UNKNOWN, named(authority))
                        : Answer.of(GapStatus.MET, named(authority));
        };
    }

    /** B2, its independence. The judgement of the compilers is never certain. */
    private Answer b2() {
        Optional<Structure.Authority> found = authority();
        if (found.isEmpty()) {
            return Answer.of(GapStatus.UNKNOWN, say("gap.no-authority-that-day"));
        }
        String independence = found.get().independence();
        GapStatus status = switch (independence) {
            case "independent" -> GapStatus.MET;
            case "formal", "partial" -> GapStatus.PARTLY;
            case "unknown" -> GapStatus.UNKNOWN;
            default -> GapStatus.NOT_MET;
        };
        return Answer.of(status, named(found.get()), say("gap.independence." + independence))
                .atMost(Confidence.LIKELY);
    }

    /** C2, necessity and proportionality: a general duty to keep data in the country bears on it. */
    private Answer c2(Optional<String> pass) {
        boolean bears = pass.filter(Set.of("law-enforcement", "national-security")::contains)
                        .isPresent()
                && structure.localisation().kind().equals("general")
                && structure.localisation().days().holdOn(day, statedFrom);
        return bears
                ? Answer.of(GapStatus.UNKNOWN, kept(), say("gap.localisation-bears"))
                : Answer.of(GapStatus.UNKNOWN);
    }

    private boolean isParty() {
        Structure.Treaties treaties = structure.treaties();
        return treaties.convention108().equals("party")
                && !day.isBefore(treaties.from().orElse(statedFrom));
    }

    /** D2, Convention 108 and its modernised text. */
    private Answer d2() {
        Structure.Treaties treaties = structure.treaties();
        Confidence likely = Confidence.LIKELY;
        if (treaties.convention108().equals("not-applicable")) {
            return Answer.of(GapStatus.NOT_APPLICABLE, say("gap.treaty.not-applicable"));
        }
        boolean isDated = treaties.from().isPresent();
        if (!isDated && day.isBefore(statedFrom)) {
            return Answer.of(GapStatus.UNKNOWN, say("gap.treaty.undated", statedFrom));
        }
        if (!isParty()) {
            return Answer.of(GapStatus.NOT_MET, say("gap.treaty.none")).atMost(likely);
        }
        boolean ratified = treaties.convention108plus().equals("ratified")
                && !day.isBefore(treaties.plusFrom().orElse(statedFrom));
        return Answer.of(ratified ? GapStatus.MET : GapStatus.PARTLY, say("gap.treaty.party"))
                .and(say(ratified ? "gap.treaty.ratified" : "gap.treaty.not-ratified"))
                .atMost(likely);
    }

    private GapCell.Evidence kept() {
        Structure.Measure localisation = structure.localisation();
        return said(localisation.textEn(), localisation.textJa(), localisation.days());
    }

    /** D6, duties to keep data in the country. */
    private Answer d6() {
        if (!structure.localisation().days().holdOn(day, statedFrom)) {
            return Answer.of(GapStatus.UNKNOWN);
        }
        GapStatus status = switch (structure.localisation().kind()) {
            case "none" -> GapStatus.MET;
            case "sectoral", "conditional" -> GapStatus.PARTLY;
            case "general" -> GapStatus.NOT_MET;
            default -> GapStatus.UNKNOWN;
        };
        return Answer.of(status, kept());
    }

    /** E1, a law that matches the Japanese one. */
    private Answer e1() {
        boolean none = structure.laws().isEmpty() && !day.isBefore(statedFrom);
        return none ? Answer.of(GapStatus.NOT_MET, say("gap.no-law")) : notDesignated();
    }

    private Answer notDesignated() {
        return Answer.of(GapStatus.UNKNOWN, say("gap.not-designated"));
    }

    private static GapCell.Evidence said(String en, String ja, Structure.Days days) {
        return new GapCell.Evidence(en, ja, days.from());
    }

    private static GapCell.Evidence say(String name, Object... values) {
        return new GapCell.Evidence(ENGLISH.say(name, values), JAPANESE.say(name, values), Optional.empty());
    }
}
