package org.hasekura.partnership;

import java.util.Optional;

/**
 * Where a document says it.
 *
 * @param source id of the document
 * @param paragraph as the document counts, for example {@code para. 12}; empty: the passage itself was not read
 */
public record Citation(String source, Optional<String> paragraph) {

    public static final Phrase NOT_READ = new Phrase("paragraph not read", "該当段落は未読");

    public static Citation notRead(String source) {
        return new Citation(source, Optional.empty());
    }

    public boolean isExact() {
        return paragraph.isPresent();
    }
}
