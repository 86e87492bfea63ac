package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The shape of data as their beginning shows it: the narrowest type that fits every value that was looked at. It is a proposal; whoever
 * publishes looks at it.
 */
public final class Proposal {

    /** So many rows are looked at for types. */
    private static final int LOOKED_AT = 1_000;

    private Proposal() {}

    /** Of CSV with a head, separated by comma, semicolon or tab. Empty when it is none. */
    public static Optional<Shape> ofCsv(String beginning) {
        String text = beginning.startsWith("\ufeff") ? beginning.substring(1) : beginning;
        String head = text.lines().findFirst().orElse("");
        char separator = separator(head);
        List<List<String>> rows = Csv.read(text, separator, LOOKED_AT + 1);
        return rows.isEmpty() || head.indexOf('\0') >= 0
                ? Optional.empty()
                : of(rows.getFirst(), rows.subList(1, rows.size()));
    }

    private static char separator(String head) {
        char best = ',';
        for (char each : new char[] {';', '\t'}) {
            best = head.chars().filter(c -> c == each).count() > count(head, best) ? each : best;
        }
        return best;
    }

    private static long count(String head, char wanted) {
        return head.chars().filter(c -> c == wanted).count();
    }

    /** Of rows under names. A row that is not as long as the head, such as one that was cut, is passed over. */
    public static Optional<Shape> of(List<String> head, List<List<String>> rows) {
        List<List<String>> whole =
                rows.stream().filter(row -> row.size() == head.size()).toList();
        List<Shape.Column> columns = new ArrayList<>();
        for (int at = 0; at < head.size(); at++) {
            int column = at;
            String name = head.get(at).strip();
            columns.add(new Shape.Column(
                    name.isEmpty() ? "column " + (at + 1) : cut(name),
                    type(whole.stream().map(row -> row.get(column)).toList()),
                    Optional.empty()));
        }
        if (Shape.fault(columns, List.of()).isPresent()) {
            return Optional.empty();
        }
        List<List<String>> sample = new ArrayList<>(whole.stream()
                .limit(Shape.ROWS_MAX / 2)
                .map(row -> row.stream().map(Proposal::cut).toList())
                .toList());
        while (Shape.fault(columns, sample).isPresent()) {
            sample.removeLast();
        }
        return Optional.of(new Shape(columns, sample));
    }

    private static String cut(String text) {
        return text.length() <= Shape.TEXT_MAX ? text : text.substring(0, Shape.TEXT_MAX - 1) + "…";
    }

    private static Shape.Type type(List<String> values) {
        List<String> said = values.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        if (said.isEmpty()) {
            return Shape.Type.STRING;
        }
        List<String> patterns = List.of(
                "[+-]?(0|[1-9][0-9]{0,17})",
                "[+-]?((0|[1-9][0-9]*)(\\.[0-9]+)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?",
                "(?i)true|false",
                "[0-9]{4}-[0-9]{2}-[0-9]{2}",
                "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?");
        List<Shape.Type> types = List.of(
                Shape.Type.INTEGER, Shape.Type.NUMBER, Shape.Type.BOOLEAN, Shape.Type.DATE, Shape.Type.DATETIME);
        return IntStream.range(0, patterns.size())
                .filter(at -> said.stream().allMatch(each -> each.matches(patterns.get(at))))
                .mapToObj(types::get)
                .findFirst()
                .orElse(Shape.Type.STRING);
    }
}
