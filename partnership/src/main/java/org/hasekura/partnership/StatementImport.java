package org.hasekura.partnership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/*
 * From the sentences of a statement to proposed promises, by counted words:
 *
 *   1. A sentence is proposed when the weights of its words for and against a promise add up to SCORE_MIN.
 *   2. Its area is that with most words in it; its cardinal point that of most promises of the area.
 *   3. Owners are those of most promises of the area in the register, and every service that the sentence names.
 *   4. A date is proposed only where the sentence says until when.
 *   5. Promises of the register that are like it are shown, most alike first: very alike ones as repeated, others as followed.
 *
 * Everything carries its reasons. docs/partnership.md has what was measured.
 */
public final class StatementImport {

    static final double SCORE_MIN = 1.5;
    static final double FOLLOWS_MIN = 0.18;
    static final double REPEATS_MIN = 0.55;
    private static final int SIMILAR_MAX = 3;

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");

    private final ImportWords words;
    private final Register register;
    private final Likeness inEnglish;
    private final Likeness inJapanese;
    private final List<String> services;

    public StatementImport(ImportWords words, Register register) {
        this.words = words;
        this.register = register;
        this.inEnglish = new Likeness(register.all(), Locale.ENGLISH);
        this.inJapanese = new Likeness(register.all(), Locale.JAPANESE);
        this.services = register.all().stream()
                .flatMap(each -> Stream.of(Side.values()).flatMap(side -> each.commitment().owners().of(side).stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Every sentence that may be a promise, in the order of the text.
     *
     * @param said the day of the statement: no date before it is proposed
     */
    public List<Proposal> propose(Statement statement, LocalDate said) {
        return statement.sentences().stream()
                .flatMap(each -> propose(each, said).stream())
                .toList();
    }

    private Optional<Proposal> propose(Statement.Sentence sentence, LocalDate said) {
        String text = " " + sentence.text().toLowerCase(Locale.ROOT) + " ";
        Map<String, Double> cues = cues(text);
        double score = cues.values().stream().mapToDouble(Double::doubleValue).sum();
        if (score < SCORE_MIN) {
            return Optional.empty();
        }
        Map<String, List<String>> areas = areas(text);
        Optional<String> area = areas.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, List<String>> each) -> each.getValue().stream()
                                .mapToInt(String::length)
                                .sum())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
        return Optional.of(new Proposal(
                sentence,
                score,
                cues.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .toList(),
                area,
                area.map(each -> areas.getOrDefault(each, List.of())).orElse(List.of()),
                point(area),
                kind(text),
                owners(area, sentence.text()),
                DatesIn.due(sentence.text(), said),
                similar(sentence.text(), area)));
    }

    /** A word that stands only inside a longer one that was found does not count again. */
    private Map<String, Double> cues(String text) {
        Map<String, Double> found = new TreeMap<>();
        words.promises().forEach((word, weight) -> {
            if (stands(word, text)) {
                found.put(word, weight);
            }
        });
        List<String> all = List.copyOf(found.keySet());
        all.forEach(word -> {
            if (all.stream().anyMatch(longer -> longer.length() > word.length() && longer.contains(word))) {
                found.remove(word);
            }
        });
        return found;
    }

    private Map<String, List<String>> areas(String text) {
        Map<String, List<String>> found = new HashMap<>();
        words.areas().forEach((area, all) -> {
            List<String> here =
                    all.stream().filter(word -> standsAtBeginning(word, text)).toList();
            if (!here.isEmpty()) {
                found.put(area, here);
            }
        });
        return found;
    }

    private static boolean stands(String word, String text) {
        return isLatin(word)
                ? Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                        .matcher(text)
                        .find()
                : text.contains(word);
    }

    private static boolean standsAtBeginning(String word, String text) {
        return isLatin(word)
                ? Pattern.compile("\\b" + Pattern.quote(word)).matcher(text).find()
                : text.contains(word);
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c < 0x250);
    }

    private Kind kind(String text) {
        return words.kinds().entrySet().stream()
                .filter(each -> standsAtBeginning(each.getKey(), text))
                .max(Comparator.comparingInt(
                                (Map.Entry<String, Kind> each) -> each.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .orElse(Kind.DIALOGUE);
    }

    private CardinalPoint point(Optional<String> area) {
        Map<CardinalPoint, Long> counts = ofArea(area)
                .collect(Collectors.groupingBy(each -> each.point(), () -> new TreeMap<>(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(CardinalPoint.CROSS_CUTTING);
    }

    private Stream<Commitment> ofArea(Optional<String> area) {
        return register.all().stream()
                .map(Entry::commitment)
                .filter(each -> area.filter(each.area()::equals).isPresent());
    }

    private Owners owners(Optional<String> area, String text) {
        Owners owners = Owners.NONE;
        for (Side side : Side.values()) {
            Map<String, Long> counts = ofArea(area)
                    .flatMap(each -> each.owners().of(side).stream())
                    .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
            long most = ofArea(area).count();
            var named = new ArrayList<>(counts.entrySet().stream()
                    .filter(each -> each.getValue() * 2 >= most)
                    .map(Map.Entry::getKey)
                    .toList());
            services.stream()
                    .filter(each -> isOf(each, side) && !named.contains(each) && stands(each, text))
                    .forEach(named::add);
            owners = owners.with(side, named);
        }
        return owners;
    }

    private boolean isOf(String service, Side side) {
        return register.all().stream()
                .anyMatch(each -> each.commitment().owners().of(side).contains(service));
    }

    private List<Proposal.Similar> similar(String text, Optional<String> area) {
        Likeness likeness = JAPANESE.matcher(text).find() ? inJapanese : inEnglish;
        return likeness.like(text + area.map(each -> " " + each).orElse(""), FOLLOWS_MIN, SIMILAR_MAX).stream()
                .map(each -> new Proposal.Similar(
                        each.entry().id(),
                        each.score(),
                        each.score() >= REPEATS_MIN ? Proposal.Relation.REPEATS : Proposal.Relation.FOLLOWS,
                        each.shared()))
                .toList();
    }
}
