package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a set of codes")
final class CodesTest {
    @Test
    @DisplayName("holds what was put in and nothing else, codes whose hashes share their bit included")
    void membership() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            Set<String> some = new HashSet<>();
            for (int left = random.nextInt(6); left > 0; left--) {
                some.add("code-" + random.nextInt(300));
            }
            Codes codes = Codes.copyOf(some);
            for (int code = 0; code < 300; code++) {
                assertThat(codes.has("code-" + code)).isEqualTo(some.contains("code-" + code));
            }
            assertThat((Set<String>) codes).isEqualTo(some).hasSameHashCodeAs(some);
        }
    }

    @Test
    @DisplayName("has the same text whatever the order of its codes")
    void text() {
        assertThat(Codes.of("b", "a", "c")).hasToString("[a, b, c]");
        assertThat(List.copyOf(Codes.of("b", "a"))).containsExactly("a", "b");
    }
}
