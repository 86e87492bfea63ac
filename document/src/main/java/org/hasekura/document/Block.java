package org.hasekura.document;

import java.util.List;

/** A part of a document, from margin to margin. */
public sealed interface Block {

    /**
     * Begins a section.
     *
     * @param level 2 for a section, 3 below it, 4 below that; 1 is the document's title
     */
    record Heading(int level, String words) implements Block {
        public Heading {
            if (level < 2 || level > 4) {
                throw new IllegalArgumentException("a heading of level " + level + "; sections have 2 to 4");
            }
        }
    }

    record Paragraph(Text text) implements Block {}

    /**
     * A list.
     *
     * @param ordered numbered from 1, or with a dot
     */
    record Points(boolean ordered, List<Text> items) implements Block {
        public Points {
            items = List.copyOf(items);
        }
    }

    /** Terms, each with what is said of it. */
    record Definitions(List<Definition> items) implements Block {
        public Definitions {
            items = List.copyOf(items);
        }
    }

    record Definition(String term, Text said) {}

    /**
     * Rows under column heads; the first cell of a row is its head.
     *
     * @param caption what the table shows, above it
     */
    record Table(String caption, List<String> columns, List<List<Text>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Text> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row of " + row.size() + " cells under " + columns.size()
                            + " columns in the table `" + caption + "`");
                }
            }
        }
    }

    /** Set apart from the rest: a verdict, a warning, what a document is not. */
    record Note(Weight weight, String title, Text text) implements Block {}

    /** How a note is set apart; its words must say the same, since colour alone says nothing. */
    enum Weight {
        PLAIN,
        GOOD,
        CAUTION,
        BAD
    }

    /** A plot with the table of its values below it, in every format. */
    record Figure(Plot plot) implements Block {}

    static Block paragraph(String words) {
        return new Paragraph(Text.of(words));
    }

    static Block section(String words) {
        return new Heading(2, words);
    }
}
