package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The catalogue of entries (docs/evidence-entries.md)")
class EntryCatalogueTest {

    @Test
    @DisplayName("says what the sealed type says; -Dgolden.update=true rewrites it")
    void catalogue() throws IOException {
        Path file = Path.of(System.getProperty("hasekura.home", ".."), "docs", "evidence-entries.md");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, rendered());
        }
        assertThat(file).exists();
        assertThat(rendered()).isEqualTo(Files.readString(file));
    }

    private static String rendered() {
        StringBuilder out = new StringBuilder("""
                # Evidence entries

                Generated from `org.hasekura.evidence.Entry`; do not edit. What the log of a node can prove.

                An entry is canonical JSON (RFC 8785: names sorted, no white space, UTF-8) of at most 65,535 bytes. It holds
                hashes and identifiers, never personal data or payload, because it cannot be erased. Besides the fields
                below each has:

                | field | is |
                |---|---|
                | `format` | `%s` |
                | `kind` | the name in the heading |
                | `node` | DID of the node that says so |
                | `at` | when, by that node's clock, in UTC |

                Hashes are SHA-256 in 64 hexadecimal digits. A field that is *optional* is left out where there is nothing
                to say. Readers keep entries of kinds or shapes they do not know: those can be proved, not explained.
                """.formatted(Entry.FORMAT));
        Stream.of(Entry.class.getPermittedSubclasses())
                .filter(kind -> kind != Entry.Unknown.class)
                .sorted(Comparator.comparing(Class::getSimpleName))
                .forEach(kind -> out.append(section(kind)));
        return out.toString();
    }

    private static String section(Class<?> kind) {
        StringBuilder out =
                new StringBuilder("\n## ").append(kind.getSimpleName()).append("\n\n");
        out.append(sentence(kind.getAnnotation(Means.class).value()))
                .append("\n\n| field | type | is |\n|---|---|---|\n");
        for (RecordComponent field : kind.getRecordComponents()) {
            if (!field.getName().equals("node") && !field.getName().equals("at")) {
                Means means = Objects.requireNonNull(
                        field.getAnnotation(Means.class), () -> kind + " does not say what " + field + " means");
                out.append(
                        "| `%s` | %s | %s |\n".formatted(field.getName(), type(field.getGenericType()), means.value()));
            }
        }
        return out.toString();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            String inner = type(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Optional.class ? "optional " + inner : "list of " + inner;
        }
        if (type instanceof Class<?> c && c.isEnum()) {
            return Stream.of(c.getEnumConstants())
                    .map(constant -> "`" + ((Enum<?>) constant).name() + "`")
                    .collect(Collectors.joining(", "));
        }
        if (type == Hash.class) {
            return "hash";
        }
        if (type == Instant.class) {
            return "time";
        }
        if (type == LocalDate.class) {
            return "day";
        }
        return type == long.class || type == Long.class ? "integer" : type == boolean.class ? "true or false" : "text";
    }
}
