package org.hasekura.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hasekura.law.Condition;
import org.hasekura.law.Confidence;
import org.hasekura.law.Provision;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;

/** Several rulings on one exchange as one: the strictest decides, and what any of them asks is asked. */
final class Rulings {

    private Rulings() {}

    static int indexOfStrictest(List<Ruling> rulings) {
        return IntStream.range(0, rulings.size())
                .boxed()
                // The first of equals, so that the same rulings always give the same answer.
                .max(Comparator.comparingInt((Integer i) -> strictness(rulings.get(i)))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    static Ruling strictest(List<Ruling> rulings) {
        Ruling strictest = rulings.get(indexOfStrictest(rulings));
        if (rulings.size() == 1) {
            return strictest;
        }
        List<Ruling> all = Stream.concat(Stream.of(strictest), rulings.stream()).toList();
        List<org.hasekura.law.Duty> duties = union(all, Ruling::duties);
        Ruling.Judgement judgement = weakest(all, strictest);
        return switch (strictest) {
            case Ruling.Permitted _ -> new Ruling.Permitted(grounds(all), duties, judgement);
            case Ruling.PermittedIf _ -> {
                List<Condition> conditions =
                        union(all, each -> each instanceof Ruling.PermittedIf one ? one.conditions() : List.of());
                yield new Ruling.PermittedIf(grounds(all), duties, conditions, judgement);
            }
            case Ruling.Forbidden one -> new Ruling.Forbidden(one.grounds(), duties, one.cures(), judgement);
            case Ruling.Undecided one -> {
                List<Question> missing =
                        union(all, each -> each instanceof Ruling.Undecided open ? open.missingFacts() : List.of());
                yield new Ruling.Undecided(one.grounds(), duties, missing, judgement);
            }
        };
    }

    private static int strictness(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Permitted _ -> 0;
            case Ruling.PermittedIf _ -> 1;
            case Ruling.Undecided _ -> 2;
            case Ruling.Forbidden _ -> 3;
        };
    }

    private static List<Provision> grounds(List<Ruling> rulings) {
        return union(rulings, Ruling::grounds);
    }

    private static <T> List<T> union(List<Ruling> rulings, Function<Ruling, List<T>> part) {
        Set<T> all = new LinkedHashSet<>();
        rulings.forEach(ruling -> all.addAll(part.apply(ruling)));
        return new ArrayList<>(all);
    }

    private static Ruling.Judgement weakest(List<Ruling> rulings, Ruling strictest) {
        Confidence confidence = strictest.confidence();
        for (Ruling ruling : rulings) {
            confidence = confidence.weaker(ruling.confidence());
        }
        return new Ruling.Judgement(confidence, strictest.lawData(), strictest.judgedFor());
    }
}
