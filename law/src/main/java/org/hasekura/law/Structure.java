package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is known of the data-protection structure of a third country, dated. */
record Structure(
        String iso,
        List<GeneralLaw> laws,
        boolean modelledOnGdpr,
        List<Authority> authorities,
        Treaties treaties,
        Measure localisation,
        List<Measure> outbound,
        List<Finding> findings,
        Optional<Status> status,
        List<String> bridges,
        Confidence confidence,
        String source) {

    /** First and last day, inclusive, as far as they are known. */
    record Days(Optional<LocalDate> from, Optional<LocalDate> to) {
        /** @param statedFrom from when on a fact without a first day is stated */
        boolean holdOn(LocalDate day, LocalDate statedFrom) {
            return !day.isBefore(from.orElse(statedFrom)) && (to.isEmpty() || !day.isAfter(to.get()));
        }
    }

    /** @param dutiesFrom when its core duties begin, if later than the law */
    record GeneralLaw(String citation, Days days, Optional<LocalDate> dutiesFrom) {}

    /**
     * Who supervises.
     *
     * @param kind {@code authority}, {@code taken-over}, {@code ministry}, {@code planned}, {@code none}
     * @param independence the compilers' judgement
     */
    record Authority(String nameEn, String nameJa, String kind, String independence, Days days) {}

    /** Convention 108 and its protocol: {@code party}, {@code none}, {@code not-applicable}; {@code ratified}, {@code signed}, {@code none}, {@code unknown}. */
    record Treaties(
            String convention108, Optional<LocalDate> from, String convention108plus, Optional<LocalDate> plusFrom) {}

    /** A rule on where data are kept or where they may go. */
    record Measure(String kind, String textEn, String textJa, Days days) {}

    /** What was found on one criterion beyond the rest. */
    record Finding(
            String criterion, Optional<String> pass, GapStatus status, Days days, String textEn, String textJa) {}

    /** Where the country stands with the Union. */
    record Status(String textEn, String textJa) {}
}
