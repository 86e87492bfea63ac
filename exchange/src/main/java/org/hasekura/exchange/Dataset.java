package org.hasekura.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.policy.Offer;

/**
 * Something on offer: what it is, what the law must know about it, under which terms, and where its bytes lie.
 *
 * <p>{@code titles} and {@code descriptions} are by language tag. {@code facts} are the data facts in the words of the
 * law room's case format (for example {@code personal}, {@code originRegime}); the policy room reads them. The offers
 * name no target: it is this dataset. {@code themes} are codes or addresses as {@link Theme} reads them, {@code countries}
 * what it is about, ISO 3166-1 alpha-2. DSP 2025-1 #dataset, DCAT 3.
 */
public record Dataset(
        String id,
        Map<String, String> titles,
        Map<String, String> descriptions,
        List<String> keywords,
        List<String> themes,
        List<String> countries,
        Optional<String> licence,
        Map<String, String> facts,
        List<Offer> offers,
        Answering answering,
        Visibility visibility,
        Shape shape,
        Content content,
        Instant published,
        Optional<Withdrawal> withdrawn,
        long version)
        implements Described {

    /** One that everybody sees, of which nothing is said about its records. */
    public Dataset(
            String id,
            Map<String, String> titles,
            Map<String, String> descriptions,
            List<String> keywords,
            List<String> themes,
            List<String> countries,
            Optional<String> licence,
            Map<String, String> facts,
            List<Offer> offers,
            Answering answering,
            Content content,
            Instant published,
            Optional<Withdrawal> withdrawn,
            long version) {
        this(
                id,
                titles,
                descriptions,
                keywords,
                themes,
                countries,
                licence,
                facts,
                offers,
                answering,
                Visibility.everyone(),
                Shape.NONE,
                content,
                published,
                withdrawn,
                version);
    }

    /** One that everybody sees, of which nothing is said about themes, countries and records. */
    public Dataset(
            String id,
            Map<String, String> titles,
            Map<String, String> descriptions,
            List<String> keywords,
            Optional<String> licence,
            Map<String, String> facts,
            List<Offer> offers,
            Answering answering,
            Content content,
            Instant published,
            Optional<Withdrawal> withdrawn,
            long version) {
        this(
                id,
                titles,
                descriptions,
                keywords,
                List.of(),
                List.of(),
                licence,
                facts,
                offers,
                answering,
                content,
                published,
                withdrawn,
                version);
    }

    public Dataset {
        if (id.isBlank() || id.length() > 256 || id.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a dataset id is 1 to 256 characters without `/`, was `" + id + "`");
        }
        titles = Map.copyOf(titles);
        descriptions = Map.copyOf(descriptions);
        keywords = List.copyOf(keywords);
        themes = List.copyOf(themes);
        countries = List.copyOf(countries);
        facts = Map.copyOf(facts);
        offers = List.copyOf(offers);
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("dataset `" + id + "` needs at least one offer");
        }
    }

    /**
     * What the provider's node does with a request that the law allows: the first rule that fits decides, and where none
     * does a person answers.
     *
     * @param name the short form that stands for the rules; absent where they were written out
     */
    public record Answering(Optional<String> name, List<AnswerRule> rules) {

        /** Agree at once when the terms asked for are within the offer and the law adds no duty. */
        public static final Answering DIRECT = shortForm("direct", AnswerRule.Then.AGREE);

        /** Always offer the terms first, so that the consumer accepts them knowingly. */
        public static final Answering CONFIRM = shortForm("confirm", AnswerRule.Then.OFFER);

        /** A person answers. */
        public static final Answering MANUAL = new Answering(Optional.of("manual"), List.of());

        public Answering {
            rules = List.copyOf(rules);
        }

        /** By rules that were written out. */
        public static Answering by(List<AnswerRule> rules) {
            return new Answering(Optional.empty(), rules);
        }

        /** The short form of that name. */
        public static Optional<Answering> named(String name) {
            return Stream.of(DIRECT, CONFIRM, MANUAL)
                    .filter(each -> each.name().equals(Optional.of(name)))
                    .findFirst();
        }

        private static Answering shortForm(String name, AnswerRule.Then then) {
            return new Answering(Optional.of(name), List.of(AnswerRule.always(name, then)));
        }
    }

    /**
     * The bytes: where they lie on the provider's side (never sent to a peer), their number and SHA-256 in lower-case
     * hex as they were when published. A source that has changed since is not served.
     */
    public record Content(String location, String mediaType, String fileName, long bytes, String sha256) {}

    /** That the dataset is no longer on offer, since when and why. Agreements made before go on. */
    public record Withdrawal(Instant at, String reason) {}

    /** As far as its facts state it. */
    @Override
    public Optional<Boolean> personal() {
        if (is("personal") || is("pseudonymised")) {
            return Optional.of(true);
        }
        return is("nonPersonal") || is("anonymised") ? Optional.of(false) : Optional.empty();
    }

    private boolean is(String fact) {
        return "true".equals(facts.get(fact));
    }

    /** Whether every participant in the register sees it. */
    public boolean isForEveryone() {
        return visibility instanceof Visibility.Everyone;
    }

    public boolean isOnOffer() {
        return withdrawn.isEmpty();
    }

    public Optional<Offer> offer(String offerId) {
        return offers.stream().filter(each -> each.id().equals(offerId)).findFirst();
    }

    public Dataset withdrawn(Instant at, String reason) {
        return next(visibility, Optional.of(new Withdrawal(at, reason)));
    }

    /** The same, shown to others. */
    public Dataset shownTo(Visibility others) {
        return next(others, withdrawn);
    }

    private Dataset next(Visibility newVisibility, Optional<Withdrawal> newWithdrawn) {
        return new Dataset(
                id,
                titles,
                descriptions,
                keywords,
                themes,
                countries,
                licence,
                facts,
                offers,
                answering,
                newVisibility,
                shape,
                content,
                published,
                newWithdrawn,
                version + 1);
    }
}
