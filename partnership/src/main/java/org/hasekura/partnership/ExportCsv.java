package org.hasekura.partnership;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Promises as comma-separated values (RFC 4180), one row each; what is not known is an empty cell. */
public final class ExportCsv {

    static final List<String> COLUMNS = List.of(
            "id",
            "instrument",
            "area",
            "point",
            "kind",
            "text",
            "textJa",
            "ownersEu",
            "ownersJapan",
            "made",
            "due",
            "expected",
            "standing",
            "standingEu",
            "standingJapan",
            "completion",
            "isVerifiable",
            "remedy",
            "confidence",
            "citations",
            "links");

    private ExportCsv() {}

    public static String write(Collection<Entry> entries, Register register) {
        var csv = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (Entry entry : entries) {
            csv.append(row(entry, register).stream().map(ExportCsv::quoted).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static List<String> row(Entry entry, Register register) {
        Commitment it = entry.commitment();
        Optional<Standing> standing = entry.standing();
        return List.of(
                it.id(),
                it.instrument(),
                it.area(),
                it.point().word(),
                it.kind().word(),
                it.text().en(),
                it.text().ja().equals(it.text().en()) ? "" : it.text().ja(),
                String.join("; ", it.owners().eu()),
                String.join("; ", it.owners().japan()),
                it.made().text(),
                it.due().map(Due::text).orElse(""),
                entry.expected().map(PartialDate::text).orElse(""),
                standing.map(Standing::word).orElse(""),
                told(entry, Side.EU),
                told(entry, Side.JAPAN),
                standing.filter(_ -> it.isVerifiable())
                        .flatMap(Standing::completion)
                        .map(ChangeJson::word)
                        .orElse(""),
                Boolean.toString(it.isVerifiable()),
                Optional.ofNullable(register.instruments().get(it.instrument()))
                        .map(each -> each.remedy().word())
                        .orElse(""),
                it.confidence().word(),
                it.citations().stream()
                        .map(each -> each.source() + ": " + each.paragraph().orElse("not read"))
                        .collect(Collectors.joining("; ")),
                entry.links().stream()
                        .map(each ->
                                each.what().kind().word() + " " + each.what().to())
                        .collect(Collectors.joining("; ")));
    }

    private static String told(Entry entry, Side side) {
        return Optional.ofNullable(entry.reports().get(side))
                .map(each -> each.what().standing().word())
                .orElse("");
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
