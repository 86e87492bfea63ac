package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.document.Document;
import org.hasekura.document.Docx;
import org.hasekura.document.Html;
import org.hasekura.document.Pdf;

/** In what form a paper is kept; a file's ending says which. */
enum PaperFormat {
    HTML,
    PDF,
    DOCX;

    static Optional<PaperFormat> of(String file) {
        return Arrays.stream(values())
                .filter(each -> file.toLowerCase(Locale.ROOT).endsWith("." + each.ending()))
                .findFirst();
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    byte[] bytes(Document document) {
        return switch (this) {
            case HTML -> Html.of(document).getBytes(StandardCharsets.UTF_8);
            case PDF -> Pdf.of(document);
            case DOCX -> Docx.of(document);
        };
    }
}
