package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes assessments as comma-separated values, one line for each criterion. */
public final class GapCsv {
    private GapCsv() {}

    /** The assessments with a head line. Texts in Japanese for that language, else in English. */
    public static String write(Gap gap, List<GapReport> reports, Locale language) {
        GapText text = new GapText(gap, language);
        StringBuilder csv = new StringBuilder(Csv.line(List.of(
                "country",
                "day",
                "criterion",
                "pass",
                "blocking",
                "status",
                "evidence",
                "dateOfFact",
                "nextReview",
                "confidence",
                "source",
                "provision",
                "lawData")));
        for (GapReport report : reports) {
            for (GapCell cell : report.cells()) {
                csv.append(Csv.line(List.of(
                        report.country(),
                        report.day().toString(),
                        cell.criterion().id(),
                        cell.pass().orElse(""),
                        String.valueOf(cell.criterion().blocking()),
                        cell.status().code(),
                        text.evidence(cell),
                        dates(cell),
                        report.nextChange().map(LocalDate::toString).orElse(""),
                        cell.confidence().code(),
                        report.source(),
                        cell.criterion().provision(),
                        report.lawData())));
            }
        }
        return csv.toString();
    }

    private static String dates(GapCell cell) {
        return cell.evidence().stream()
                .flatMap(each -> each.from().stream())
                .map(LocalDate::toString)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
