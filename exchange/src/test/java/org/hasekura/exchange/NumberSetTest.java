package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A set of numbers")
class NumberSetTest {

    private static final long SPREAD = 5 * Shelf.PLACES;

    private static NumberSet of(Iterable<Long> numbers) {
        NumberSet set = new NumberSet();
        numbers.forEach(set::add);
        return set;
    }

    private static NavigableSet<Long> some(SplittableRandom random, int count) {
        TreeSet<Long> numbers = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            numbers.add(random.nextLong(SPREAD));
        }
        return numbers;
    }

    private static List<Long> upwards(NumberSet set) {
        List<Long> numbers = new ArrayList<>();
        for (OptionalLong at = set.after(-1); at.isPresent(); at = set.after(at.getAsLong())) {
            numbers.add(at.getAsLong());
        }
        return numbers;
    }

    private static List<Long> downwards(NumberSet set) {
        List<Long> numbers = new ArrayList<>();
        for (OptionalLong at = set.before(Long.MAX_VALUE); at.isPresent(); at = set.before(at.getAsLong())) {
            numbers.add(at.getAsLong());
        }
        return numbers;
    }

    @ParameterizedTest
    @DisplayName("does what a sorted set does, whether it is empty, sparse or dense")
    @ValueSource(ints = {0, 1, 2, 100, 3_000, 100_000})
    void sets(int count) {
        SplittableRandom random = new SplittableRandom(count);
        NavigableSet<Long> a = some(random, count);
        NavigableSet<Long> b = some(random, count);
        NumberSet both = of(a);
        both.retainAll(of(b));
        NumberSet either = of(a);
        either.addAll(of(b));
        TreeSet<Long> inBoth = new TreeSet<>(a);
        inBoth.retainAll(b);
        TreeSet<Long> inEither = new TreeSet<>(a);
        inEither.addAll(b);

        assertThat(upwards(both)).isEqualTo(List.copyOf(inBoth));
        assertThat(downwards(either)).isEqualTo(List.copyOf(inEither.descendingSet()));
        assertThat(either.count()).isEqualTo(inEither.size());

        inBoth.forEach(either::remove);
        inEither.removeAll(inBoth);
        assertThat(upwards(either)).isEqualTo(List.copyOf(inEither));
    }

    @Test
    @DisplayName("is found at the edges of its shelves")
    void edges() {
        List<Long> edges = List.of(0L, 63L, 64L, 4_095L, 4_096L, 8_191L, 12_288L);
        assertThat(upwards(of(edges))).isEqualTo(edges);
        assertThat(downwards(of(edges))).isEqualTo(edges.reversed());
        assertThat(of(edges).before(0)).isEmpty();
        assertThat(of(edges).after(12_288)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("comes back from disk as it was, in at most 512 bytes a shelf")
    @ValueSource(ints = {0, 1, 255, 256, 257, 4_096})
    void disk(int count) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < Shelf.PLACES; i++) {
            places.add(i);
        }
        java.util.Collections.shuffle(places, new java.util.Random(count));
        TreeSet<Integer> chosen = new TreeSet<>(places.subList(0, count));
        Shelf shelf = new Shelf();
        chosen.forEach(shelf::add);

        byte[] written = shelf.written();

        assertThat(written).hasSize(Math.min(2 * count, 512));
        assertThat(Shelf.written(shelf.bits())).isEqualTo(written);
        assertThat(Shelf.read(written)).isEqualTo(shelf.bits());
        NumberSet set = new NumberSet();
        set.add(3, Shelf.read(written));
        assertThat(upwards(set))
                .isEqualTo(
                        chosen.stream().map(place -> 3L * Shelf.PLACES + place).toList());
    }
}
