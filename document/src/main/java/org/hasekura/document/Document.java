package org.hasekura.document;

import java.time.LocalDate;
import java.util.List;

/**
 * What is said, apart from how a format shows it.
 *
 * @param title the first heading, and the name a reader's window shows
 * @param day the day it was made for; the only date the files carry
 * @param identifier names this document among others, such as {@code hasekura:memo:2026-11-21:DE-JP}; formats that want an id of
 *     their own derive it from this
 * @param header one line above each page
 * @param footer one line below each page, beside the page number
 */
public record Document(
        String title,
        Language language,
        LocalDate day,
        String identifier,
        String header,
        String footer,
        List<Block> blocks) {

    public Document {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a document without a title cannot be found again");
        }
        blocks = List.copyOf(blocks);
    }
}
