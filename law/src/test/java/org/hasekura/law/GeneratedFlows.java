package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Flows drawn at random from the vocabulary; the same seed draws the same flows. Many are odd on purpose: facts that contradict each other. */
final class GeneratedFlows {
    private static final List<String> COUNTRIES = List.of(
            "DE", "FR", "NO", "JP", "GB", "CH", "US", "KR", "BR", "KE", "IN", "VN", "KZ", "RW", "CN", "GE", "CA", "IL",
            "HU", "TH", "EPO");
    private static final List<Operation> OPERATIONS =
            Stream.of(Operation.values()).filter(one -> one != Operation.OTHER).toList();
    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);
    private static final int DAYS = 12_500;

    private final Random random;
    private final Map<String, List<String>> codes = new HashMap<>();
    private final List<LocalDate> boundaries;

    GeneratedFlows(long seed, LawData law) {
        this.random = new Random(seed);
        law.codes()
                .forEach((field, all) -> codes.put(field, all.stream().sorted().toList()));
        this.boundaries = boundaries(law);
    }

    /** Every day on which a provision, a decision or a membership begins or ends. */
    private static List<LocalDate> boundaries(LawData law) {
        Stream<Provision> acts = law.decisions().values().stream()
                .flatMap(byBeneficiary -> byBeneficiary.values().stream())
                .flatMap(List::stream)
                .map(Decision::act);
        Stream<LocalDate> ofActs = Stream.concat(law.provisions().values().stream(), acts)
                .flatMap(act -> Stream.concat(act.inForceFrom().stream(), act.inForceTo().stream()));
        Stream<LocalDate> ofStates = law.memberships().values().stream()
                .flatMap(List::stream)
                .flatMap(one -> Stream.concat(Stream.of(one.from()), one.to().stream()));
        return Stream.concat(ofActs, ofStates).distinct().sorted().toList();
    }

    LocalDate day() {
        if (chance(30)) {
            return one(boundaries).plusDays(random.nextInt(3) - 1L);
        }
        // Half of the others lie where most of the law is.
        return random.nextBoolean()
                ? FIRST.plusDays(random.nextInt(DAYS))
                : LocalDate.of(2018, 1, 1).plusDays(random.nextInt(3_300));
    }

    Flow flow() {
        return flow(one(COUNTRIES), one(COUNTRIES));
    }

    Flow flow(String from, String to) {
        Operation operation = chance(60) ? Operation.TRANSFER : one(OPERATIONS);
        List<Safeguard> safeguards = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            safeguards.add(safeguard());
        }
        Optional<Onward> onward =
                chance(20) ? Optional.of(new Onward(code("onward.originalExporterRegime"), "A45-3")) : Optional.empty();
        return new Flow(
                operation,
                party(from),
                party(to),
                data(),
                chance(50) ? "general" : code("purposeCode"),
                some("factCodes", 4),
                safeguards,
                onward);
    }

    private Party party(String country) {
        return new Party(
                country,
                chance(70) ? "controller" : code("role"),
                chance(60) ? "business" : code("kind"),
                "general",
                chance(30) ? some("certifiedUnder", 3) : Set.of(),
                chance(50) ? Set.of("APPI") : some("subjectTo", 2),
                chance(70) ? Optional.empty() : Optional.of(code("relation")));
    }

    private FlowData data() {
        FlowData.Builder data = FlowData.builder()
                .personal(chance(75))
                .originRegime(code("originRegime"))
                .special(chance(20) ? some("special", 2) : Set.of())
                .criminal(chance(8))
                .pseudonymised(chance(8))
                .anonymised(chance(8))
                .nonPersonal(chance(15))
                .hr(chance(15))
                .children(chance(10))
                .creditInformation(chance(5))
                .automated(!chance(5))
                .methodInfoDeleted(chance(30));
        if (chance(10)) {
            data.appiClass(code("appiClass"));
        }
        if (chance(10)) {
            data.controlledTech(new ControlledTech(code("controlledTech.list"), Optional.empty(), chance(20)));
        }
        if (chance(5)) {
            data.nationalId(code("nationalId"));
        }
        if (chance(4)) {
            data.mixed("inextricable");
        }
        if (chance(4)) {
            data.system(code("system"));
        }
        if (chance(4)) {
            data.classification(code("classification"));
        }
        if (chance(4)) {
            data.protectedAs(code("protected"));
        }
        return data.build();
    }

    Safeguard safeguard() {
        Safeguard.Builder safeguard = Safeguard.of(code("safeguard.type"));
        if (chance(60)) {
            safeguard.set(chance(60) ? "2021/914" : code("safeguard.set"));
        }
        if (chance(60)) {
            safeguard.module(1 + random.nextInt(4));
        }
        if (chance(70)) {
            safeguard.tia(code("safeguard.tia"));
        }
        if (chance(50)) {
            safeguard.tiaDate(day());
        }
        if (chance(30)) {
            safeguard.signed(day());
        }
        if (chance(10)) {
            safeguard.supplementaryMeasures(code("safeguard.supplementaryMeasures"));
        }
        if (chance(60)) {
            safeguard.ref(code("safeguard.ref"));
        }
        if (chance(60)) {
            safeguard.scope(code("safeguard.scope"));
        }
        if (chance(30)) {
            safeguard.obtained(day());
        }
        if (chance(20)) {
            safeguard.periodicCheck(code("safeguard.periodicCheck"));
        }
        for (String flag : codes("safeguard.flags")) {
            if (chance(60)) {
                safeguard.states(flag, chance(75));
            }
        }
        return safeguard.build();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Set<String> some(String field, int max) {
        Set<String> codes = new LinkedHashSet<>();
        for (int i = random.nextInt(max + 1); i > 0; i--) {
            codes.add(code(field));
        }
        return codes;
    }

    private String code(String field) {
        return one(codes(field));
    }

    private List<String> codes(String field) {
        return Objects.requireNonNull(codes.get(field), field);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
