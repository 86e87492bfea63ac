package org.hasekura.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Side;

/** What a secretariat may say of a commitment on its page. */
enum CommitmentAct {
    REPORT,
    EXPLAIN,
    EXPECT,
    ASK,
    ASSESS,
    PROVE,
    CITE,
    ASSIGN,
    REWORD;

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CommitmentAct> of(String path) {
        return Arrays.stream(values()).filter(each -> each.path().equals(path)).findFirst();
    }

    /** A side cannot speak for the other, and whoever belongs to neither speaks for none. */
    static List<CommitmentAct> of(Author.Seat seat) {
        return Arrays.stream(values())
                .filter(each ->
                        (each != REPORT && each != EXPLAIN) || side(seat).isPresent())
                .toList();
    }

    static Optional<Side> side(Author.Seat seat) {
        return Arrays.stream(Side.values()).filter(seat::speaksFor).findFirst();
    }
}
