package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The catalogues of messages")
class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+\\}");
    private static final Pattern TEXT = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)\\.?\"");
    private static final Pattern FAMILY = Pattern.compile("\\.word\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern PREFIX = Pattern.compile("\"([a-z][a-z0-9.-]*\\.)\"\\s*\\+");

    private final Words english = Words.in(Language.EN);
    private final Words japanese = Words.in(Language.JA);

    @Test
    @DisplayName("have the same keys, but for the singular, which Japanese does not have")
    void sameKeys() {
        assertThat(japanese.messages().keySet())
                .containsExactlyInAnyOrderElementsOf(english.messages().keySet().stream()
                        .filter(key -> !key.endsWith(".one"))
                        .toList());
        assertThat(english.messages().keySet().stream().filter(key -> key.endsWith(".one")))
                .allSatisfy(key ->
                        assertThat(english.messages()).containsKey(key.substring(0, key.length() - 4) + ".other"));
    }

    @Test
    @DisplayName("have the same places in each message")
    void samePlaces() {
        assertThat(japanese.messages())
                .allSatisfy((key, message) -> assertThat(places(message))
                        .as(key)
                        .isEqualTo(places(String.valueOf(english.messages().get(key)))));
    }

    @Test
    @DisplayName("have no message that nobody says, and every one that somebody says")
    void allUsed() throws IOException {
        String code = code();
        Set<String> said =
                TEXT.matcher(code).results().map(each -> each.group(1)).collect(Collectors.toSet());
        List<String> families = Stream.concat(
                        FAMILY.matcher(code).results().map(each -> each.group(1) + "."),
                        PREFIX.matcher(code).results().map(each -> each.group(1)))
                .toList();
        Set<String> unused = new TreeSet<>();
        for (String key : english.messages().keySet()) {
            String plain = key.replaceAll("\\.(one|other)$", "");
            if (!said.contains(key)
                    && !said.contains(plain)
                    && families.stream().noneMatch(key::startsWith)) {
                unused.add(key);
            }
        }
        assertThat(unused).as("messages that nobody says").isEmpty();
        Set<String> missing = new TreeSet<>();
        for (MatchResult each : Pattern.compile("\\.(?:say|html|count)\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]")
                .matcher(code)
                .results()
                .toList()) {
            if (!english.knows(each.group(1)) && !english.knows(each.group(1) + ".other")) {
                missing.add(each.group(1));
            }
        }
        assertThat(missing).as("messages that nobody wrote").isEmpty();
    }

    @Test
    @DisplayName("name every word of a program that pages show")
    void allNamed() {
        for (Words words : List.of(english, japanese)) {
            for (Role each : Role.values()) {
                assertThat(words.word("role", each)).isNotEmpty();
            }
            for (Trouble.Kind each : Trouble.Kind.values()) {
                assertThat(words.word("trouble.title", each) + words.word("trouble.says", each))
                        .isNotEmpty();
            }
        }
    }

    @Test
    @DisplayName("say numbers and plurals as the language does, and keep HTML apart from text")
    void sentences() {
        assertThat(english.say("frame.checkpoint-of", "entries", 1234, "time", "now"))
                .isEqualTo("1,234 entries, now");
        assertThat(english.html("frame.checkpoint-of", "entries", 1, "time", Html.of("<b>x</b>")))
                .hasToString("1 entries, <b>x</b>");
        assertThat(english.html("frame.signed-in-as", "name", "<i>")).hasToString("Signed in as &lt;i&gt;");
    }

    private static Set<String> places(String message) {
        return PLACE.matcher(message).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code() throws IOException {
        Path sources = Path.of(System.getProperty("hasekura.home", ".."), "portal", "src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            var all = new StringBuilder();
            for (Path each :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(each));
            }
            return all.toString();
        }
    }
}
