package org.hasekura.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds datasets, this node's own and those of peers whose catalogs were read, all together.
 *
 * <p>Each condition is a set of numbers from the {@link ListingIndex}; their intersection is the answer, counted exactly.
 * A page is then read number by number, and what is no longer listed is passed over. Terms are judged once for all
 * datasets that have the same ones. What is not shown to the asker is taken out of the set first of all, so that nothing that is
 * counted, ranked or read knows of it. Memory grows by an eighth of a byte for each listing, and by nothing else.
 */
public final class CatalogSearch {

    public static final int PAGE_MAX = 500;

    /** Different terms that are judged for one search; with more, each dataset is judged as it comes. */
    private static final int TERMS_MAX = 2_000;
    /** Datasets that are judged one by one for one page. */
    private static final int JUDGED_MAX = 1_000;
    /** Values shown of each facet. */
    private static final int VALUES_MAX = 30;

    /**
     * A search.
     *
     * @param from where the page begins: the {@link Found#next} of the one before
     * @param askedBy the participant who would have this node's own datasets, and finds of them only what is shown to it; absent
     *     when this node asks for itself, and then its own are all found and not judged
     * @param newestFirst what was listed last comes first, and where words are asked for the best as far as {@link Ranking}
     *     goes; otherwise what was listed last comes last
     * @param counts whether the values of each facet are counted
     */
    public record Asked(
            CatalogFilter filter,
            OptionalLong from,
            int limit,
            Optional<String> askedBy,
            boolean newestFirst,
            boolean counts) {
        public Asked {
            if (limit < 1 || limit > PAGE_MAX) {
                throw new IllegalArgumentException("a page has 1 to " + PAGE_MAX + " datasets, not " + limit);
            }
        }
    }

    /** One that was found, and whether the asker qualifies for it, where that was judged. */
    public record Hit(Listed listed, String party, Optional<Qualification> qualification) {}

    /** How many of those found have this value. */
    public record Count(String value, long datasets) {}

    /**
     * What was found.
     *
     * @param total how many there are on all pages; absent when terms were judged that are too many to be counted
     * @param next where the next page begins; absent on the last one. A page can be short, or empty, and not the last
     * @param counts by facet, most frequent first; empty unless asked for, and when there is no total
     */
    public record Found(List<Hit> hits, OptionalLong total, OptionalLong next, Map<Facet, List<Count>> counts) {
        public Found {
            hits = List.copyOf(hits);
            counts = Map.copyOf(counts);
        }
    }

    private final DatasetListings listings;
    private final ListingIndex index;
    private final Qualifying qualifying;
    private final Audiences audiences;

    /** @param country of this node's own organisation */
    public CatalogSearch(
            Self self,
            Optional<String> country,
            DatasetListings listings,
            ExchangeStore store,
            Qualifying qualifying,
            Audiences audiences,
            Clock clock) {
        this.listings = listings;
        this.index = new ListingIndex(listings, store, self.did(), country, clock);
        this.qualifying = qualifying;
        this.audiences = audiences;
    }

    /** Brings the index up to date, which makes searches faster and changes none: to be called when listings have changed. */
    public void tidy() throws StoreFailed {
        index.tidy();
    }

    public Found find(Asked asked) throws StoreFailed {
        NumberSet found = index.all();
        if (asked.askedBy().isPresent()) {
            found.removeAll(hidden(asked.askedBy().get()));
        }
        Set<SearchWords.Asked> words = SearchWords.asked(asked.filter().text());
        for (SearchWords.Asked word : words) {
            String term = Term.word(word.word());
            found.retainAll(word.asBeginning() ? index.numbers(term, Term.afterAll(term)) : index.numbers(term));
        }
        for (Map.Entry<Facet, NavigableSet<String>> chosen :
                asked.filter().values().entrySet()) {
            NumberSet any = new NumberSet();
            for (String value : chosen.getValue()) {
                any.addAll(index.numbers(Term.of(chosen.getKey(), value)));
            }
            found.retainAll(any);
        }
        Map<String, Qualification> judged = new HashMap<>();
        boolean isCounted = !asked.filter().qualifies() || retainQualified(found, asked.askedBy(), judged);
        return isCounted && isRanked(found, asked, words)
                ? ranked(found, asked, words, judged)
                : page(found, asked, isCounted, judged);
    }

    /** What is restricted to others. */
    private NumberSet hidden(String asker) throws StoreFailed {
        NumberSet hidden = index.numbers(Term.RESTRICTED);
        if (audiences.of(asker) instanceof Audience.Peer(NavigableSet<String> grants)) {
            for (String grant : grants) {
                hidden.removeAll(index.numbers(Term.ofGrant(grant)));
            }
        }
        return hidden;
    }

    /** What was begun in one order goes on in it, unless very much has come meanwhile. */
    private static boolean isRanked(NumberSet found, Asked asked, Set<SearchWords.Asked> words) {
        if (!asked.newestFirst() || words.isEmpty()) {
            return false;
        }
        return asked.from().isEmpty()
                ? found.count() <= Ranking.MAX
                : Ranking.isPlace(asked.from()) && found.count() <= 2 * Ranking.MAX;
    }

    private Found ranked(NumberSet found, Asked asked, Set<SearchWords.Asked> words, Map<String, Qualification> judged)
            throws StoreFailed {
        List<Ranking.Ranked> ranked = new ArrayList<>();
        OptionalLong number = found.before(Long.MAX_VALUE);
        while (number.isPresent()) {
            listed(number.getAsLong()).ifPresent(each -> ranked.add(Ranking.Ranked.of(each, words)));
            number = found.before(number.getAsLong());
        }
        long behind = asked.from().orElse(Long.MAX_VALUE);
        List<Ranking.Ranked> rest = ranked.stream()
                .filter(each -> each.place() < behind)
                .sorted(Ranking.Ranked.BEST_FIRST)
                .limit(asked.limit() + 1L)
                .toList();
        List<Hit> hits = new ArrayList<>();
        for (Ranking.Ranked each : rest.subList(0, Math.min(asked.limit(), rest.size()))) {
            hits.add(new Hit(
                    each.listed(), index.party(each.listed()), qualification(each.listed(), asked.askedBy(), judged)));
        }
        OptionalLong next = rest.size() > asked.limit()
                ? OptionalLong.of(rest.get(asked.limit() - 1).place())
                : OptionalLong.empty();
        return new Found(hits, total(found, true), next, counts(found, asked, true));
    }

    /** Judges each of the different terms once; false, with nothing done, when there are too many. */
    private boolean retainQualified(NumberSet found, Optional<String> askedBy, Map<String, Qualification> judged)
            throws StoreFailed {
        Map<String, Long> firsts = new HashMap<>();
        index.read(Term.allTerms(), Term.afterAll(Term.allTerms()), (term, shelf, bits) -> {
            if (firsts.size() <= TERMS_MAX && !firsts.containsKey(term)) {
                found.firstAmong(shelf, bits).ifPresent(first -> firsts.put(term, first));
            }
        });
        if (firsts.size() > TERMS_MAX) {
            return false;
        }
        Set<String> held = new HashSet<>();
        for (Map.Entry<String, Long> each : firsts.entrySet()) {
            Optional<Listed> one = listed(each.getValue());
            if (one.isPresent()
                    && qualification(one.get(), askedBy, judged)
                            .filter(CatalogSearch::holds)
                            .isPresent()) {
                held.add(each.getKey());
            }
        }
        NumberSet qualified = new NumberSet();
        index.read(Term.allTerms(), Term.afterAll(Term.allTerms()), (term, shelf, bits) -> {
            if (held.contains(term)) {
                qualified.add(shelf, bits);
            }
        });
        found.retainAll(qualified);
        return true;
    }

    private Optional<Listed> listed(long number) throws StoreFailed {
        return listings.listed(number, number + 1, 1).stream().findFirst();
    }

    private static boolean holds(Qualification qualification) {
        return qualification instanceof Qualification.Qualifies;
    }

    private Found page(NumberSet found, Asked asked, boolean isCounted, Map<String, Qualification> judged)
            throws StoreFailed {
        List<Hit> hits = new ArrayList<>();
        OptionalLong number = step(found, asked, Ranking.withoutScore(asked.from()));
        for (int looked = 0; number.isPresent() && hits.size() < asked.limit() && looked < JUDGED_MAX; looked++) {
            Optional<Listed> listed = listed(number.getAsLong());
            if (listed.isPresent()) {
                Optional<Qualification> qualification = qualification(listed.get(), asked.askedBy(), judged);
                if (isCounted || qualification.filter(CatalogSearch::holds).isPresent()) {
                    hits.add(new Hit(listed.get(), index.party(listed.get()), qualification));
                }
            }
            OptionalLong last = number;
            number = step(found, asked, last);
            if (number.isPresent() && (hits.size() == asked.limit() || looked + 1 == JUDGED_MAX)) {
                return new Found(hits, total(found, isCounted), last, counts(found, asked, isCounted));
            }
        }
        return new Found(hits, total(found, isCounted), OptionalLong.empty(), counts(found, asked, isCounted));
    }

    private static OptionalLong total(NumberSet found, boolean isCounted) {
        return isCounted ? OptionalLong.of(found.count()) : OptionalLong.empty();
    }

    /** The next one in the order asked for. */
    private static OptionalLong step(NumberSet found, Asked asked, OptionalLong last) {
        return asked.newestFirst() ? found.before(last.orElse(Long.MAX_VALUE)) : found.after(last.orElse(-1));
    }

    /** Empty for this node's own datasets when it asks for itself. */
    private Optional<Qualification> qualification(
            Listed listed, Optional<String> askedBy, Map<String, Qualification> judged) throws StoreFailed {
        if (listed instanceof Listed.Own && askedBy.isEmpty()) {
            return Optional.empty();
        }
        String key = ListingTerms.judgedBy(listed, index.party(listed));
        Qualification known = judged.get(key);
        if (known == null) {
            known = switch (listed) {
                case Listed.Own own -> qualifying.forOther(own.dataset(), askedBy.orElseThrow());
                case Listed.OfPeer ofPeer -> qualifying.forSelf(ofPeer.dataset(), ofPeer.peer());
            };
            judged.put(key, known);
        }
        return Optional.of(known);
    }

    private Map<Facet, List<Count>> counts(NumberSet found, Asked asked, boolean isCounted) throws StoreFailed {
        Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
        if (asked.counts() && isCounted) {
            for (Facet facet : Facet.values()) {
                counts.put(facet, counts(found, facet));
            }
        }
        return counts;
    }

    private List<Count> counts(NumberSet found, Facet facet) throws StoreFailed {
        String beginning = Term.all(facet);
        Map<String, Long> byTerm = new HashMap<>();
        index.read(beginning, Term.afterAll(beginning), (term, shelf, bits) -> {
            long count = found.countAmong(shelf, bits);
            if (count > 0) {
                byTerm.merge(term, count, Long::sum);
            }
        });
        return byTerm.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(VALUES_MAX)
                .map(each -> new Count(Term.value(each.getKey()), each.getValue()))
                .toList();
    }
}
