package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("OdrlJson, over seeded random input,")
class OdrlJsonRandomTest {

    private static final int ROUNDS = 3_000;
    private static final String ALPHABET = "aB9:/-_ .~\"\\{}[]東京é😀'<&";

    @Test
    @DisplayName("reads every agreement as it was written, with the same hash")
    void roundTrip() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Agreement agreement = agreement(new Random(seed));
            byte[] wire = OdrlJson.write(agreement).toString().getBytes(StandardCharsets.UTF_8);
            Agreement read = OdrlJsonTest.read(OdrlJson.agreement(wire));
            assertThat(read).as("seed %d", seed).isEqualTo(agreement);
            assertThat(OdrlJson.canonical(read)).as("seed %d", seed).isEqualTo(OdrlJson.canonical(agreement));
            assertThat(OdrlJsonTest.read(OdrlJson.agreement(OdrlJson.canonical(agreement))))
                    .as("seed %d", seed)
                    .isEqualTo(agreement);
        }
    }

    @Test
    @DisplayName("answers any changed text with a value or a refusal, never with an exception")
    void changed() {
        int refused = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] wire = OdrlJson.write(agreement(random)).toString().getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= random.nextInt(3); i++) {
                wire[random.nextInt(wire.length)] = (byte) random.nextInt(256);
            }
            Reading<Agreement> reading = OdrlJson.agreement(wire);
            if (reading instanceof Reading.Refused<Agreement>(String path, String words)) {
                refused++;
                assertThat(path).as("seed %d", seed).startsWith("agreement");
                assertThat(words).as("seed %d", seed).isNotBlank();
            } else {
                Policy.of(OdrlJsonTest.read(reading).terms()).decide(Situation.use("a", "JP", Instant.EPOCH));
                TermsText.japanese(OdrlJsonTest.read(reading).terms());
            }
        }
        assertThat(refused).isPositive();
    }

    private static Agreement agreement(Random random) {
        Terms terms = new Terms(
                List.of(new Permission(new Action(text(random)), constraints(random, 3), duties(random))),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Prohibition(
                                new Action(text(random)), constraints(random, 2), duties(random, false))),
                duties(random));
        Instant made = Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
        return new Agreement(text(random), text(random), text(random), text(random), made, terms);
    }

    private static List<Duty> duties(Random random) {
        return duties(random, true);
    }

    private static List<Duty> duties(Random random, boolean withConsequences) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> new Duty(
                        new Action(text(random)),
                        constraints(random, 1),
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(new Duty.Until(text(random), text(random))),
                        withConsequences ? duties(random, false) : List.of()))
                .toList();
    }

    private static List<Constraint> constraints(Random random, int depth) {
        List<Constraint> constraints = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            List<Constraint> inner = depth == 0 ? List.of() : constraints(random, depth - 1);
            constraints.add(
                    inner.isEmpty()
                            ? new Constraint.Atomic(
                                    text(random),
                                    pick(random, List.of(Operator.values())),
                                    IntStream.rangeClosed(0, random.nextInt(3))
                                            .mapToObj(_ -> text(random))
                                            .toList())
                            : new Constraint.Logical(pick(random, List.of(Constraint.Join.values())), inner));
        }
        return constraints;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        int[] letters = ALPHABET.codePoints().toArray();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private static <T> T pick(Random random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
