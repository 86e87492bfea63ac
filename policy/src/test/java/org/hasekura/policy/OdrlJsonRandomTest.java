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
                Evaluation.notUnderstood(OdrlJsonTest.read(reading).terms());
                TermsText.japanese(OdrlJsonTest.read(reading).terms());
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    @DisplayName("every terms are within themselves, and within others only if those allow what they allow")
    void within() {
        int compared = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Terms asked = Terms.permitting(Permission.use(understood(random, 2)));
            Terms published = Terms.permitting(Permission.use(understood(random, 2)));
            assertThat(Within.compare(asked, asked)).isInstanceOf(Within.Inside.class);
            if (Within.compare(asked, published) instanceof Within.Inside) {
                for (int i = 0; i < 20; i++) {
                    Situation situation = Situation.use(
                            pick(random, List.of("a", "b", "c")),
                            pick(random, List.of("DE", "JP", "KE")),
                            Instant.parse("2027-01-01T00:00:00Z").plusSeconds(random.nextLong(4 * 86_400)));
                    if (Evaluation.evaluate(asked, situation) instanceof Outcome.Allowed) {
                        compared++;
                        assertThat(Evaluation.evaluate(published, situation))
                                .as("seed %d: %s within %s", seed, asked, published)
                                .isInstanceOf(Outcome.Allowed.class);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    private static Agreement agreement(Random random) {
        Terms terms = new Terms(
                List.of(new Permission(new Action(text(random)), constraints(random, 3), duties(random))),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Prohibition(new Action(text(random)), constraints(random, 2))),
                duties(random));
        Instant made = Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
        return new Agreement(text(random), text(random), text(random), text(random), made, terms);
    }

    private static List<Duty> duties(Random random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> new Duty(
                        new Action(text(random)),
                        constraints(random, 1),
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(new Duty.Until(text(random), text(random)))))
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

    /** A constraint that is understood, over few values, so that two of them often meet. */
    private static Constraint understood(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return new Constraint.Logical(
                    pick(random, List.of(Constraint.Join.values())),
                    List.of(understood(random, depth - 1), understood(random, depth - 1)));
        }
        return switch (random.nextInt(3)) {
            case 0 -> values(random, "purpose", List.of("a", "b", "c"));
            case 1 -> values(random, "spatial", List.of("DE", "JP", "KE"));
            default ->
                Constraint.Atomic.of(
                        "dateTime",
                        pick(random, List.of(Operator.LT, Operator.LTEQ, Operator.GT, Operator.GTEQ, Operator.EQ)),
                        pick(random, List.of("2027-01-02", "2027-01-03+09:00", "2027-01-03T12:00:00Z")));
        };
    }

    private static Constraint values(Random random, String operand, List<String> all) {
        Operator operator = pick(random, List.of(Operator.EQ, Operator.NEQ, Operator.IS_ANY_OF, Operator.IS_NONE_OF));
        boolean isSingle = operator == Operator.EQ || operator == Operator.NEQ;
        return isSingle
                ? Constraint.Atomic.of(operand, operator, pick(random, all))
                : Constraint.Atomic.of(operand, operator, pick(random, all), pick(random, all));
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
