package org.hasekura.partnership;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which promises are meant. What is empty does not narrow.
 *
 * @param words all of them stand somewhere in the promise, its owners, or its documents, in either language, case apart
 * @param owner a service of either side
 */
public record Filter(
        List<String> words,
        Optional<String> instrument,
        Optional<String> area,
        Optional<CardinalPoint> point,
        Optional<Standing> standing,
        Optional<String> owner,
        Optional<Boolean> isVerifiable,
        Optional<Boolean> isDated,
        Optional<Confidence> confidence) {

    public static final Filter ALL = new Filter(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Filter {
        words = List.copyOf(words);
    }

    public Filter of(CardinalPoint only) {
        return new Filter(
                words, instrument, area, Optional.of(only), standing, owner, isVerifiable, isDated, confidence);
    }

    public List<Entry> in(Register register) {
        return register.all().stream().filter(matching(register)).toList();
    }

    private Predicate<Entry> matching(Register register) {
        return entry -> {
            Commitment it = entry.commitment();
            return is(instrument, it.instrument())
                    && is(area, it.area())
                    && point.map(it.point()::equals).orElse(true)
                    && standing.map(Optional::of).map(entry.standing()::equals).orElse(true)
                    && owner.map(name -> Arrays.stream(Side.values())
                                    .flatMap(side -> it.owners().of(side).stream())
                                    .anyMatch(name::equalsIgnoreCase))
                            .orElse(true)
                    && isVerifiable.map(wanted -> wanted == it.isVerifiable()).orElse(true)
                    && isDated.map(wanted -> wanted
                                    == (it.due().isPresent() || entry.expected().isPresent()))
                            .orElse(true)
                    && confidence.map(it.confidence()::equals).orElse(true)
                    && hasWords(entry, register);
        };
    }

    private static boolean is(Optional<String> wanted, String given) {
        return wanted.map(given::equalsIgnoreCase).orElse(true);
    }

    private boolean hasWords(Entry entry, Register register) {
        if (words.isEmpty()) {
            return true;
        }
        String all = searched(entry, register);
        return words.stream().allMatch(word -> all.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static String searched(Entry entry, Register register) {
        Commitment it = entry.commitment();
        return Stream.of(
                        Stream.of(it.id(), it.text().en(), it.text().ja(), it.area()),
                        it.owners().eu().stream(),
                        it.owners().japan().stream(),
                        Optional.ofNullable(register.instruments().get(it.instrument())).stream()
                                .flatMap(instrument -> Stream.of(
                                        instrument.title().en(),
                                        instrument.title().ja())),
                        entry.evidence().stream().map(each -> each.what().claim()))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }
}
