package org.hasekura.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.partnership.Citation;
import org.hasekura.partnership.Commitment;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Evidence;
import org.hasekura.partnership.Instrument;
import org.hasekura.partnership.Named;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Source;

/** One commitment as text: everything that the register has of it. */
record CommitmentText(PartnershipText words) {

    CommitmentText(Language language) {
        this(new PartnershipText(language));
    }

    static Entry found(Register register, String id) throws CommandFailed {
        Optional<Entry> found = register.entry(id);
        if (found.isEmpty()) {
            throw new CommandFailed(
                    "there is no commitment `" + id + "`; `hasekura partnership list` shows those there are");
        }
        return found.get();
    }

    String entry(Entry entry, Register register) {
        Commitment it = entry.commitment();
        Optional<Instrument> instrument =
                Optional.ofNullable(register.instruments().get(it.instrument()));
        List<List<String>> rows = new ArrayList<>();
        row(rows, words.say("commitment", "約束"), it.id() + "  " + it.text().in(words.locale()));
        row(
                rows,
                words.say("made in", "文書"),
                instrument.map(each -> each.title().in(words.locale())).orElse(it.instrument()) + ", "
                        + it.made().text());
        row(
                rows,
                words.say("area", "分野"),
                it.area() + ", " + it.point().phrase().in(words.locale()));
        row(rows, words.say("kind", "種類"), it.kind().phrase().in(words.locale()));
        for (Side side : Side.values()) {
            List<String> owners = it.owners().of(side);
            row(
                    rows,
                    words.say("owner ", "担当 ") + side.phrase().in(words.locale()),
                    owners.isEmpty() ? PartnershipText.UNKNOWN : String.join(", ", owners));
        }
        row(
                rows,
                words.say("due by its text", "文書上の期限"),
                it.due().map(words::date).orElse(PartnershipText.UNKNOWN));
        row(
                rows,
                words.say("expected", "見込み"),
                entry.expected().map(PartialDate::text).orElse(PartnershipText.UNKNOWN));
        row(
                rows,
                words.say("verifiable", "検証可能性"),
                it.isVerifiable()
                        ? words.say("verifiable", "検証可能")
                        : words.say("not verifiable: kept, not scored", "検証不可(採点対象外)"));
        row(
                rows,
                words.say("remedy in law", "法的救済"),
                instrument
                        .map(each -> each.remedy().phrase().in(words.locale()))
                        .orElse(PartnershipText.UNKNOWN));
        row(
                rows,
                words.say("confidence", "確度"),
                it.confidence().word() + ": " + it.confidence().phrase().in(words.locale()));
        row(rows, words.say("standing", "状況"), words.standing(entry));
        for (Side side : Side.values()) {
            row(
                    rows,
                    side.phrase().in(words.locale()) + words.say(" says", "の自己評価"),
                    Optional.ofNullable(entry.reports().get(side))
                            .map(told -> told.what().standing().phrase().in(words.locale()) + ": "
                                    + told.what().words())
                            .orElse(PartnershipText.UNKNOWN));
        }
        entry.assessments()
                .forEach(told -> row(
                        rows,
                        words.say("assessed by", "独立評価"),
                        told.what().assessor() + ": "
                                + told.what().standing().phrase().in(words.locale()) + "; "
                                + told.what().grounds()));
        it.citations().forEach(each -> row(rows, words.say("cited", "出典"), cited(each, register)));
        entry.evidence().forEach(told -> row(rows, words.say("evidence", "証拠"), evidence(told.what(), register)));
        entry.links()
                .forEach(told -> row(
                        rows,
                        told.what().kind().phrase().in(words.locale()),
                        told.what().to()));
        entry.explanations()
                .forEach(told -> row(
                        rows,
                        words.say("explained by ", "説明 ")
                                + told.what().side().phrase().in(words.locale()),
                        told.what().words()
                                + told.what()
                                        .newDate()
                                        .map(date -> words.say("; new date ", "、新期限 ") + date.text())
                                        .orElse("")));
        entry.contested()
                .forEach(each ->
                        row(rows, words.say("conflict", "競合"), each.slot().field() + ": " + ids(each.values())));
        entry.history().forEach(each -> row(rows, words.say("history", "履歴"), history(each)));
        return Table.write(rows);
    }

    private static String ids(List<Named> values) {
        return String.join(
                " / ",
                values.stream()
                        .map(each ->
                                each.id().brief() + " " + each.event().author().name())
                        .toList());
    }

    private static String history(Named each) {
        return each.event().at() + "  " + each.event().author().name() + ": "
                + each.event().change().word() + " (" + each.event().reason() + ")  "
                + each.id().brief();
    }

    private String cited(Citation citation, Register register) {
        String paragraph = citation.paragraph().orElse(Citation.NOT_READ.in(words.locale()));
        return Optional.ofNullable(register.sources().get(citation.source()))
                .map(source -> citation.source() + ", " + source.line() + ", " + paragraph + reading(source)
                        + source.link().map(link -> " " + link).orElse(""))
                .orElse(citation.source() + ", " + paragraph);
    }

    private String reading(Source source) {
        return " [" + words.say("document ", "文書") + source.reading().phrase().in(words.locale()) + "]";
    }

    private String evidence(Evidence evidence, Register register) {
        return switch (evidence) {
            case Evidence.Document it -> it.claim() + " (" + cited(it.citation(), register) + ")";
            case Evidence.Exchange it ->
                it.claim() + words.say(" (entry ", "(記録 ") + it.entry() + words.say(" of ", ", ") + it.origin() + ", "
                        + it.hash() + ")";
        };
    }

    private static void row(List<List<String>> rows, String name, String value) {
        rows.add(List.of(name, value));
    }
}
