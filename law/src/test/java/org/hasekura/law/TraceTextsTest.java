package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the texts of a trace")
final class TraceTextsTest {
    private static final String ADVICE = "add it to trace.json, in English and Japanese";
    private static final Path SOURCES = Path.of("src/main/java/org/hasekura/law");
    private static final Pattern CALL = Pattern.compile("\\.step\\(([^;]*)\\);", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    private final TraceTexts texts = TraceTexts.load();

    /** A step as the source of a rule writes it: the literal question, and one literal answer. */
    private record Written(String file, String question, String answer) {}

    @Test
    @DisplayName("say every question and answer that a rule can write, in both languages")
    void written() throws IOException {
        List<Written> written = written(SOURCES);
        assertThat(written).hasSizeGreaterThan(40);
        assertThat(written)
                .allSatisfy(one -> assertThat(texts.has(new Step("EU", one.question(), one.answer(), List.of())))
                        .as(one + ": " + ADVICE)
                        .isTrue());
    }

    @Test
    @DisplayName("say every step that flows meet, and name the legal order that asked")
    void met() throws Exception {
        LawData data = LawDataJson.packaged();
        Law law = Law.of(data);
        Set<Step> met = new TreeSet<>(java.util.Comparator.comparing(Step::order)
                .thenComparing(Step::question)
                .thenComparing(Step::answer));
        GeneratedFlows flows = new GeneratedFlows(7, data);
        for (int i = 0; i < 20_000; i++) {
            met.addAll(steps(law, flows.flow(), flows.day()));
        }
        for (CaseFile.Case each :
                OwnCasesTest.read("cases-orders-and-layers.json").cases()) {
            met.addAll(steps(law, each.flow(), each.day()));
        }
        assertThat(met).hasSizeGreaterThan(40).allSatisfy(step -> {
            assertThat(texts.has(step)).as(step + ": " + ADVICE).isTrue();
            assertThat(texts.hasOrder(step.order())
                            || data.country(step.order()).isPresent())
                    .as(step + ": " + ADVICE)
                    .isTrue();
            assertThat(texts.answer(step, Locale.ENGLISH)).doesNotContain("{");
            assertThat(texts.answer(step, Locale.JAPANESE)).doesNotContain("{");
        });
    }

    @Test
    @DisplayName("show the ids of a step that has no text, rather than nothing")
    void without() {
        Step step = new Step("EU", "weather", "wet", List.of("7 mm"));
        assertThat(texts.question(step, Locale.ENGLISH)).isEqualTo("weather");
        assertThat(texts.answer(step, Locale.JAPANESE)).isEqualTo("wet [7 mm]");
        assertThat(texts.order("XX", Locale.ENGLISH)).isEqualTo("XX");
    }

    private static List<Step> steps(Law law, Flow flow, LocalDate day) {
        Trace trace = Trace.on();
        law.rule(flow, day, trace);
        return trace.steps();
    }

    private static List<Written> written(Path folder) throws IOException {
        List<Written> written = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                CALL.matcher(Files.readString(file)).results().forEach(call -> {
                    List<String> arguments = arguments(call.group(1));
                    if (arguments.size() >= 3) {
                        String question = literals(arguments.get(1)).getFirst();
                        literals(arguments.get(2))
                                .forEach(answer ->
                                        written.add(new Written(String.valueOf(file.getFileName()), question, answer)));
                    }
                });
            }
        }
        return written;
    }

    /** The arguments of a call, parted at its own commas. */
    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == ',' && depth == 0) {
                arguments.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        arguments.add(text.substring(begin));
        return arguments;
    }

    private static List<String> literals(String text) {
        return LITERAL.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
