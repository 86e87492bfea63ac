package org.hasekura.law;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The law data as open data: each table as JSON and CSV, with a dictionary, a data package, a licence note and digests. The same data
 * always give the same bytes.
 */
public final class OpenData {
    /** Under which terms the data are published. */
    record Licence(String name, String title, String address) {}

    static final Licence LICENCE = new Licence(
            "CC-BY-4.0",
            "Creative Commons Attribution 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/");

    private OpenData() {}

    /** Every file by its name. */
    public static SortedMap<String, byte[]> files(Law law) {
        String version = law.lawDataVersion();
        String asOf = law.data().asOf().toString();
        List<OpenTable> tables = OpenTablesJson.packaged();
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (OpenTable table : tables) {
            put(files, table.name() + ".csv", table.csv());
            put(files, table.name() + ".json", OpenTablesJson.write(table, version, asOf, LICENCE.name()));
        }
        put(files, "dictionary.csv", dictionary(tables));
        put(files, "datapackage.json", OpenTablesJson.dataPackage(tables, version, LICENCE));
        put(files, "LICENCE.txt", licence(version));
        put(files, "README.md", readMe(tables, version, asOf));
        put(files, "SHA256SUMS", digests(files));
        return files;
    }

    private static void put(SortedMap<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String dictionary(List<OpenTable> tables) {
        StringBuilder csv = new StringBuilder(Csv.line(List.of("table", "column", "type", "meaning", "meaningJa")));
        for (OpenTable table : tables) {
            for (int i = 0; i < table.columns().size(); i++) {
                OpenTable.Column column = table.columns().get(i);
                csv.append(Csv.line(
                        List.of(table.name(), column.name(), table.type(i), column.textEn(), column.textJa())));
            }
        }
        return csv.toString();
    }

    private static String licence(String version) {
        return """
                Hasekura law data, version %s

                The compilation is published under %s (%s), SPDX %s: %s
                Name it as "Hasekura law data, version %s". Facts of law belong to nobody; texts of law are not part of these
                data. Terms of the W3C Data Privacy Vocabulary are named by their IRI alone. Not legal advice, without warranty.
                """.formatted(version, LICENCE.title(), LICENCE.name(), LICENCE.name(), LICENCE.address(), version);
    }

    private static String readMe(List<OpenTable> tables, String version, String asOf) {
        StringBuilder text = new StringBuilder("""
                # Hasekura law data %s

                Dated law of cross-border data flows between the EU, Japan and their partners, as of %s. **Not legal advice.**
                EU・日本とパートナー国の間のデータ越境移転に関する日付付きの法令データ(%s現在)。**法的助言ではない。**

                Each table is there as CSV (RFC 4180, UTF-8, lists joined with `|`) and as JSON. `dictionary.csv` says what each
                column means, `datapackage.json` says it to machines (Frictionless), `SHA256SUMS` lets you check. Days are
                inclusive. `confidence` and `source` say how sure an entry is and where it was taken from; what is not here is
                unknown. Licence: %s, see `LICENCE.txt`.

                | table | rows | | |
                |---|---|---|---|
                """.formatted(version, asOf, asOf, LICENCE.name()));
        for (OpenTable table : tables) {
            text.append("| [%s](%s.csv) | %d | %s | %s |\n"
                    .formatted(table.name(), table.name(), table.rows().size(), table.titleEn(), table.titleJa()));
        }
        return text.toString();
    }

    private static String digests(SortedMap<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((name, bytes) ->
                lines.append(sha256(bytes)).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
