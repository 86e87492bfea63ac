package org.hasekura.node;

import java.util.List;

/** Rows of text under each other. Wide letters, as in Japanese, take two places in a terminal. */
final class Table {

    private static final String GAP = "  ";

    private Table() {}

    /** The rows may differ in length; control characters of others, and those that turn the direction of writing, are not handed to the terminal. */
    static String write(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widest = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widest[column] = Math.max(widest[column], width(clean(row.get(column))));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = clean(row.get(column));
                line.append(cell)
                        .append(" ".repeat(widest[column] - width(cell)))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String clean(String cell) {
        return cell.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    }

    private static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> (letter >= 0x3000 && letter <= 0x303F) || (letter >= 0xFF01 && letter <= 0xFF60) ? 2 : 1;
        };
    }
}
