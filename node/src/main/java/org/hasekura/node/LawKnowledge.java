package org.hasekura.node;

import java.time.LocalDate;
import java.util.Optional;
import org.hasekura.law.Law;
import picocli.CommandLine.Option;

/** Which law is asked: that of today's data, or as it was known on a day. */
final class LawKnowledge {

    @Option(
            names = "--known-on",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "judges with only what was known on that day (default: with all of the law data)")
    private Optional<LocalDate> day = Optional.empty();

    Law law() {
        Law law = Law.load();
        return day.map(law::asKnownOn).orElse(law);
    }
}
