package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A random sample")
class EntrySampleTest {

    @Test
    @DisplayName("is what an implementation in another language draws by the method as it is written")
    void sameElsewhere() {
        assertThat(EntrySample.of("2026-11-22 Bonn/Tokyo", 1000, 8))
                .isEqualTo(List.of(871L, 168L, 214L, 553L, 602L, 17L, 829L, 368L));
        assertThat(EntrySample.of("日本", 7, 7)).isEqualTo(List.of(3L, 4L, 2L, 6L, 0L, 1L, 5L));
        // Numbers that are not fair are left out: the population is a little more than half of 2^63.
        assertThat(EntrySample.of("x", 5_000_000_000_000_000_000L, 4))
                .isEqualTo(
                        List.of(538780552900759600L, 4659922901423804484L, 890083142970560291L, 1306783264755166518L));
    }

    @Test
    @DisplayName("has nothing twice, and everything where it is as large as what it is drawn from")
    void distinct() {
        assertThat(EntrySample.of("seed", 100, 100))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 100).boxed().toList());
        assertThat(EntrySample.of("seed", 3, 50)).hasSize(3);
        assertThat(EntrySample.of("seed", 0, 50)).isEmpty();
        assertThatThrownBy(() -> EntrySample.of("seed", 10, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("of another seed is another one, and of a larger size begins with that of the smaller")
    void seeds() {
        List<Long> ten = EntrySample.of("a", 1_000_000, 10);
        assertThat(EntrySample.of("b", 1_000_000, 10)).isNotEqualTo(ten);
        assertThat(EntrySample.of("a", 1_000_000, 20).subList(0, 10)).isEqualTo(ten);
    }
}
