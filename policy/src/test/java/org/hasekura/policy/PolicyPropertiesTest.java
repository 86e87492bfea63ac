package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hasekura.policy.Constraint.Atomic;
import org.hasekura.policy.Constraint.Join;
import org.hasekura.policy.Constraint.Logical;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("whatever the terms and the situation (seeded)")
class PolicyPropertiesTest {

    private static final int ROUNDS = 4_000;
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");

    /** Few values of each operand, so that two constraints often meet. */
    private static final Map<Operand, List<String>> VALUES = Map.of(
            Operand.PURPOSE,
            List.of(
                    "general",
                    "urn:hasekura:purpose:general:service",
                    "urn:hasekura:purpose:general:service:telephone",
                    "statistics"),
            Operand.PLACE,
            List.of("DE", "JP", "NO"),
            Operand.SECTOR,
            List.of("manufacturing", "manufacturing:batteries", "telecoms"),
            Operand.RECIPIENT,
            List.of("did:web:a", "did:web:b"),
            Operand.CREDENTIAL,
            List.of("DPF", "DPF:HR", "ISO27001"),
            Operand.RULING,
            List.of("permitted", "permitted-with-conditions", "prohibited"),
            Operand.ONWARD,
            List.of("DE", "JP", "NO", "EU", "none"));

    /** What terms may name beside these: whatever stands for others. */
    private static final Map<Operand, List<String>> CLASSES = Map.of(
            Operand.PLACE, List.of("EU", "EEA"),
            Operand.ONWARD, List.of("EEA"),
            Operand.RULING, List.of("lawful-transfer"));

    @Test
    @DisplayName("who knows more never turns a yes into a no, or a no into a yes")
    void monotone() {
        int settled = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Policy policy = Policy.of(terms(random));
            assertThat(policy.faults()).as("seed %d", seed).isEmpty();
            Situation more = situation(random);
            Situation less = knowingLess(more, random);
            Decision before = policy.decide(less);
            Decision after = policy.decide(more);
            if (!(before instanceof Decision.Open)) {
                assertThat(after.getClass())
                        .as("seed %d: %s, first %s, then %s", seed, policy.terms(), less, more)
                        .isEqualTo(before.getClass());
                settled++;
            }
        }
        assertThat(settled).isGreaterThan(ROUNDS / 10);
    }

    @Test
    @DisplayName("an open question names what is missing, and is answered by whoever knows everything")
    void openNamesWhatIsMissing() {
        int open = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Policy policy = Policy.of(terms(random));
            Situation more = situation(random);
            if (policy.decide(knowingLess(more, random)) instanceof Decision.Open(var _, var missing)) {
                assertThat(missing).as("seed %d", seed).isNotEmpty();
                open++;
            }
            assertThat(policy.decide(more)).as("seed %d", seed).isNotInstanceOf(Decision.Open.class);
        }
        assertThat(open).isGreaterThan(ROUNDS / 50);
    }

    @Test
    @DisplayName("terms within others never permit what those refuse, nor do they know better what those leave open")
    void tighterPermitsLess() {
        int compared = 0;
        int inside = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Terms published = terms(random);
            Terms asked = random.nextInt(3) == 0 ? narrowed(published, random) : terms(random);
            assertThat(Within.compare(asked, asked)).isInstanceOf(Within.Inside.class);
            if (Within.compare(asked, published) instanceof Within.Inside) {
                inside++;
                for (int i = 0; i < 10; i++) {
                    Situation whole = situation(random);
                    Situation situation = random.nextBoolean() ? whole : knowingLess(whole, random);
                    if (Policy.of(asked).decide(situation) instanceof Decision.Permitted) {
                        compared++;
                        assertThat(Policy.of(published).decide(situation))
                                .as("seed %d: %s within %s for %s", seed, asked, published, situation)
                                .isInstanceOf(Decision.Permitted.class);
                    }
                }
            }
        }
        assertThat(inside).isGreaterThan(ROUNDS / 20);
        assertThat(compared).isGreaterThan(500);
    }

    @Test
    @DisplayName(
            "one constraint tighter than another holds only where that one holds, and fails wherever that one fails")
    void tighterConstraint() {
        int compared = 0;
        for (int seed = 0; seed < 5 * ROUNDS; seed++) {
            Random random = new Random(seed);
            Constraint given = constraint(random, 1);
            Constraint wanted = constraint(random, 1);
            if (given.equals(wanted) || !Tightness.enough(List.of(given), wanted)) {
                continue;
            }
            for (int i = 0; i < 20; i++) {
                Situation whole = situation(random);
                Situation situation = random.nextBoolean() ? whole : knowingLess(whole, random);
                Condition.Truth had = truth(given, situation);
                Condition.Truth needed = truth(wanted, situation);
                boolean isSound = switch (had) {
                    case HOLDS -> needed == Condition.Truth.HOLDS;
                    case OPEN -> needed != Condition.Truth.FAILS;
                    case FAILS -> true;
                };
                assertThat(isSound)
                        .as("seed %d: %s enough for %s in %s: %s, %s", seed, given, wanted, situation, had, needed)
                        .isTrue();
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    @Test
    @DisplayName("nothing changes between a question and the next change that was named")
    void nothingBeforeTheNextChange() {
        int named = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Policy policy = Policy.of(terms(random));
            Situation now = situation(random);
            Optional<Instant> change = policy.nextChange(now);
            Instant until = change.orElse(now.now().plus(Duration.ofDays(400)));
            Situation last = at(now, until.minusNanos(1));
            assertThat(policy.decide(last).getClass())
                    .as("seed %d: %s from %s to %s", seed, policy.terms(), now, until)
                    .isEqualTo(policy.decide(now).getClass());
            named += change.isPresent() ? 1 : 0;
        }
        assertThat(named).isGreaterThan(ROUNDS / 20);
    }

    @Test
    @DisplayName("terms that were written and read again decide the same, and every sentence can be said")
    void roundTrip() {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            Terms terms = terms(random);
            Terms read = OdrlJsonTest.read(OdrlJson.terms(OdrlJson.write(terms), "terms"));
            assertThat(read).as("seed %d", seed).isEqualTo(terms);
            assertThat(TermsText.english(terms)).doesNotContain("where ");
            assertThat(TermsText.japanese(terms)).doesNotContain("条件「");
        }
    }

    private static Condition.Truth truth(Constraint constraint, Situation situation) {
        return switch (Understanding.of(constraint)) {
            case Understanding.Understood(Condition condition) -> condition.in(situation);
            case Understanding.NotUnderstood _ -> throw new AssertionError("not understood: " + constraint);
        };
    }

    private static Terms terms(Random random) {
        List<Permission> permissions = IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(_ -> new Permission(Action.USE, constraints(random), List.of()))
                .toList();
        List<Prohibition> prohibitions =
                random.nextInt(3) > 0 ? List.of() : List.of(new Prohibition(Action.USE, constraints(random)));
        return new Terms(permissions, prohibitions, List.of());
    }

    private static Terms narrowed(Terms terms, Random random) {
        List<Permission> permissions = terms.permissions().stream()
                .map(each -> {
                    List<Constraint> more = new ArrayList<>(each.constraints());
                    more.addAll(constraints(random));
                    return new Permission(each.action(), more, each.duties());
                })
                .toList();
        return new Terms(permissions, terms.prohibitions(), terms.obligations());
    }

    private static List<Constraint> constraints(Random random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> constraint(random, 2))
                .toList();
    }

    private static Constraint constraint(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return new Logical(
                    pick(random, List.of(Join.values())),
                    List.of(constraint(random, depth - 1), constraint(random, depth - 1)));
        }
        Operand operand = pick(random, List.of(Operand.values()));
        Operator operator = pick(random, Operators.of(operand));
        boolean several = (operator == Operator.IS_ANY_OF
                        || operator == Operator.IS_NONE_OF
                        || operator == Operator.IS_PART_OF
                        || operator == Operator.HAS_PART
                        || (operator == Operator.IS_ALL_OF && operand.isPlural()))
                && random.nextBoolean();
        List<String> values = IntStream.rangeClosed(0, several ? 1 : 0)
                .mapToObj(_ -> value(operand, random))
                .toList();
        return new Atomic(pick(random, operand.names()), operator, values);
    }

    private static String value(Operand operand, Random random) {
        return switch (operand) {
            case DATE_TIME -> pick(random, List.of("2027-01-02", "2027-01-03+09:00", "2027-01-03T12:00:00Z"));
            case ELAPSED_TIME -> pick(random, List.of("P1D", "P2D", "PT36H", "P1M"));
            case IN_FORCE -> pick(random, List.of("contractAgreement+1d", "contractAgreement+36h", "2027-01-03"));
            case COUNT -> pick(random, List.of("1", "2", "3"));
            default -> {
                List<String> all = new ArrayList<>(VALUES.get(operand));
                all.addAll(CLASSES.getOrDefault(operand, List.of()));
                yield pick(random, all);
            }
        };
    }

    /** One in which everything is known. */
    private static Situation situation(Random random) {
        Map<Operand, Known> known = new EnumMap<>(Operand.class);
        VALUES.forEach((operand, values) -> {
            Set<String> some = new HashSet<>(Set.of(pick(random, values)));
            if (operand.isPlural() && !some.contains("none") && random.nextBoolean()) {
                some.add(pick(
                        random,
                        values.stream().filter(each -> !each.equals("none")).toList()));
            }
            known.put(operand, new Known(some, true));
        });
        Instant now = START.plusSeconds(random.nextLong(4 * 86_400));
        Instant first = now.minusSeconds(random.nextLong(3 * 86_400));
        Optional<Instant> used = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(first);
        return new Situation(
                Action.USE,
                now,
                known,
                Optional.of(new Uses(1 + random.nextInt(4), used)),
                Optional.of(first.minusSeconds(random.nextLong(86_400))));
    }

    private static Situation at(Situation situation, Instant later) {
        Optional<Uses> uses = situation
                .uses()
                .map(each -> new Uses(each.count(), Optional.of(each.first().orElse(situation.now()))));
        return new Situation(situation.action(), later, situation.known(), uses, situation.agreed());
    }

    private static Situation knowingLess(Situation situation, Random random) {
        Map<Operand, Known> known = new EnumMap<>(Operand.class);
        situation.known().forEach((operand, value) -> {
            switch (random.nextInt(3)) {
                case 0 -> known.put(operand, value);
                case 1 ->
                    known.put(
                            operand,
                            operand.isPlural() ? Known.atLeast(some(value.values(), random)) : Known.nothing());
                default -> {}
            }
        });
        return new Situation(
                situation.action(),
                situation.now(),
                known,
                situation.uses().filter(_ -> random.nextBoolean()),
                situation.agreed().filter(_ -> random.nextBoolean()));
    }

    private static Set<String> some(Set<String> values, Random random) {
        Set<String> some = new HashSet<>(values);
        some.removeIf(_ -> random.nextBoolean());
        return some;
    }

    private static <T> T pick(Random random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
