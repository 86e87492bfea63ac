package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/*
 * How like a sentence is to the promises of a register: cosine of vectors of terms weighted by how rare they are in the
 * register (tf-idf, Salton 1975). A term is an English word without its ending, or two Japanese letters that follow each
 * other. No language model, nothing learnt: the shared terms are the reason, and are shown.
 */
final class Likeness {

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9+-]*");
    private static final Pattern LETTERS = Pattern.compile("[\\p{IsHan}\\p{IsKatakana}ー]{2,}");
    private static final Pattern ENDING = Pattern.compile("(?:ations?|ating|ated|ates?|ings?|ies|ied|ers?|ed|es|s|y)$");
    private static final int STEM_MIN = 4;

    /** Words that every such text is full of. */
    private static final Set<String> COMMON = Set.of(
            "the",
            "and",
            "of",
            "to",
            "in",
            "on",
            "for",
            "with",
            "a",
            "an",
            "by",
            "as",
            "at",
            "from",
            "or",
            "their",
            "its",
            "both",
            "side",
            "eu",
            "japan",
            "will",
            "that",
            "which",
            "this",
            "these",
            "be",
            "is",
            "are",
            "also",
            "including",
            "through",
            "between",
            "each",
            "other",
            "joint",
            "cooperation",
            "cooperate",
            "work",
            "digital",
            "promote",
            "continue",
            "strengthen",
            "further",
            "new",
            "such",
            "it",
            "into",
            "towards",
            "within",
            "partnership",
            "ministers",
            "they");

    /** What is like it, with why. */
    record Like(Entry entry, double score, List<String> shared) {
        Like {
            shared = List.copyOf(shared);
        }
    }

    private final Map<String, Double> rarity = new HashMap<>();
    private final Map<Entry, Map<String, Double>> vectors = new HashMap<>();

    /** Texts of one language are compared with those of the same. */
    Likeness(Collection<Entry> entries, Locale language) {
        Map<Entry, List<String>> terms = new HashMap<>();
        Map<String, Integer> holders = new HashMap<>();
        for (Entry each : entries) {
            Commitment it = each.commitment();
            List<String> all = terms(it.text().in(language) + " " + it.area());
            terms.put(each, all);
            new TreeSet<>(all).forEach(term -> holders.merge(term, 1, Integer::sum));
        }
        holders.forEach((term, count) -> rarity.put(term, Math.log((1.0 + entries.size()) / count)));
        terms.forEach((entry, all) -> vectors.put(entry, vector(all)));
    }

    /** The most alike first. */
    List<Like> like(String text, double scoreMin, int most) {
        Map<String, Double> asked = vector(terms(text));
        var found = new ArrayList<Like>();
        vectors.forEach((entry, vector) -> {
            double score = cosine(asked, vector);
            if (score >= scoreMin) {
                found.add(new Like(entry, score, shared(asked, vector)));
            }
        });
        found.sort(Comparator.comparingDouble((Like each) -> -each.score())
                .thenComparing(each -> each.entry().id()));
        return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
    }

    private static List<String> shared(Map<String, Double> one, Map<String, Double> other) {
        return one.keySet().stream()
                .filter(other::containsKey)
                .sorted(Comparator.comparingDouble((String term) -> -one.getOrDefault(term, 0.0))
                        .thenComparing(term -> term))
                .limit(6)
                .toList();
    }

    private Map<String, Double> vector(List<String> terms) {
        double unseen = Math.log(1.0 + vectors.size() + rarity.size());
        Map<String, Double> vector = new HashMap<>();
        terms.forEach(term -> vector.merge(term, rarity.getOrDefault(term, Math.min(unseen, 5)), Double::sum));
        return vector;
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> other) {
        double product = 0;
        for (Map.Entry<String, Double> each : one.entrySet()) {
            product += each.getValue() * other.getOrDefault(each.getKey(), 0.0);
        }
        return product == 0 ? 0 : product / Math.sqrt(squares(one) * squares(other));
    }

    private static double squares(Map<String, Double> vector) {
        return vector.values().stream().mapToDouble(each -> each * each).sum();
    }

    static List<String> terms(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        var terms = new ArrayList<String>();
        Matcher words = WORD.matcher(lower);
        while (words.find()) {
            if (words.group().length() > 1 && !COMMON.contains(words.group())) {
                terms.add(stem(words.group()));
            }
        }
        Matcher letters = LETTERS.matcher(lower);
        while (letters.find()) {
            String run = letters.group();
            for (int at = 0; at + 2 <= run.length(); at++) {
                terms.add(run.substring(at, at + 2));
            }
        }
        return terms;
    }

    private static String stem(String word) {
        String cut = ENDING.matcher(word).replaceFirst("");
        return cut.length() >= STEM_MIN ? cut : word;
    }
}
