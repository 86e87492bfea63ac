package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Exporters by importers on a day: each cell is the ruling on a plain flow, the same for all. Germany stands for the Union.
 *
 * @param cells by exporter, then by importer, in the order of both lists
 */
public record Matrix(
        LocalDate day, String data, String lawData, List<String> exporters, List<String> importers, List<Cell> cells) {
    /** More countries on one side are refused. */
    public static final int COUNTRIES_MAX = 260;

    private static final String UNION = "DE";

    /** The ruling from one country to another. */
    public record Cell(String from, String to, Ruling ruling) {}

    public Matrix {
        exporters = List.copyOf(exporters);
        importers = List.copyOf(importers);
        cells = List.copyOf(cells);
    }

    /**
     * Judges every pair.
     *
     * @param exporters empty for those whose law is held
     * @param importers empty for these and every country that a decision speaks of
     * @param data {@code personal}, {@code special}, {@code hr} or {@code non-personal}
     * @throws LawDataException naming the country or kind of data that is not known, and the nearest
     */
    public static Matrix of(Law law, LocalDate day, List<String> exporters, List<String> importers, String data)
            throws LawDataException {
        PlainFlow.Data kind = kind(data);
        List<String> rows = exporters.isEmpty() ? exporters(law.data()) : countries(law, exporters);
        List<String> columns = importers.isEmpty() ? importers(law.data()) : countries(law, importers);
        return of(law, day, rows, columns, kind);
    }

    /** Personal data between all countries that the data hold. */
    static Matrix personal(Law law, LocalDate day) {
        return of(law, day, exporters(law.data()), importers(law.data()), PlainFlow.Data.PERSONAL);
    }

    private static Matrix of(Law law, LocalDate day, List<String> rows, List<String> columns, PlainFlow.Data kind) {
        List<Cell> cells = new ArrayList<>(rows.size() * columns.size());
        for (String from : rows) {
            for (String to : columns) {
                cells.add(new Cell(from, to, law.rule(PlainFlow.of(law, from, to, kind, day), day)));
            }
        }
        return new Matrix(day, kind.code(), law.lawDataVersion(), rows, columns, cells);
    }

    /** The cell of that pair. */
    public Optional<Cell> cell(String from, String to) {
        int row = exporters.indexOf(from);
        int column = importers.indexOf(to);
        return row < 0 || column < 0 ? Optional.empty() : Optional.of(cells.get(row * importers.size() + column));
    }

    private static PlainFlow.Data kind(String code) throws LawDataException {
        for (PlainFlow.Data kind : PlainFlow.Data.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        List<String> known =
                Stream.of(PlainFlow.Data.values()).map(PlainFlow.Data::code).toList();
        throw new LawDataException(FlowReading.refusal("kind of data", code, known));
    }

    private static List<String> countries(Law law, List<String> codes) throws LawDataException {
        if (codes.size() > COUNTRIES_MAX) {
            throw new LawDataException(codes.size() + " countries; at most " + COUNTRIES_MAX + " are judged");
        }
        List<String> countries = new ArrayList<>();
        for (String code : codes) {
            String iso = code.toUpperCase(Locale.ROOT);
            if (!law.isCountry(iso)) {
                throw new LawDataException("unknown country `" + FieldsJson.shown(code) + "`");
            }
            if (!countries.contains(iso)) {
                countries.add(iso);
            }
        }
        return countries;
    }

    /** Countries whose own law on flows abroad the data hold, the Union first. */
    static List<String> exporters(LawData law) {
        Set<String> held = new TreeSet<>(law.decisions().keySet());
        law.countries().values().stream()
                .filter(country -> !country.outboundRules().isEmpty())
                .map(Country::iso)
                .forEach(held::add);
        held.remove("EU");
        return Stream.concat(Stream.of(UNION), held.stream()).toList();
    }

    /** Whether the Union or the EEA stands for it. */
    private static boolean isMember(LawData law, String iso) {
        return law.memberships().getOrDefault(iso, List.of()).stream()
                .anyMatch(one -> one.to().isEmpty());
    }

    /** The exporters, and every other country outside the EEA that any decision of any day speaks of. */
    static List<String> importers(LawData law) {
        Set<String> beneficiaries = new TreeSet<>();
        law.decisions().values().stream().map(Map::keySet).forEach(beneficiaries::addAll);
        beneficiaries.removeAll(Set.of("EEA", "EU"));
        beneficiaries.removeAll(exporters(law));
        beneficiaries.removeIf(iso -> isMember(law, iso));
        return Stream.concat(exporters(law).stream(), beneficiaries.stream()).toList();
    }
}
