package org.hasekura.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hasekura.law.CaseFile;
import org.hasekura.law.CaseFileJson;
import org.hasekura.law.Flow;
import org.hasekura.law.LawDataException;

/**
 * What rulings are measured on: the case files of the law's tests and, where the folder {@code shared} lies beside the checkout, the
 * cases there. Each case is asked for its own day, the day before and half a year later, so that boundary days are not the rule.
 */
final class LawCases {
    private static final int[] DAYS_LATER = {0, -1, 182};

    private LawCases() {}

    /** One flow on one day, read and built before the clock runs. */
    record Asked(String id, Flow flow, LocalDate day) {}

    /** Everything that is asked, in an order that is mixed and always the same. */
    static List<Asked> read(Path home) throws IOException {
        List<Asked> all = new ArrayList<>();
        for (Path file : files(home)) {
            for (CaseFile.Case each : cases(file)) {
                for (int later : DAYS_LATER) {
                    all.add(new Asked(each.id(), each.flow(), each.day().plusDays(later)));
                }
            }
        }
        Collections.shuffle(all, new Random(1));
        return all;
    }

    private static List<Path> files(Path home) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> own = Files.list(home.resolve("law/src/test/resources/org/hasekura/law"))) {
            own.filter(file -> file.getFileName().toString().startsWith("cases-"))
                    .sorted()
                    .forEach(files::add);
        }
        Path shared = home.resolveSibling("shared").resolve("law").resolve("cases-dev.json");
        if (Files.exists(shared)) {
            files.add(shared);
        }
        return files;
    }

    private static List<CaseFile.Case> cases(Path file) throws IOException {
        try {
            return CaseFileJson.read(file.toString(), Files.readAllBytes(file)).cases();
        } catch (LawDataException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
