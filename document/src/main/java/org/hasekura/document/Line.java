package org.hasekura.document;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One line of text as it stands on a sheet.
 *
 * @param last whether the paragraph ends with it
 */
record Line(List<Piece> pieces, boolean last) {

    /** @param width in points */
    record Piece(String words, boolean strong, Optional<URI> link, double width) {}

    double width() {
        return pieces.stream().mapToDouble(Piece::width).sum();
    }
}
