package org.hasekura.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hasekura.evidence.Hash;
import org.hasekura.policy.Offer;

/** The terms by which a dataset is found. */
final class ListingTerms {

    /** Of one dataset: title, keywords and id first, then the description as far as it goes. */
    private static final int WORDS_MAX = 400;

    private ListingTerms() {}

    /** @param country of whoever offers it, as far as the register knows it */
    static Set<String> of(Listed listed, String party, Optional<String> country) {
        Set<String> terms = new HashSet<>();
        terms.add(Term.ALL);
        words(listed, terms);
        listed.themes().forEach(theme -> terms.add(Term.of(Facet.THEME, theme)));
        List<String> countries = listed.countries().isEmpty() ? country.stream().toList() : listed.countries();
        countries.forEach(each -> terms.add(Term.of(Facet.COUNTRY, each)));
        formats(listed).forEach(format -> terms.add(Term.of(Facet.FORMAT, format)));
        listed.personal().ifPresent(personal -> terms.add(Term.of(Facet.PERSONAL, Boolean.toString(personal))));
        listed.licence().ifPresent(licence -> terms.add(Term.of(Facet.LICENCE, licence)));
        terms.add(Term.of(Facet.PARTY, party));
        terms.add(Term.ofTerms(judgedBy(listed, party)));
        if (listed instanceof Listed.Own(long _, Dataset dataset)
                && !dataset.visibility().isForEveryone()) {
            terms.add(Term.RESTRICTED);
            dataset.visibility().grants().forEach(grant -> terms.add(Term.ofGrant(grant)));
        }
        return terms;
    }

    private static void words(Listed listed, Set<String> terms) {
        StringBuilder text = new StringBuilder();
        listed.titles().values().forEach(each -> text.append(each).append('\n'));
        listed.keywords().forEach(each -> text.append(each).append('\n'));
        text.append(listed.id()).append('\n');
        listed.shape().columns().forEach(each -> text.append(each.name()).append('\n'));
        listed.descriptions().values().forEach(each -> text.append(each).append('\n'));
        SearchWords.of(text.toString(), WORDS_MAX, word -> terms.add(Term.word(word)));
    }

    /** In lower case: media types, their last parts, and formats of distributions. */
    private static Set<String> formats(Listed listed) {
        Set<String> formats = new TreeSet<>();
        switch (listed) {
            case Listed.Own(long _, Dataset dataset) -> {
                formats.add(DatasetJson.PULL.toLowerCase(Locale.ROOT));
                mediaType(dataset.content().mediaType(), formats);
            }
            case Listed.OfPeer ofPeer ->
                ofPeer.dataset().forms().forEach(form -> {
                    formats.add(form.format().toLowerCase(Locale.ROOT));
                    form.mediaType().ifPresent(type -> mediaType(type, formats));
                });
        }
        return formats;
    }

    private static void mediaType(String type, Set<String> formats) {
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        formats.add(bare);
        formats.add(bare.substring(bare.lastIndexOf('/') + 1));
    }

    /** The same for datasets that policy and law answer the same for: a search judges each of them once. */
    static String judgedBy(Listed listed, String party) {
        StringBuilder text = new StringBuilder(party).append('\n');
        List<Offer> offers = switch (listed) {
            case Listed.Own(long _, Dataset dataset) -> {
                text.append(new TreeMap<>(dataset.facts())).append('\n');
                yield dataset.offers();
            }
            case Listed.OfPeer ofPeer -> {
                text.append(ofPeer.dataset().personal()).append('\n');
                yield ofPeer.dataset().offers();
            }
        };
        for (Offer offer : offers) {
            text.append(DatasetJson.terms(offer)).append('\n');
        }
        return Hash.sha256(text.toString().getBytes(UTF_8)).hex();
    }
}
