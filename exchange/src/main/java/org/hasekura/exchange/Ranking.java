package org.hasekura.exchange;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The order of what was found by words: a word counts most in a title, then in keywords, in an id, and least in a
 * description; the mere beginning of a word counts half; the newest comes first among equals.
 *
 * <p>A place in this order is one number, so that a page can begin behind it: the score, then the number of the listing. It
 * is greater than the number of any listing, which tells the two kinds of place apart.
 */
final class Ranking {

    /** So many are ranked; of more, nobody reads as far as the order matters, and the newest come first. */
    static final int MAX = 500;

    private static final long NUMBERS = 1_000_000_000_000L;
    /** Above the number of any listing, and with its score short enough for 18 digits. */
    private static final long FIRST = 100_000 * NUMBERS;

    private static final int WORDS_MAX = 400;
    private static final int TITLE = 8;
    private static final int KEYWORDS = 4;
    private static final int ID = 2;
    private static final int DESCRIPTION = 1;

    private Ranking() {}

    /** A listing and its place. */
    record Ranked(Listed listed, long place) {
        static final Comparator<Ranked> BEST_FIRST =
                Comparator.comparingLong(Ranked::place).reversed();

        static Ranked of(Listed listed, Set<SearchWords.Asked> words) {
            return new Ranked(listed, FIRST + score(listed, words) * NUMBERS + listed.number());
        }
    }

    static boolean isPlace(OptionalLong from) {
        return from.isPresent() && from.getAsLong() >= FIRST;
    }

    /** The place by number alone, for an order without scores. */
    static OptionalLong withoutScore(OptionalLong from) {
        return isPlace(from) ? OptionalLong.of(from.getAsLong() % NUMBERS) : from;
    }

    static long score(Listed listed, Set<SearchWords.Asked> asked) {
        Set<String> title = words(listed.titles().values());
        Set<String> keywords = words(listed.keywords());
        Set<String> id = words(List.of(listed.id()));
        Set<String> description = words(listed.descriptions().values());
        long score = 0;
        for (SearchWords.Asked word : asked) {
            score += TITLE * fit(word, title)
                    + KEYWORDS * fit(word, keywords)
                    + ID * fit(word, id)
                    + DESCRIPTION * fit(word, description);
        }
        return score;
    }

    private static Set<String> words(Collection<String> texts) {
        Set<String> words = new HashSet<>();
        SearchWords.of(String.join("\n", texts), WORDS_MAX, words::add);
        return words;
    }

    /** 2 for the word itself, 1 for a word that begins so, 0 for none. */
    private static int fit(SearchWords.Asked asked, Set<String> words) {
        if (words.contains(asked.word())) {
            return 2;
        }
        return asked.asBeginning() && words.stream().anyMatch(each -> each.startsWith(asked.word())) ? 1 : 0;
    }
}
